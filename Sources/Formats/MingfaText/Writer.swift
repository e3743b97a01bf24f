import Questions
import Statutes
import Text

extension MingfaText {
  /// Prints the canonical text. Can be fed part by part, so that a large bank needs no value.
  ///
  /// Texts are brought into the form of `CanonicalText`. A scoring rule that the format has no
  /// word for is printed as the nearest: all credit by option is 每项得分, a deduction is left out.
  package struct Writer {
    /// What was printed and not taken yet.
    package private(set) var text = ""
    private let isChinese: Bool
    private let language: Language
    private var number = 0
    /// What the last type heading announced: a type's id, or `case`.
    private var heading = ""

    package init(language: Language) {
      self.language = language
      isChinese = language == .chinese
    }

    /// Takes what was printed so far, to write it away.
    package mutating func takeText() -> String {
      defer { text = "" }
      return text
    }

    /// Prints a whole bank: front matter, then chapter by chapter.
    package mutating func write(_ bank: Bank) {
      write(bank.header)
      for chapter in bank.chapters {
        if let title = chapter.title { beginChapter(title) }
        for item in chapter.items { write(item) }
      }
    }

    /// Prints the front matter between its two rules; comes first. An edition under a translated
    /// title is printed as `《translation》 = 《original》 date`.
    package mutating func write(_ header: BankHeader) {
      text += "---\n"
      field(HeaderField.bank.wording, header.id)
      field(HeaderField.title.wording, TextEscapes.plain(header.title))
      field(HeaderField.language.wording, header.language.rawValue)
      field(HeaderField.version.wording, header.version.text)
      for edition in header.editions {
        let title = edition.original == edition.title ? "" : edition.title.quoted + " = "
        field(
          HeaderField.statute.wording, title + edition.original.quoted + " " + edition.date.iso)
      }
      if let review = header.review {
        field(
          HeaderField.checked.wording,
          review.date.iso + " " + TextEscapes.plain(review.reviewer))
      }
      text += "---\n"
    }

    /// Prints a chapter heading. The type is announced anew by the item that follows.
    package mutating func beginChapter(_ title: String) {
      text += "\n# \(TextEscapes.plain(title))\n"
      heading = ""
    }

    /// Prints a question, or a case with its questions, under a heading where the type changes.
    package mutating func write(_ item: BankItem) {
      guard let passage = item.passage else {
        for question in item.questions {
          if heading != question.kind.id {
            heading = question.kind.id
            text +=
              "\n## \(isChinese ? chineseHeading(of: question.kind) : question.kind.type.name.en)\n"
          }
          write(question, tagged: false)
        }
        return
      }
      if heading != "case" {
        heading = "case"
        text += isChinese ? "\n## 案例题\n" : "\n## Case\n"
      }
      text += "\n"
      field(Wording(zh: "案例", en: "Case"), TextEscapes.lines(passage.text))
      field(BankField.code.wording, passage.code.text)
      for question in item.questions { write(question, tagged: true) }
      text += isChinese ? "\n案例完\n" : "\nEnd of case\n"
    }

    private func chineseHeading(of kind: QuestionKind) -> String {
      kind.type.headings.first ?? kind.type.name.zh
    }

    private mutating func write(_ question: Question, tagged: Bool) {
      number += 1
      let tag = tagged ? "[\(question.kind.type.name(language))] " : ""
      text += "\n\(number). \(tag)\(TextEscapes.stem(question.stem))\n"
      for (position, option) in question.options.enumerated() {
        let letter =
          AnswerOption.letters.indices.contains(position) ? AnswerOption.letters[position] : "?"
        text += "\(letter). \(TextEscapes.lines(option.text))\n"
      }
      field(BankField.answer.wording, key(of: question))
      if !question.rationale.isEmpty {
        field(
          BankField.explanation.wording,
          TextEscapes.rationale(question.rationale) { letter(of: $0, in: question) })
      }
      if !question.citations.isEmpty { field(BankField.basis.wording, basis(question.citations)) }
      if let difficulty = question.difficulty {
        field(
          BankField.difficulty.wording,
          isChinese ? difficulty.wording.zh : String(difficulty.rawValue))
      }
      if let level = question.level { field(BankField.level.wording, level.wording(language)) }
      if !question.topics.isEmpty {
        let topics = question.topics.map(TextEscapes.topic)
        field(BankField.tags.wording, topics.joined(separator: isChinese ? "、" : ", "))
      }
      writeTraits(of: question)
      if !question.waivers.isEmpty {
        let waivers = question.waivers.map { TextEscapes.waiver($0, in: language) }
        field(BankField.waivers.wording, waivers.joined(separator: "\n"))
      }
      field(BankField.code.wording, question.code.text)
    }

    /// The fields that are printed only where they are not the usual.
    private mutating func writeTraits(of question: Question) {
      if question.use != .both { field(BankField.use.wording, question.use.wording(language)) }
      if question.state != .ready {
        field(BankField.state.wording, question.state.wording(language))
      }
      if question.order != OptionOrderDetection.order(of: question.options) {
        field(BankField.order.wording, question.order.wording(language))
      }
      if question.rule.partialCredit != .none {
        field(BankField.scoring.wording, Vocabulary.wording(of: question.rule)(language))
      }
    }

    private mutating func field(_ label: Wording, _ value: String) {
      text += isChinese ? "\(label.zh)：" : label.en + ":"
      if !isChinese, !value.isEmpty, !value.hasPrefix("\n") { text += " " }
      text += value
      text += "\n"
    }

    private func letter(of id: OptionID, in question: Question) -> Character? {
      question.options.firstIndex { $0.id == id }.flatMap {
        AnswerOption.letters.indices.contains($0) ? AnswerOption.letters[$0] : nil
      }
    }

    private func key(of question: Question) -> String {
      switch question.key {
      case .options(let right):
        String(right.compactMap { letter(of: $0, in: question) }.sorted())
      case .truth(let truth):
        isChinese ? (truth ? "对" : "错") : (truth ? "True" : "False")
      case .blanks(let blanks):
        blanks.map { $0.map(TextEscapes.keyPart).joined(separator: " | ") }
          .joined(separator: isChinese ? "；" : "; ")
      case .points(let points):
        points.reduce(into: "") { text, point in
          let forms = point.forms.map { $0.map(TextEscapes.keyPart).joined(separator: "+") }
          text += "\n- " + ([TextEscapes.keyPart(point.wording)] + forms).joined(separator: " | ")
        }
      }
    }

    /// An English citation of a statute with an English title; else the Chinese form, which the
    /// reader knows in every bank.
    private func basis(_ citations: [Citation]) -> String {
      citations.map { citation in
        citation.text(
          in: citation.title.short.utf8.first.map { $0 < 0x80 } == true ? .english : .chinese)
      }.joined(separator: isChinese ? "；" : "; ")
    }
  }
}
