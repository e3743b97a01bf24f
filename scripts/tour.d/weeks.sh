title 'Six weeks of a clerk'
terminal loaded
# day NUMBER HOUR: the clock of a day of these weeks. A reading of the clock takes nine seconds, so a
# question takes about half a minute.
day() { clock "$(date -u -d "2026-11-25 +$1 days" +%F)T$2:00:00Z+9000"; }
# work DAY…: the clerk's sittings of these days, by scripts/tour.d/clerk.
work() {
  for number; do
    day "$number" 01
    (
      cd "$desk" || exit 1
      "${environment[@]}" CLERK_SEEN="$desk.seen" "$OLDPWD/scripts/tour.d/clerk" "$number" \
        anti-drug-law civil-code constitution
    ) || lost "day $number"
  done
}
say <<'.'
王小梅 has six weeks, ten or fifteen minutes a day, and two exams: one after four weeks, one after
six.
.
day 0 00
enter 'mingfa plan add 2026-12-22 --name 专门 --bank anti-drug-law --minutes 5'
enter 'mingfa plan add 2027-01-05 --name 通用 --bank civil-code --bank constitution --minutes 10'
show
say <<'.'
Two weeks later. What a script typed for her every day can't be told from what she types herself: she
knows some nine of ten questions that came before.
.
work {0..13}
day 13 12
enter 'mingfa plan list'
show
say <<'.'
Then five days are missed. There is no wall of all that is overdue: home says what today takes, and
"today" begins with what helps most.
.
enter 'clear'
day 19 00
enter 'mingfa'
show
enter ''
show
enter 'q'
pass
enter '0'
pass
say <<'.'
The trainer loads an amended bank: one question says it otherwise now, and its key is another one.
Whoever knew the old one is asked again, and home says so.
.
work 19 20
day 21 00
sed -e 's/^版本：.*/版本：2027/' \
  -e '/禁毒是公安机关一家的职责/,/^答案/{s/[^ ]*公安机关一家的职责.*/禁毒是全社会的共同责任。/;s/^答案：错/答案：对/}' \
  "$desk/questionbanks/anti-drug-law.txt" >"$desk/amended.txt"
enter 'mingfa bank load amended.txt'
enter 'mingfa'
show
enter '0'
pass
say <<'.'
The eve of the first exam; then of the second, when the first plan is over.
.
work 21 22 23 24 25 26
day 26 12
enter 'mingfa plan list'
show
work {27..40}
day 40 12
enter 'mingfa plan list'
show
say <<'.'
What six weeks came to, by chapter and by day.
.
enter 'mingfa progress'
show
enter 'mingfa data check'
show
