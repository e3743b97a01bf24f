title 'Simple mode: digits and Enter'
terminal loaded
enter 'mingfa learner add 秦奶奶 --unit 青禾县/柳林镇'
pass
say <<'.'
For people who hardly type. The learner is picked from a list; then come today's questions that digits
answer, ten at a time, each with the window to itself (blank rows are left out here).
.
enter 'mingfa --simple'
show
enter '2'
show
say <<'.'
Any other key is answered in a line that says which digits count.
.
enter 'b'
show
enter '3'
show
say <<'.'
Enter goes on. Right is rated good and wrong again; nothing is asked. `0` ends, here and everywhere.
.
press Enter
window
enter '2'
press Enter
pass
enter '0'
show
say <<'.'
Next time it goes on where it stopped, and asks nothing about it. Who types for somebody is named on the
screen and with every step.
.
enter 'mingfa practice --simple --learner 秦奶奶 --assisted-by 小顾'
show
enter '1'
press Enter
pass
for answer in 1 1 1 1 1 1; do
  enter "$answer"
  press Enter
done
window
enter '0'
enter 'mingfa stats --learner 秦奶奶 --plain'
show
