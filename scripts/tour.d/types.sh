title 'Every type of question'
terminal loaded

part 'Single choice 单项选择题'
enter 'mingfa practice sequential --bank village'
enter 'Ｄ'
show

part 'Multiple choice 多项选择题'
say <<'.'
Letters are taken as people type them. Not all of the right ones is not complete.
.
enter ''
enter 'ａ、b'
show

part 'Indefinite choice 不定项选择题'
say <<'.'
One or more are right.
.
enter ''
enter 'bd'
show

part 'True or false 判断题'
enter ''
enter '×'
show

part 'Fill-in 填空题'
say <<'.'
Chinese and Arabic numerals are the same to it. Where words are wanted, commands begin with a colon.
.
enter ''
enter ':star'
enter '三；20'
show

part 'Short answer 简答题'
say <<'.'
The points are found by their words.
.
enter ''
enter '要有两个见证人在场，并且写明年月日'
show

part 'A case 案例题'
say <<'.'
The passage is shown once; its questions stay together.
.
enter ''
enter 'c'
show
enter ''
enter '√'
show
say <<'.'
The end of the session: how it went, the weakest chapters, one next step.
.
enter ''
show
