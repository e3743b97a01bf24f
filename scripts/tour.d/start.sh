title 'The first start'
terminal
say <<'.'
An empty computer: `mingfa` loads the banks that came with it and asks for a name. A name is enough;
Enter alone lets a guest in.
.
enter 'mingfa'
show
say <<'.'
Home says what today brings, and the menu what Enter does. `?` helps, here and at every prompt, and what
is not understood is told in one line.
.
enter '王小梅'
enter '?'
enter '12'
show
say <<'.'
The first question, one Enter after the menu. The answer is on the disk before its feedback is on the
screen.
.
enter ''
show
enter 'c'
show
say <<'.'
`q` goes one level back, with the card of this session. Home now offers to go on with today.
.
enter 'q'
show
say <<'.'
A chapter is picked from a list.
.
enter '章节'
show
enter '77'
enter '6'
show
press C-d
pass
say <<'.'
What was seen, what is known, what is weak, and the answers of the last 13 weeks.
.
enter '学习进度'
show
say <<'.'
Another learner at the same computer, then the end.
.
enter '换学员'
enter 'n'
enter '王建国'
show
enter '0'
show
