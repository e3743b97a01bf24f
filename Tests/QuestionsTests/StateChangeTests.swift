import Testing

@testable import Questions

@Suite struct StateChangeTests {
  private static let table: [(StateChange, QuestionState?, QuestionState?)] = [
    (.loaded(.ready, hasError: false), nil, .ready),
    (.loaded(.ready, hasError: true), nil, .inReview),
    (.loaded(.draft, hasError: true), nil, .draft),
    (.loaded(.ready, hasError: false), .flagged, .flagged),
    (.loaded(.ready, hasError: false), .inReview, .inReview),
    (.loaded(.ready, hasError: false), .retired, .ready),
    (.loaded(.ready, hasError: true), .ready, .inReview),
    (.loaded(.retired, hasError: false), .flagged, .retired),
    (.submitted, .draft, .inReview), (.submitted, .ready, nil),
    (.approved, .draft, .ready), (.approved, .inReview, .ready), (.approved, .flagged, nil),
    (.approved, .retired, nil),
    (.flagged, .ready, .flagged), (.flagged, .flagged, .flagged), (.flagged, .draft, nil),
    (.flagged, .retired, nil), (.settled, .flagged, .ready), (.settled, .inReview, nil),
    (.retired, .ready, .retired), (.retired, .retired, nil), (.revived, .retired, .draft),
    (.revived, .ready, nil),
  ]

  @Test(arguments: table.indices)
  func `each change leads where it may and nowhere else`(row: Int) {
    let (change, before, after) = Self.table[row]
    #expect(change.state(after: before) == after)
  }

  @Test func `only a load or a person's approval or settlement makes a question ready`() {
    let changes: [StateChange] = [.submitted, .flagged, .retired, .revived]
    for change in changes {
      for state in QuestionState.allCases { #expect(change.state(after: state) != .ready) }
    }
  }

  @Test(
    arguments: [
      ([], FlagReview.undecided),
      ([(.wordingOnly, "甲")], .toConfirm(by: "甲")),
      ([(.wordingOnly, "甲"), (.confirmed, "甲")], .toConfirm(by: "甲")),
      ([(.wordingOnly, "甲"), (.confirmed, "乙")], .settled),
      ([(.wordingOnly, "甲"), (.disputed, "乙")], .undecided),
      ([(.ofTheRule, "甲")], .toMend),
      ([(.wordingOnly, "甲"), (.ofTheRule, "乙")], .toMend),
      ([(.confirmed, "乙")], .undecided),
    ] as [([(FlagReview.Verdict, String)], FlagReview)])
  func `a key that stands is settled by a second person`(
    decisions: [(FlagReview.Verdict, String)], review: FlagReview
  ) {
    #expect(FlagReview(decisions.map { .init($0.0, by: $0.1) }) == review)
  }

  @Test func `nobody confirms what he decided himself`() {
    let review = FlagReview([.init(.wordingOnly, by: "甲")])
    #expect(!review.allows(.confirmed, by: "甲"))
    #expect(review.allows(.confirmed, by: "乙"))
    #expect(!FlagReview([]).allows(.confirmed, by: "乙"))
    #expect(
      !FlagReview([.init(.wordingOnly, by: "甲"), .init(.confirmed, by: "乙")])
        .allows(.ofTheRule, by: "丙"))
  }
}
