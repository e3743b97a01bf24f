import Statistics
import Text

/// 覆盖: which articles of which statutes banks ask about, and how often. Every form that it takes (page,
/// spreadsheet, JSON) is made from this value.
package struct CoverageMap: Hashable, Sendable {
  /// A bank whose questions are counted.
  package struct Bank: Hashable, Sendable {
    package var code: String
    package var title: String
    package var version: String
    /// All but retired ones.
    package var questions: Int
    /// Those of them that cite nothing.
    package var uncited: Int

    package init(code: String, title: String, version: String, questions: Int, uncited: Int) {
      self.code = code
      self.title = title
      self.version = version
      self.questions = questions
      self.uncited = uncited
    }
  }

  /// Whose answers are shown.
  package struct Person: Hashable, Sendable {
    package var number: Int64
    /// nil for a guest, and for someone who was forgotten.
    package var name: String?

    package init(number: Int64, name: String?) {
      self.number = number
      self.name = name
    }
  }

  /// Questions that rest on a place.
  package struct Count: Hashable, Sendable {
    package var questions: Int
    /// Those that the person has answered; 0 where there is no person.
    package var answered: Int

    package init(questions: Int, answered: Int) {
      self.questions = questions
      self.answered = answered
    }
  }

  /// An article.
  package struct Article: Hashable, Sendable {
    /// 291-1.
    package var number: String
    /// 第二百九十一条之一.
    package var name: Wording
    package var count: Count

    package init(number: String, name: Wording, count: Count) {
      self.number = number
      self.name = name
      self.count = count
    }
  }

  /// A heading; its articles are places among those of the statute.
  package struct Heading: Hashable, Sendable {
    /// `part`, `subpart`, `chapter`, `section`.
    package var division: String
    /// nil where it has none, as 附则.
    package var number: Int?
    package var title: String
    /// 第二章 自然人.
    package var name: Wording
    /// How many headings it lies in.
    package var depth: Int
    /// Its articles, those of deeper headings included.
    package var all: Range<Int>
    /// Its articles before the next heading.
    package var own: Range<Int>

    package init(
      division: String, number: Int?, title: String, name: Wording, depth: Int, all: Range<Int>,
      own: Range<Int>
    ) {
      self.division = division
      self.number = number
      self.title = title
      self.name = name
      self.depth = depth
      self.all = all
      self.own = own
    }
  }

  /// An edition of a statute.
  package struct Statute: Hashable, Sendable {
    /// Its short name, without brackets.
    package var title: String
    package var fullTitle: String
    /// As it is named on a page: 《民法典》.
    package var name: Wording
    /// 2020-05-28.
    package var edition: String
    /// nil where it is not known.
    package var effective: String?
    /// Questions that rest on any place of it, each once.
    package var total: Count
    /// nil where it has no preamble.
    package var preamble: Count?
    /// The articles before the first heading, as places.
    package var leading: Range<Int>
    package var headings: [Heading]
    package var articles: [Article]

    package init(
      title: String, fullTitle: String, name: Wording, edition: String, effective: String?,
      total: Count, preamble: Count?, leading: Range<Int>, headings: [Heading],
      articles: [Article]
    ) {
      self.title = title
      self.fullTitle = fullTitle
      self.name = name
      self.edition = edition
      self.effective = effective
      self.total = total
      self.preamble = preamble
      self.leading = leading
      self.headings = headings
      self.articles = articles
    }
  }

  /// A citation of a place that does not exist.
  package struct Absent: Hashable, Sendable {
    package var bank: String
    package var code: String
    package var citation: String

    package init(bank: String, code: String, citation: String) {
      self.bank = bank
      self.code = code
      self.citation = citation
    }
  }

  /// An edition that banks name and nobody has the articles of.
  package struct Unknown: Hashable, Sendable {
    package var title: String
    package var name: Wording
    package var edition: String
    /// Citations that could not be looked up.
    package var citations: Int

    package init(title: String, name: Wording, edition: String, citations: Int) {
      self.title = title
      self.name = name
      self.edition = edition
      self.citations = citations
    }
  }

  /// The day on which was counted, as 2026-11-24.
  package var asOf: String
  /// The program and its version.
  package var program: String
  package var banks: [Bank]
  /// nil where no learner was asked for.
  package var person: Person?
  package var statutes: [Statute]
  package var absent: [Absent]
  package var unknown: [Unknown]

  package init(
    asOf: String, program: String, banks: [Bank], person: Person?, statutes: [Statute],
    absent: [Absent], unknown: [Unknown]
  ) {
    self.asOf = asOf
    self.program = program
    self.banks = banks
    self.person = person
    self.statutes = statutes
    self.absent = absent
    self.unknown = unknown
  }
}

extension CoverageMap.Statute {
  /// How many of some articles are asked about at all.
  package func asked(_ places: Range<Int>) -> Rate {
    Rate(articles[places].count { $0.count.questions > 0 }, of: places.count)
  }

  /// About how many of some articles the person has answered a question.
  package func met(_ places: Range<Int>) -> Rate {
    Rate(articles[places].count { $0.count.answered > 0 }, of: places.count)
  }

  /// All articles, as places.
  package var all: Range<Int> { articles.indices }

  /// The numbers of articles that questions rest on, none of which the person has answered, runs of
  /// them joined: `3-5`, `9`, `12-1`.
  package var unmet: [String] {
    var runs: [(first: Int, last: Int)] = []
    for (place, article) in articles.enumerated() where article.count.isUnmet {
      if let run = runs.last, run.last == place - 1 {
        runs[runs.count - 1].last = place
      } else {
        runs.append((place, place))
      }
    }
    return runs.flatMap { run in
      let (first, last) = (articles[run.first].number, articles[run.last].number)
      // 9-1 is an article: a run that it begins or ends is said with two dots.
      let isPlain = !first.contains("-") && !last.contains("-")
      return switch run.last - run.first {
      case 0: [first]
      case 1: [first, last]
      default: [first + (isPlain ? "-" : "..") + last]
      }
    }
  }
}

extension CoverageMap.Count {
  /// Whether there are questions and the person has answered none of them.
  package var isUnmet: Bool { questions > 0 && answered == 0 }
}
