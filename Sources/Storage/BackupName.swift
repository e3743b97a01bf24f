import Learning

/// The name of a backup says what made it and when, so nothing else has to be kept beside it.
package struct BackupName: Hashable, Comparable, Sendable {
  /// What made a backup.
  package enum Kind: Hashable, Sendable {
    /// The program by itself, once a day. Only these are ever thinned out.
    case automatic
    /// A person, with `mingfa data backup`.
    case byHand
    /// The program, before it brought the database up to a newer schema: the schema of the copy.
    case beforeMigration(schema: Int)
    /// What a restore has put aside: the database as it was, sound or not.
    case replaced
  }

  package let kind: Kind
  /// The day of an automatic one (20261124), else the moment in UTC (20261124T040000Z); with -2, -3 …
  /// behind it where several were made in one second. Later ones compare greater.
  package let stamp: String

  /// The automatic backup of a day.
  package init(automaticOn day: CivilDay) {
    kind = .automatic
    stamp = day.iso.replacing("-", with: "")
  }

  /// A backup made at a moment, in UTC milliseconds.
  package init(_ kind: Kind, at utc: Int64) {
    self.init(kind, stamp: Self.stamp(utc))
  }

  private init(_ kind: Kind, stamp: String) {
    self.kind = kind
    self.stamp = stamp
  }

  /// Reads a file's name; nil where it is none of ours.
  package init?(fileName: String) {
    guard fileName.hasPrefix("mingfa-"), fileName.hasSuffix(".sqlite") else { return nil }
    let parts = fileName.dropFirst(7).dropLast(7).split(separator: "-", maxSplits: 1)
    guard parts.count == 2, parts[1].count >= 8,
      parts[1].allSatisfy({ $0.isASCII && ($0.isNumber || "-TZ".contains($0)) })
    else { return nil }
    switch parts[0] {
    case "auto": kind = .automatic
    case "hand": kind = .byHand
    case "replaced": kind = .replaced
    default:
      guard parts[0].hasPrefix("schema"), let schema = Int(parts[0].dropFirst(6)) else {
        return nil
      }
      kind = .beforeMigration(schema: schema)
    }
    stamp = String(parts[1])
  }

  /// The file's name.
  package var fileName: String {
    switch kind {
    case .automatic: "mingfa-auto-\(stamp).sqlite"
    case .byHand: "mingfa-hand-\(stamp).sqlite"
    case .beforeMigration(let schema): "mingfa-schema\(schema)-\(stamp).sqlite"
    case .replaced: "mingfa-replaced-\(stamp).sqlite"
    }
  }

  /// By age, the older first.
  package static func < (left: BackupName, right: BackupName) -> Bool {
    (left.stamp, left.fileName) < (right.stamp, right.fileName)
  }

  /// The same with a number behind it: the second of one moment is 2.
  func numbered(_ number: Int) -> BackupName { BackupName(kind, stamp: "\(stamp)-\(number)") }

  private static func stamp(_ utc: Int64) -> String {
    let seconds = Int((utc >= 0 ? utc : utc - 999) / 1000)
    let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    let digits = [rest / 3600, rest % 3600 / 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return BackupName(automaticOn: CivilDay(day)).stamp + "T\(digits.joined())Z"
  }
}
