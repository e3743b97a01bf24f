import Exams
import People
import Questions
import Text
import Yams

/// Reads one blueprint: each thing that is wrong becomes one problem at its place.
struct BlueprintReader {
  /// A value with the place of its key.
  struct Entry {
    var key: Place
    var node: Node
    /// Its key is another word, which was told; so nothing more is said of the field.
    var isMisspelt = false
  }

  /// The entries of a group that were found, by what they say.
  typealias Entries = [BlueprintField: Entry]

  /// Where a problem of the value as a whole is told.
  private struct Spot: Hashable {
    var field: BlueprintField
    var item: Int?
  }

  let yaml: YAMLText
  private var log: ProblemLog
  private var places: [Spot: Place] = [:]

  init(_ text: String, name: String) {
    yaml = YAMLText(text)
    log = ProblemLog(file: name)
  }

  var report: ReadReport { log.report(questionCount: 0) }

  mutating func problem(_ flaw: BlueprintFlaw, _ place: Place) {
    var text = yaml.text
    text.withUTF8 { log.add(.blueprint(flaw), at: place, in: $0) }
  }

  /// The blueprint; nil where a part of it cannot be read.
  mutating func read() -> Blueprint? {
    let start = Place(line: 1, offset: 0)
    let root: Node?
    do {
      root = try yaml.root()
    } catch let fault as YAMLText.Fault {
      problem(fault.flaw, fault.place)
      return nil
    } catch {
      problem(.syntax(.other), start)
      return nil
    }
    guard let root, !isEmpty(root) else {
      problem(.empty, start)
      return nil
    }
    guard let entries = entries(of: root, in: nil) else { return nil }
    let blueprint = blueprint(entries, at: start)
    guard log.errorCount == 0, let blueprint else { return nil }
    for found in blueprint.problems { problem(.problem(found), place(of: found)) }
    return blueprint
  }

  private mutating func blueprint(_ entries: Entries, at start: Place) -> Blueprint? {
    let code = text(.code, in: entries, at: start)
    let title = text(.title, in: entries, at: start)
    let banks = texts(.banks, in: entries)
    let candidates = words(.candidates, in: entries) { PersonCategory.meant(by: $0) }
    let sections = list(.sections, in: entries, at: start) { $0.section($1, at: $2) }
    let shares = list(.shares, in: entries) { $0.share($1, at: $2) }
    let difficulty = group(.difficulty, in: entries) { $0.goal($1, at: $2) }
    let time = group(.time, in: entries, at: start) { $0.times($1, at: $2) }
    let pass = group(.pass, in: entries, at: start) { $0.passing($1, at: $2) }
    let forms = group(.forms, in: entries) { $0.forms($1, at: $2) }
    guard let code, let title, let sections, let time, let pass else { return nil }
    return Blueprint(
      code: code, title: title, banks: banks, candidates: candidates, sections: sections,
      shares: shares ?? [], difficulty: difficulty, time: time, pass: pass,
      forms: forms ?? Blueprint.FormRules())
  }

  /// Where what is wrong with the value stands in the file.
  private func place(of problem: BlueprintProblem) -> Place {
    let group = BlueprintField.top.first { $0.members.contains(problem.field) }
    let spots = [
      Spot(field: problem.field, item: problem.item), Spot(field: problem.field),
      group.map { Spot(field: $0, item: problem.item) }, group.map { Spot(field: $0) },
    ]
    return spots.lazy.compactMap { $0.flatMap { places[$0] } }.first ?? Place(line: 1, offset: 0)
  }

  // MARK: The tree

  func isEmpty(_ node: Node) -> Bool {
    if case .scalar(let scalar) = node, scalar.style == .plain, scalar.string.isEmpty {
      true
    } else {
      false
    }
  }

  func place(of node: Node) -> Place {
    switch node {
    case .scalar(let scalar): yaml.place(scalar.mark)
    case .mapping(let mapping): yaml.place(mapping.mark)
    case .sequence(let sequence): yaml.place(sequence.mark)
    default: Place(line: 1, offset: 0)
    }
  }

