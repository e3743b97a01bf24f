/// A question that is being read: where its texts stand, not yet what they say.
struct QuestionDraft {
  var isOpen = false
  var place = Place(line: 0, offset: 0)
  /// The type's position in the registry; nil where none is known.
  var kind: Int?
  var slices: [Slice] = []
  var stem = Block(first: 0, count: 0, place: Place(line: 0, offset: 0))
  var options: [Block] = []
  /// By the raw value of `BankField`; a line of 0 where the field is absent.
  var fields: [Block]
  /// Something was wrong with the frame of the options, so that their key can't be judged.
  var hasBrokenOptions = false
  /// Where the lines begin that say what the question is: behind its number, which says nothing.
  var sourceStart = 0
  /// How many warnings and errors the file had given before.
  var warningsBefore = 0
  var errorsBefore = 0
  private var last = Target.stem

  private enum Target {
    case stem, option
    case field(Int)
  }

  private static let absent = Block(first: 0, count: 0, place: Place(line: 0, offset: 0))

  init() {
    fields = Array(repeating: Self.absent, count: BankField.allCases.count)
  }

  mutating func begin(_ place: Place, stem offset: Int, kind: Int?) {
    isOpen = true
    self.place = place
    self.kind = kind
    slices.removeAll(keepingCapacity: true)
    options.removeAll(keepingCapacity: true)
    for index in fields.indices { fields[index] = Self.absent }
    hasBrokenOptions = false
    stem = Block(first: 0, count: 0, place: Place(line: place.line, offset: offset))
    last = .stem
  }

  subscript(field: BankField) -> Block? {
    let block = fields[field.rawValue]
    return block.place.line == 0 ? nil : block
  }

  mutating func beginOption(_ place: Place) {
    options.append(Block(first: slices.count, count: 0, place: place))
    last = .option
  }

  mutating func beginField(_ field: BankField, _ place: Place) {
    fields[field.rawValue] = Block(first: slices.count, count: 0, place: place)
    last = .field(field.rawValue)
  }

  /// Adds a stretch of a line to the text that was begun last.
  mutating func continueText(_ slice: Slice) {
    guard !slice.isEmpty else { return }
    slices.append(slice)
    switch last {
    case .stem: stem.count += 1
    case .option: options[options.count - 1].count += 1
    case .field(let index): fields[index].count += 1
    }
  }

  /// The lines of a text.
  func lines(_ block: Block) -> ArraySlice<Slice> { slices[block.range] }
}
