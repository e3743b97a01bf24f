# The walls of the house: the drawing in docs/architecture.md, the dependencies in Package.swift, the
# folders under Sources and the imports of every Swift file have to tell the same. Needs strip.awk.
# Arguments: docs/architecture.md, Package.swift, then the Swift files of Sources; rooms holds the
# names of the folders under Sources.

FNR == 1 {
  startFile()
  drawingOpen = 0
  room = FILENAME
  if (sub(/^Sources\//, "", room)) sub(/\/.*$/, "", room)
  else room = ""
}

# The drawing: a fenced block "imports" with a line "Target: what, it, may, import" for each target.
FILENAME == "docs/architecture.md" {
  if ($0 ~ /^```/) drawingOpen = ($0 == "```imports")
  else if (drawingOpen && $0 !~ /^[ ]*(#.*)?$/) readDrawing()
  next
}

FILENAME == "Package.swift" {
  manifest = manifest " " strip(keepNames($0))
  if (match($0, /(room\(|name: )"[A-Za-z0-9]+"/)) {
    name = substr($0, RSTART, RLENGTH)
    gsub(/^.*[( ]"|"$/, "", name)
    if (!(name in manifestLine)) manifestLine[name] = FNR
  }
  next
}

FNR == 1 && !compared { compare() }

{
  code = strip($0)
  if (match(code, /^[ ]*((@[A-Za-z_]+(\([^)]*\))?|package|internal|private|fileprivate)[ ]+)*import[ ]+/)) {
    name = substr(code, RSTART + RLENGTH)
    sub(/^(struct|class|enum|protocol|typealias|func|let|var)[ ]+/, "", name)
    sub(/[^A-Za-z0-9_].*$/, "", name)
    if (name in toolchain) {
      if (room in domain)
        finding(FNR, room " belongs to the domain and must not import " name "; let Workflows hand in what it needs.")
    } else if (!((room, name) in drawn))
      finding(FNR, room " must not import " name ": the drawing in docs/architecture.md has no such line.")
  }
  if (room in domain) purity()
}

END { if (!compared) compare() }

function readDrawing(    parts, names, count, i) {
  split($0, parts, /:[ ]*/)
  if ($0 !~ /^[A-Za-z]+:[ ]*([A-Za-z]+(,[ ]*[A-Za-z]+)*)?[ ]*$/) {
    finding(FNR, "this line of the drawing cannot be read; write 'Target: Import, Import'.")
    return
  }
  gsub(/[ ]/, "", parts[2])
  count = split(parts[2], names, ",")
  for (i = 1; i <= count; i++) {
    if (parts[1] == "domain") domain[names[i]] = 1
    else if (parts[1] == "system") toolchain[names[i]] = 1
    else drawn[parts[1], names[i]] = 1
  }
  if (parts[1] != "domain" && parts[1] != "system") drawnLine[parts[1]] = FNR
}

# Package.swift's own strings are what is read here, so they lose their quotes before the comments
# and other literals are stripped: "Text" becomes 'Text'.
function keepNames(line) {
  gsub(/"/, "'", line)
  sub(/\/\/.*$/, line ~ /:\/\// ? "&" : "", line)
  return line
}

# Compares drawing, folders and Package.swift, once, before the first Swift file.
function compare(    count, names, i, name, pair, key) {
  compared = 1
  readManifest()
  count = split(rooms, names, " ")
  for (i = 1; i <= count; i++) {
    name = names[i]
    isRoom[name] = 1
    if (!(name in drawnLine))
      print "Sources/" name ":1: the drawing in docs/architecture.md has no line for this target; add '" name ": what it may import'."
    else if (!(name in declared))
      print "Package.swift:1: no target " name " could be read here, but the folder Sources/" name " stands."
  }
  for (name in drawnLine)
    if (!(name in isRoom))
      print "docs/architecture.md:" drawnLine[name] ": the drawing names " name ", but there is no folder Sources/" name "."
  for (key in drawn) {
    split(key, pair, SUBSEP)
    if (pair[1] in declared && !(key in depends))
      print "docs/architecture.md:" drawnLine[pair[1]] ": the drawing lets " pair[1] " import " pair[2] ", but Package.swift does not."
  }
  for (key in depends) {
    split(key, pair, SUBSEP)
    if (pair[1] in isRoom && !(key in drawn))
      print "Package.swift:" manifestLine[pair[1]] ": " pair[1] " depends on " pair[2] ", but the drawing in docs/architecture.md does not show it."
  }
}

# Finds every `room(…)`, `.systemLibrary(…)`, `.target(…)` and `.executableTarget(…)`.
function readManifest(    rest, call, body, name, list) {
  readLists()
  rest = manifest
  while (match(rest, /[ .](room|systemLibrary|target|executableTarget)\(/)) {
    call = substr(rest, RSTART, RLENGTH)
    rest = substr(rest, RSTART + RLENGTH)
    body = balanced(rest)
    if (!match(body, /^[ ]*(name:[ ]*)?'[A-Za-z0-9]+'/)) continue
    name = substr(body, RSTART, RLENGTH)
    list = substr(body, RLENGTH + 1)
    gsub(/^.*[ :]'|^'|'$/, "", name)
    declared[name] = 1
    if (call ~ /room/) sub(/^[ ]*,/, "", list)
    else if (match(list, /dependencies:/)) list = substr(list, RSTART + RLENGTH)
    else list = ""
    addDependencies(name, argument(list))
  }
}

# `let grdb … = .product(name: 'GRDB', …)` and `let domain … = ['Learning', …]`.
function readLists(    rest, name) {
  rest = manifest
  while (match(rest, /let [a-zA-Z]+:[ ]*\[?Target\.Dependency\]?[ ]*=[ ]*/)) {
    name = substr(rest, RSTART + 4, RLENGTH - 4)
    sub(/:.*$/, "", name)
    rest = substr(rest, RSTART + RLENGTH)
    if (rest ~ /^\.product\(/) variable[name] = ".product(" balanced(substr(rest, 10)) ")"
    else variable[name] = argument(rest)
  }
}

# The text up to the parenthesis that closes what is open before it.
function balanced(text,    at, depth, here) {
  depth = 1
  for (at = 1; at <= length(text); at++) {
    here = substr(text, at, 1)
    if (here ~ /[(\[]/) depth++
    if (here ~ /[)\]]/ && --depth == 0) break
  }
  return substr(text, 1, at - 1)
}

# The text of one argument: up to a comma or a closing bracket that is not inside brackets. A list
# that ends a `let` ends with its bracket.
function argument(text,    at, depth, here) {
  for (at = 1; at <= length(text); at++) {
    here = substr(text, at, 1)
    if (here ~ /[(\[]/) depth++
    else if (here ~ /[)\]]/) {
      depth--
      if (depth < 0) break
      if (depth == 0 && substr(text, at + 1) ~ /^[ ]*[a-z.]/) { at++; break }
    } else if (here == "," && depth == 0) break
  }
  return substr(text, 1, at - 1)
}

function addDependencies(name, list,    word) {
  gsub(/package:[ ]*'[^']*'/, "", list)
  while (match(list, /'[A-Za-z0-9_]+'|[.a-zA-Z]+:?/)) {
    word = substr(list, RSTART, RLENGTH)
    list = substr(list, RSTART + RLENGTH)
    if (word ~ /^'/) {
      gsub(/'/, "", word)
      depends[name, word] = 1
    } else if (word in variable) addDependencies(name, variable[word])
  }
}

# The domain is pure values and functions: time, chance and the machine are handed to it.
function purity(    chance) {
  if (code ~ /(^|[^A-Za-z0-9_])(ContinuousClock|SuspendingClock|Clock)([^A-Za-z0-9_]|$)|(^|[^A-Za-z0-9_])Date\(|\.now([^A-Za-z0-9_]|$)/)
    finding(FNR, room " reads no clock; let Workflows hand in the time.")
  # Swift's own shuffles take nothing or 'using:'; a method of the house's generator takes a list.
  chance = code
  gsub(/\.random\([^()]*using:/, "", chance)
  if (chance ~ /(^|[^A-Za-z0-9_])(SystemRandomNumberGenerator|UUID\()|\.random\(|\.(randomElement|shuffled?)\(\)/)
    finding(FNR, room " draws nothing by itself; let Workflows hand in a seeded generator ('using:').")
}
