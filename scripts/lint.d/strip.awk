# Swift lines without their comments and the contents of their string literals, so that a rule never
# trips over prose: strip(line), called once for every line of a file in order, after startFile() at
# its first line. Understands nested block comments, raw and multi-line strings and interpolation
# (whose code is kept). Plain POSIX awk, as mawk on a bare Debian has it.

function startFile() {
  commentDepth = 0
  top = 0
  kind[0] = "code"
}

# Whether the next line begins inside a comment or a literal.
function insideText() {
  return commentDepth > 0 || (top > 0 && kind[top] == "string")
}

function strip(line,    out, at, size, here, pair, pounds, quotes, closing, level) {
  if (commentDepth == 0 && top == 0 && line !~ /"|\/\/|\/\*/) return line
  out = ""
  at = 1
  size = length(line)
  while (at <= size) {
    here = substr(line, at, 1)
    pair = substr(line, at, 2)
    if (commentDepth > 0) {
      if (pair == "*/") { commentDepth--; at += 2 }
      else if (pair == "/*") { commentDepth++; at += 2 }
      else at++
    } else if (kind[top] == "string") {
      closing = quoteOf[top] poundsOf[top]
      if (here == "\\" && substr(line, at + 1, length(poundsOf[top])) == poundsOf[top]) {
        at += 1 + length(poundsOf[top])
        if (substr(line, at, 1) == "(") {
          top++
          kind[top] = "code"
          parentheses[top] = 1
          out = out " "
        }
        at++
      } else if (substr(line, at, length(closing)) == closing) {
        at += length(closing)
        top--
        out = out "\""
      } else at++
    } else if (pair == "//") {
      break
    } else if (pair == "/*") {
      commentDepth++
      at += 2
    } else if (match(substr(line, at), /^#*"/)) {
      pounds = substr(line, at, RLENGTH - 1)
      at += RLENGTH - 1
      quotes = substr(line, at, 3) == "\"\"\"" ? "\"\"\"" : "\""
      at += length(quotes)
      top++
      kind[top] = "string"
      quoteOf[top] = quotes
      poundsOf[top] = pounds
      out = out "\""
    } else {
      if (top > 0 && here == "(") parentheses[top]++
      if (top > 0 && here == ")" && --parentheses[top] == 0) top--
      else out = out here
      at++
    }
  }
  # A literal of one line ends with its line, whatever a regular expression made of its quotes.
  for (level = 1; level <= top; level++)
    if (kind[level] == "string" && quoteOf[level] == "\"") { top = level - 1; break }
  return out
}

function finding(line, sentence) {
  printf "%s:%d: %s\n", FILENAME, line, sentence
}
