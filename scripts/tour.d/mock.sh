title 'A mock exam'
terminal loaded
# No time passes by itself here: the prompt of an exam reads the clock each second.
clock 2026-11-24T01:00:00Z
say <<'.'
A paper with each type, drawn by a seed. The time left stands before the cursor and goes on there.
.
enter 'mingfa practice mock --bank village --minutes 20 --count single=1,multiple=1,indefinite=1,true-false=1,fill-in=1,short=1,case=1'
show
say <<'.'
An answer is saved, not judged. `m` marks a question, `k` shows the sheet, `j` jumps.
.
enter 'd'
enter 'm'
enter 'abc'
show
enter 'k'
enter 'j 5'
show
say <<'.'
The power fails while an answer is half typed. The same command opens the same paper at the same
question; nine minutes have gone, and the clock says so.
.
type_in '3；十'
cut_off
clock 2026-11-24T01:09:00Z
enter 'mingfa practice mock'
enter ''
show
say <<'.'
There is no feedback in an exam. An answer may be changed at any time.
.
enter '3；二十'
enter ':why'
enter ':jump 2'
enter 'abd'
show
say <<'.'
Handing in lists the gaps and wants the word typed; Enter goes on.
.
enter ':submit'
show
enter ''
enter 'b'
enter '错'
enter '两个见证人；每一页都签名；写明年月日'
pass
say <<'.'
The last questions are those of the case. Then every question has an answer.
.
enter 'a'
enter '对'
show
say <<'.'
The result, which is kept; then the questions that did not earn full marks, with their keys, one by
one.
.
enter ':submit'
enter '交卷'
show
enter ''
show
enter '0'
