import Questions

/// A case that is being read.
struct CaseDraft {
  /// Where the case begins.
  var place: Place
  /// The lines of the passage.
  var slices: [Slice] = []
  /// The passage's 编号, if it stands there.
  var code: (slice: Slice, place: Place)?
  /// Made when the first question begins.
  var passage: Passage?
  var isPassageClosed = false
  var questionsBegun = 0
  var questions: [ReadItem.ReadQuestion] = []
  var lines: [Int] = []

  init(place: Place) { self.place = place }
}

/// A question or passage without 编号.
struct UncodedPlace {
  /// A line is to be put in after the line that ends here; or, where an empty 编号 stands there
  /// already, the code after this offset.
  var offset: Int
  var fillsEmptyField: Bool
  var line: Int
}
