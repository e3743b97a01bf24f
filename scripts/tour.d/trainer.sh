title 'A trainer and her bank'
terminal
say <<'.'
A bank is a text file. This one was saved by an old editor in GB18030, with three slips in it: a key
that names no option, a code that was lost, a statute that the top of the file does not name. Each is
told with its place, its line and a cure.
.
enter "sed 's/^答案：B$/答案：E/; 0,/民法典》第一千/s//刑法》第一千/; /V-006/d' village.txt | iconv -t GB18030 > 新题库.txt"
pass
enter 'mingfa bank check 新题库.txt'
show
say <<'.'
It is loaded whole or not at all.
.
enter 'mingfa bank load 新题库.txt 2>&1 | tail -n 1'
enter 'mingfa bank load village.txt'
enter 'mingfa bank load village.txt'
show
enter 'mingfa bank list'
enter 'mingfa bank show village'
enter 'mingfa bank show village V-004'
show
say <<'.'
A learner practises from a pipe and finds fault; the trainer reads it.
.
enter "printf 'r 选项太离谱\na\n' | mingfa practice | tail -n 4"
enter 'mingfa bank objections'
show
