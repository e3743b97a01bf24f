title 'Nothing is lost'
terminal loaded
part 'Ctrl-C'
say <<'.'
Every given answer is kept; the status is 130.
.
enter 'mingfa practice random --bank village'
enter 'a'
type_in '还没有写完'
press C-c
enter 'echo $?'
show

part 'A power cut'
say <<'.'
`kill -9` in the middle of a question. `mingfa practice` offers to go on: same question, same order.
.
enter 'mingfa practice'
enter ''
show
type_in 'b'
cut_off
enter 'mingfa practice'
enter ''
show

part 'Ctrl-D'
say <<'.'
One level back, nothing lost.
.
press C-d
show
