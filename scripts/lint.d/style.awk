# Names, lengths, traps and doc comments of Swift files. Needs strip.awk. The files are given twice:
# with pass=1 to learn what the protocols ask for, with pass=2 to judge.

FNR == 1 {
  startFile()
  inProtocol = 0
  documented = groupDocumented = 0
  pendingInit = 0
  inSources = FILENAME ~ /^Sources\//
  name = FILENAME
  sub(/^.*\//, "", name)
  sub(/\.swift$/, "", name)
  if (pass == 2 && vague(name))
    finding(1, "the file name '" name "' says nothing; name the file after what it holds.")
}

pass == 1 {
  code = strip($0)
  if (!inProtocol && code ~ /(^|[ ])protocol [A-Z]/) { inProtocol = 1; braces = 0 }
  if (inProtocol) {
    if (match(code, /(func|var) [a-zA-Z0-9_]+/)) {
      name = substr(code, RSTART, RLENGTH)
      sub(/^.* /, "", name)
      asked[name] = 1
    }
    braces += gsub(/\{/, "{", code) - gsub(/\}/, "}", code)
    if (braces == 0 && code ~ /\}/) inProtocol = 0
  }
  next
}

FNR == 401 {
  finding(401, "the file is longer than 400 lines; give a part of it a file of its own.")
}

{
  wasText = insideText()
  code = strip($0)
  if (code ~ /(^|[^A-Za-z0-9_])try!/)
    finding(FNR, "'try!' traps on a failure; throw it or handle it.")
  if (code ~ /(^|[^A-Za-z0-9_])as!/)
    finding(FNR, "'as!' traps on an unexpected type; use 'as?' and handle nil.")
  if (code ~ /(^|[^A-Za-z0-9_])fatalError[ ]*\(/)
    finding(FNR, "'fatalError' ends the program; throw a failure that has a wording.")
  if (code ~ /(^|[^A-Za-z0-9_.`])(public|open)[ ]+[a-z@(]/)
    finding(FNR, "nothing is public here; what crosses a target is 'package'.")
  if (match(code, /(^|[^A-Za-z0-9_.])(struct|class|enum|actor|protocol|typealias)[ ]+[A-Z][A-Za-z0-9_]*/)) {
    name = substr(code, RSTART, RLENGTH)
    sub(/^.*[ ]/, "", name)
    if (vague(name))
      finding(FNR, "the type name '" name "' says nothing; name the type after what it is.")
  }
  if (inSources) documentation()
}

# Whether one of the words of a camel-case name says nothing about what bears it.
function vague(name) {
  return name ~ /(Manager|Managers|Helper|Helpers|Util|Utils|Utility|Utilities|Common|Misc)([^a-z]|$)/
}

# A `package` declaration needs a comment `///` above it. Exempt, because their meaning stands
# elsewhere: stored properties and the plain initialiser of a documented type (their names and
# types), enum cases (they bear no `package`), and what a protocol asks for (said with the protocol;
# `==`, `<`, `hash`, `next` and `description` with Swift's). One comment may stand above a block of
# constants.
function documentation(    declaration, words, count, i, word, name, crosses, constant) {
  if (pendingInit) {
    pendingCode = pendingCode " " code
    if (code ~ /\{/) endInit()
    return
  }
  if (wasText) return
  if ($0 ~ /^[ ]*\/\/\//) { documented = 1; return }
  if ($0 ~ /^[ ]*\/\// || code ~ /^[ ]*#(if|else|endif)/) return
  declaration = code
  while (match(declaration, /^[ ]*@[A-Za-z_]+(\([^)]*\))?/))
    declaration = substr(declaration, RLENGTH + 1)
  if (declaration ~ /^[ ]*$/ && code ~ /@/) return

  crosses = constant = 0
  count = split(declaration, words, /[ ]+/)
  for (i = 1; i <= count; i++) {
    word = words[i]
    if (word == "package") crosses = 1
    else if (word == "static") constant = 1
    else if (word == "class" && words[i + 1] ~ /^(func|var|let|subscript)$/) constant = 1
    else if (word != "" && word !~ /^(final|mutating|nonmutating|nonisolated|nonisolated\(unsafe\)|indirect|override|required|convenience|lazy|weak|prefix|postfix|infix|consuming|borrowing|(package|private|fileprivate|internal)\(set\))$/)
      break
  }
  name = words[i + 1]
  if (name ~ /^[A-Za-z0-9_`]/) sub(/[^A-Za-z0-9_`].*$/, "", name)
  if (crosses && !documented) {
    if (word ~ /^(struct|class|enum|actor|protocol|typealias)$/)
      undocumented(FNR, name)
    else if (word == "func") {
      if (name !~ /^(==|<|hash|next)$/ && !(name in asked)) undocumented(FNR, name)
    } else if (word ~ /^(var|let)$/) {
      if (name !~ /^(description|debugDescription)$/ && !(name in asked) \
          && (constant ? !groupDocumented : declaration ~ /\{/)) undocumented(FNR, name)
    } else if (word ~ /^subscript/)
      undocumented(FNR, "subscript")
    else if (word ~ /^init[?!<]/)
      undocumented(FNR, "init")
    else if (word ~ /^init/) {
      pendingInit = FNR
      pendingCode = code
      if (code ~ /\{/) endInit()
    }
  }
  groupDocumented = constant && word ~ /^(var|let)$/ && (documented || groupDocumented)
  documented = 0
}

# A plain initialiser takes its meaning from its type; one that can fail has to say when.
function endInit(    signature) {
  signature = pendingCode
  sub(/\{[^{]*$/, "", signature)
  # What closures among the parameters throw stands inside the last parenthesis.
  gsub(/throws\([A-Za-z.]*\)/, "throws", signature)
  sub(/^.*\)/, "", signature)
  if (signature ~ /throws/) undocumented(pendingInit, "init")
  pendingInit = 0
  documented = groupDocumented = 0
}

function undocumented(line, name) {
  finding(line, "'" name "' crosses a target without a doc comment; say above it what it is, in which unit, and how it fails.")
}
