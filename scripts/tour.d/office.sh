title 'The office: learners, figures, pass rates'
terminal loaded
clock 2026-11-24T01:00:00Z
enter 'mingfa learner add 王建国 --unit 青禾县/石桥镇 --category mediator'
enter 'mingfa learner list'
show
say <<'.'
Two mock exams, answered from files, one for each learner. Then the figures of one, and the pass
rates of all.
.
enter "printf 'd\nabd\n错\n' | mingfa practice mock --learner 王小梅 --bank village --count single=1,multiple=1,true-false=1 | tail -n 7"
enter "printf 'c\nab\n对\n' | mingfa practice mock --learner 王建国 --bank village --count single=1,multiple=1,true-false=1 | tail -n 7"
show
enter 'mingfa stats --learner 王小梅'
show
say <<'.'
Reports are for trainers and administrators. The first command of this kind makes the administrator; the
password is not shown. The sign-in holds for this terminal.
.
enter 'mingfa report pass-rate'
enter '李主任'
enter '窗外有三棵老槐树'
enter '窗外有三棵老槐树'
show
enter 'mingfa data check'
show
