title 'One PC for many'
terminal loaded
clock 2026-11-24T01:00:00Z
enter 'mingfa learner add 王建国 --unit 青禾县/石桥镇'
enter 'mingfa practice sequential --learner 王小梅 --bank village'
enter 'a'
enter 'q'
part 'Who sits there'
say <<'.'
With more than one learner the start asks before anything of a person is shown; so do ten minutes without a
key. `2` gives the list, `w` at home changes the learner.
.
enter 'mingfa'
enter '2'
enter '1'
show
enter 'w'
enter '2'
show
enter '0'
part 'Forgotten'
say <<'.'
The name goes and all that identifies; responses stay under the number, so that every figure stands.
.
enter 'mingfa learner forget 王小梅'
enter '王小梅'
show
enter 'mingfa learner list'
show
