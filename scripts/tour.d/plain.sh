title 'For a screen reader'
terminal loaded
say <<'.'
`--plain`: no rules, nothing redrawn, tables as sentences.
.
enter 'mingfa practice sequential --plain --bank village'
enter 'b'
enter ''
enter 'k'
enter 'q'
show
enter 'mingfa bank list --plain'
show