  /// The entries of a mapping by their fields; what is unknown or stands twice is told.
  mutating func entries(of node: Node, in group: BlueprintField?, item: Int? = nil) -> Entries? {
    guard case .mapping(let mapping) = node else {
      problem(.shape(group, .fields), place(of: node))
      return nil
    }
    var entries: Entries = [:]
    for (key, value) in mapping {
      let place = place(of: key)
      guard case .scalar(let scalar) = key else {
        problem(.shape(group, .fields), place)
        continue
      }
      guard let field = BlueprintKeys.field(scalar.string, in: group) else {
        let near = BlueprintKeys.nearest(to: scalar.string, in: group)
        problem(
          .unknownKey(
            Quoted.text(scalar.string), like: near.map(BlueprintKeys.key), group: group), place)
        if let near, entries[near] == nil {
          entries[near] = Entry(key: place, node: value, isMisspelt: true)
        }
        continue
      }
      if let first = entries[field], !first.isMisspelt {
        problem(.keyTwice(field, firstLine: first.key.line), place)
        continue
      }
      entries[field] = Entry(key: place, node: value)
      places[Spot(field: field, item: item)] = isEmpty(value) ? place : self.place(of: value)
    }
    return entries
  }

  /// Reads a group of fields; nil where it is not there or cannot be read.
  ///
  /// - Parameter start: where it is told that the group is missing; nil where it need not be there.
  private mutating func group<Value>(
    _ field: BlueprintField, in entries: Entries, at start: Place? = nil,
    _ read: (inout BlueprintReader, Entries, Place) -> Value?
  ) -> Value? {
    guard let entry = present(field, in: entries, at: start),
      let own = self.entries(of: entry.node, in: field)
    else { return nil }
    return read(&self, own, entry.key)
  }

  /// Reads a list of groups.
  private mutating func list<Value>(
    _ field: BlueprintField, in entries: Entries, at start: Place? = nil,
    _ read: (inout BlueprintReader, Entries, Place) -> Value?
  ) -> [Value]? {
    guard let entry = present(field, in: entries, at: start) else { return nil }
    guard case .sequence(let sequence) = entry.node else {
      problem(.shape(field, .list), place(of: entry.node))
      return nil
    }
    var values: [Value] = []
    for (item, node) in sequence.enumerated() {
      let place = place(of: node)
      places[Spot(field: field, item: item)] = place
      guard let own = self.entries(of: node, in: field, item: item) else { continue }
      if let value = read(&self, own, place) { values.append(value) }
    }
    return values
  }

  /// The entry of a field, with a value. Where it has to be there and is not, that is told.
  mutating func present(
    _ field: BlueprintField, in entries: Entries, at start: Place? = nil
  ) -> Entry? {
    guard let entry = entries[field] else {
      if let start { problem(.missing(field), start) }
      return nil
    }
    guard !entry.isMisspelt else { return nil }
    guard !isEmpty(entry.node) else {
      problem(.noValue(field), entry.key)
      return nil
    }
    return entry
  }

  // MARK: Lists of words

  private mutating func texts(_ field: BlueprintField, in entries: Entries) -> [String] {
    words(field, in: entries) { $0 }
  }

  /// The words of a list, or one word instead of a list.
  private mutating func words<Value>(
    _ field: BlueprintField, in entries: Entries, _ value: (String) -> Value?
  ) -> [Value] {
    guard let entry = present(field, in: entries) else { return [] }
    let nodes: [Node]
    switch entry.node {
    case .sequence(let sequence): nodes = Array(sequence)
    case .scalar: nodes = [entry.node]
    default:
      problem(.shape(field, .list), place(of: entry.node))
      return []
    }
    var values: [Value] = []
    for (item, node) in nodes.enumerated() {
      let place = place(of: node)
      guard case .scalar(let scalar) = node else {
        problem(.shape(field, .value), place)
        continue
      }
      places[Spot(field: field, item: item)] = place
      let word = PlainLine.narrowed(scalar.string)
      if let value = value(word), !word.isEmpty {
        values.append(value)
      } else {
        problem(.unreadable(field, text: Quoted.text(scalar.string)), place)
      }
    }
    return values
  }
}

/// A text of a file as a problem quotes it.
enum Quoted {
  /// The text, shortened to some forty characters.
  static func text(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }
}
