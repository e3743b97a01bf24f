title 'Practice, mode by mode'
terminal loaded

part 'In sequence 顺序'
say <<'.'
A wrong answer says what is right and why the wrong option is wrong. It goes into the notebook.
.
enter 'mingfa practice sequential --bank village'
enter 'b'
show
say <<'.'
After an answer: `s` stars the question, `l` shows the citation, `u` takes the answer back (the record
keeps both).
.
enter 's'
enter 'l'
enter 'u'
show
enter 'd'
show
say <<'.'
`r` tells the trainer that a question is wrong. Enter goes on.
.
enter 'r'
enter '选项“先收一年的租金再说”太离谱，没有人会选'
enter ''
show
say <<'.'
Help for this prompt; then something that is no answer.
.
enter '?'
enter 'abcx'
show
say <<'.'
`n` puts a question off until the end, `j` and `p` look back, `k` is the sheet.
.
enter 'n'
enter 'j 1'
show
enter ''
enter 'k'
show
enter 'q'
show

part 'At random 随机'
say <<'.'
A seed can be named; the same one gives the same order on every computer. Where words are wanted,
commands begin with a colon.
.
enter 'mingfa practice random --bank village --seed 11'
enter '?'
show
enter ':stop'
show

part 'By chapter 章节'
enter 'mingfa practice chapter --chapter 邻里'
enter 'a'
enter 'q'
show

part 'The notebook 错题本'
say <<'.'
What was missed comes again until it was right three times in a row.
.
enter 'mingfa practice notebook'
enter 'd'
show
enter ''
show

part 'Starred 收藏'
enter 'mingfa practice starred'
enter 's'
enter 'q'
show
enter 'mingfa practice starred --new'
show
