import Exams
import People
import Questions
import Text

extension BlueprintText {
  /// The blueprint as its file would say it: English keys in a fixed order, what is the default left out.
  /// Reading the text gives the same value.
  ///
  /// - Parameter language: in which remarks name each key; nil writes none.
  package static func text(of blueprint: Blueprint, remarks language: Language? = nil) -> String {
    var page = Page(language: language)
    page.value(.code, blueprint.code)
    page.value(.title, quoted(blueprint.title))
    if !blueprint.banks.isEmpty { page.value(.banks, flow(blueprint.banks.map(quoted))) }
    if !blueprint.candidates.isEmpty {
      page.value(.candidates, flow(blueprint.candidates.map(\.rawValue)))
    }
    page.list(.sections, blueprint.sections.map(lines))
    page.list(.shares, blueprint.shares.map(lines))
    if let goal = blueprint.difficulty {
      page.group(.difficulty, [(.mean, "\(goal.mean)"), (.tolerance, "\(goal.tolerance)")])
    }
    page.group(.time, lines(of: blueprint.time))
    page.group(.pass, lines(of: blueprint.pass))
    page.group(.forms, lines(of: blueprint.forms))
    return page.text
  }

  private typealias Line = (field: BlueprintField, value: String)

  /// The lines of a file, and the keys that were named already.
  private struct Page {
    var language: Language?
    var text = ""
    var named: Set<BlueprintField> = []

    mutating func value(_ field: BlueprintField, _ value: String, indent: String = "") {
      text += "\(indent)\(BlueprintKeys.key(of: field)):"
      if !value.isEmpty { text += " " + value }
      // Once is enough.
      if let language, named.insert(field).inserted { text += "  # \(field.wording(language))" }
      text += "\n"
    }

    mutating func group(_ field: BlueprintField, _ lines: [Line]) {
      guard !lines.isEmpty else { return }
      value(field, "")
      for line in lines { value(line.field, line.value, indent: "  ") }
    }

    mutating func list(_ field: BlueprintField, _ items: [[Line]]) {
      guard !items.isEmpty else { return }
      value(field, "")
      for item in items {
        for (place, line) in item.enumerated() {
          value(line.field, line.value, indent: place == 0 ? "  - " : "    ")
        }
      }
    }
  }

  private static func lines(of section: Blueprint.Section) -> [Line] {
    var lines: [Line]
    switch section.content {
    case .questions(let kind, let count): lines = [(.type, kind.id), (.count, String(count))]
    case .cases(let count, let questions):
      lines = [
        (.type, BlueprintKeys.casus[0]), (.count, String(count)), (.questions, String(questions)),
      ]
    }
    lines.append((.points, section.points.text))
    if let rule = section.rule {
      switch rule.partialCredit {
      case .none: lines.append((.scoring, BlueprintKeys.allOrNothing[0]))
      case .half: lines.append((.scoring, BlueprintKeys.half[0]))
      case .perOption(let each):
        lines += [(.scoring, BlueprintKeys.perOption[0]), (.each, each.text)]
      }
      if rule.deduction != .zero { lines.append((.deduction, rule.deduction.text)) }
    }
    if section.floor != .zero {
      lines.append((.floor, section.floor?.text ?? BlueprintKeys.none[0]))
    }
    return lines
  }

  private static func lines(of share: Blueprint.Share) -> [Line] {
    let trait: Line = (share.trait.field, quoted(share.trait.text))
    let (low, high) = (share.bounds.lowerBound, share.bounds.upperBound)
    if low == high { return [trait, (.share, percent(low))] }
    var lines = [trait]
    if low != 0 { lines.append((.atLeast, percent(low))) }
    if high != 10_000 || low == 0 { lines.append((.atMost, percent(high))) }
    return lines
  }

  private static func lines(of time: Blueprint.TimeRules) -> [Line] {
    [(.minutes, String(time.minutes))]
      + [(.latestEntry, time.latestEntry), (.earliestLeaving, time.earliestLeaving)]
      .compactMap { field, minutes in minutes.map { (field, String($0)) } }
  }

  private static func lines(of pass: Blueprint.PassRules) -> [Line] {
    let usual = Blueprint.PassRules()
    var lines: [Line] = [(.mark, percent(pass.share))]
    if let excellent = pass.excellent { lines.append((.excellent, percent(excellent))) }
    if pass.attempts != usual.attempts { lines.append((.attempts, String(pass.attempts))) }
    if pass.makeUps != usual.makeUps { lines.append((.makeUps, String(pass.makeUps))) }
    if let after = pass.after { lines.append((.after, quoted(after))) }
    return lines
  }

  private static func lines(of forms: Blueprint.FormRules) -> [Line] {
    let usual = Blueprint.FormRules()
    func truth(_ value: Bool) -> String { value ? "yes" : "no" }
    var lines: [Line] = []
    if forms.shufflesQuestions != usual.shufflesQuestions {
      lines.append((.shuffleQuestions, truth(forms.shufflesQuestions)))
    }
    if forms.shufflesOptions != usual.shufflesOptions {
      lines.append((.shuffleOptions, truth(forms.shufflesOptions)))
    }
    if forms.overlap != usual.overlap { lines.append((.overlap, String(forms.overlap))) }
    if forms.spread != usual.spread { lines.append((.spread, "\(forms.spread)")) }
    if let exposure = forms.exposure { lines.append((.exposure, String(exposure))) }
    return lines
  }

  private static func percent(_ share: Int) -> String { Score(hundredths: share).text + "%" }

  private static func flow(_ words: [String]) -> String { "[\(words.joined(separator: ", "))]" }

  /// A text that YAML reads as it is: bare where it has letters, digits, hyphens and blanks between them
  /// only, else between quotation marks.
  private static func quoted(_ text: String) -> String {
    let isBare = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || (0x30...0x39).contains($0.value) || $0 == "-" || $0 == " "
    }
    if isBare, text.unicodeScalars.first?.properties.isAlphabetic == true, text.last != " " {
      return text
    }
    if text.unicodeScalars.allSatisfy({ $0 == "-" || (0x30...0x39).contains($0.value) }),
      text.first != "-", !text.isEmpty
    {
      return text
    }
    // Signs that the reader takes for references, even between quotation marks, go by their numbers.
    let escapes: [Unicode.Scalar: String] = [
      "\\": "\\\\", "\"": "\\\"", "&": "\\x26", "*": "\\x2A", "!": "\\x21",
    ]
    return "\"" + text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined() + "\""
  }
}
