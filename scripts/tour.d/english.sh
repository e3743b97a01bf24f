title 'In English'
terminal loaded
enter 'mingfa practice --lang en'
show
enter 'b'
show
enter '?'
show
enter 'q'
show
