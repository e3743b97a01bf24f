import Storage

/// One thing that was looked at before an exam, as it is.
package enum PreflightFact: Hashable, Sendable {
  /// The time that the clock shows, and the zone by which days are counted.
  case clock(shown: String, zone: String)
  /// No year in which this exam could be.
  case clockAstray(shown: String)
  /// The last entry of the log is dated later than now, by milliseconds.
  case clockBehind(by: Int64)
  case zoneUnknown(String)
  /// A file in the data folder, of this name, lets exams go by a set clock.
  case clockMaySet(String)
  case fileSystem(kind: String)
  /// In memory: gone when the computer is switched off.
  case fileSystemFleeting(kind: String)
  case fileSystemOnNetwork(kind: String)
  /// Bytes free, and bytes that an exam wants.
  case space(free: Int64, wanted: Int64)
  case spaceUnknown
  case backup(fileName: String)
  /// None of yesterday or today; nil: none at all.
  case backupOld(fileName: String?)
  /// So many forms, sealed as they were frozen; what is inside takes the key.
  case formsSealed(count: Int)
  /// So many forms, opened and read.
  case formsOpen(count: Int)
  case formAltered(code: String)
  /// The code given opens none of them.
  case keyWrong
  /// Candidates of a wave are to sit this form, which is not there.
  case formMissing(position: Int)
  case blueprintAltered
  case roster(candidates: Int, waves: Int)
  case rosterEmpty
  /// Candidates of these numbers have no name.
  case nameless([String])
  case questionsReady
  /// Put in doubt since the papers were frozen: bank and code.
  case questionsFlagged([String])
  /// Taken back or retired since.
  case questionsNotReady([String])
  /// Waves that are still to be opened.
  case waves(left: Int)
  case isOver
  case isCancelled(code: String)

  /// Whether nothing has to be done about it.
  package var isOK: Bool {
    switch self {
    case .clock, .fileSystem, .backup, .formsSealed, .formsOpen, .roster, .questionsReady, .waves:
      true
    case .space(let free, let wanted): free >= wanted
    case .clockAstray, .clockBehind, .zoneUnknown, .clockMaySet, .fileSystemFleeting,
      .fileSystemOnNetwork,
      .spaceUnknown, .backupOld, .formAltered, .keyWrong, .formMissing, .blueprintAltered,
      .rosterEmpty, .nameless, .questionsFlagged, .questionsNotReady, .isOver,
      .isCancelled:
      false
    }
  }

  /// A stable word for what was looked at, as in JSON.
  package var check: String {
    switch self {
    case .clock, .clockAstray, .clockBehind, .zoneUnknown, .clockMaySet: "clock"
    case .fileSystem, .fileSystemFleeting, .fileSystemOnNetwork: "file-system"
    case .space, .spaceUnknown: "space"
    case .backup, .backupOld: "backup"
    case .formsSealed, .formsOpen, .formAltered, .keyWrong, .formMissing, .blueprintAltered: "forms"
    case .roster, .rosterEmpty, .nameless: "roster"
    case .questionsReady, .questionsFlagged, .questionsNotReady: "questions"
    case .waves, .isOver, .isCancelled: "waves"
    }
  }
}
