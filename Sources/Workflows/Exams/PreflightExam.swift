import Exams
import Foundation
import Learning
import People
import Seals
import Storage

/// Looks at everything that an exam rests on before it is opened. It only reads.
package struct PreflightExam {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// Bytes that an exam wants free: the log of a full room, the backup of the day, and as much again.
  package static let room: Int64 = 200 << 20

  /// Clocks of computers in one room differ by seconds.
  private static let slack: Int64 = 60_000

  /// What was found, in the order of the day.
  ///
  /// - Parameter key: the opening code; nil looks at the sealed bytes only.
  /// - Throws: `StorageFailure`, `Authorisation.Refusal`.
  package func facts(about exam: StoredExam, key: String? = nil) throws -> [PreflightFact] {
    try Authorisation.authorise(actor, to: .holdExams)
    return try clock() + place() + [backup()] + forms(of: exam, key: key) + roster(of: exam)
      + questions(of: exam) + [waves(of: exam)]
  }

  private func clock() throws -> [PreflightFact] {
    let now = data.environment.clock.now().utc
    let zone = try data.settings.value(.zone) ?? MingfaData.usualZone
    let shown = try data.dayRule().clockText(of: now)
    guard zone == MingfaData.usualZone || TimeZone(identifier: zone) != nil else {
      return [.zoneUnknown(zone)]
    }
    guard let year = Int(shown.prefix(4)), (2025...2100).contains(year) else {
      return [.clockAstray(shown: shown)]
    }
    let ahead = try (data.evidence.last()?.utc ?? 0) - now
    if ahead > Self.slack { return [.clockBehind(by: ahead)] }
    let folder = data.environment.folder.path
    return [.clock(shown: shown, zone: zone)]
      + (SetClockMark.stands(in: folder) ? [.clockMaySet(SetClockMark.fileName)] : [])
  }

  private func place() -> [PreflightFact] {
    guard let volume = Volume(path: data.environment.folder.path) else { return [.spaceUnknown] }
    let fileSystem: PreflightFact =
      switch volume.fitness {
      case .local: .fileSystem(kind: volume.kind)
      case .fleeting: .fileSystemFleeting(kind: volume.kind)
      case .network: .fileSystemOnNetwork(kind: volume.kind)
      }
    return [fileSystem, .space(free: volume.free, wanted: Self.room)]
  }

  private func backup() throws -> PreflightFact {
    // What a restore has put aside is no backup of what came after it.
    let names = BackupFolder(of: data.environment.folder).names().filter { $0.kind != .replaced }
    guard let newest = names.first else { return .backupOld(fileName: nil) }
    let today = try data.dayRule().day(of: data.environment.clock.now().utc)
    // Names of a day and of a moment both begin with their day.
    let recent = [today, today - 1].map { CivilDay($0).iso.replacing("-", with: "") }
    let isFresh =
      newest.stamp.prefix(8) > recent[0] || recent.contains(String(newest.stamp.prefix(8)))
    return isFresh ? .backup(fileName: newest.fileName) : .backupOld(fileName: newest.fileName)
  }

  private func forms(of exam: StoredExam, key: String?) throws -> [PreflightFact] {
    let forms = try data.exams.forms(of: exam.id)
    let entries = try data.evidence.entries(ofExam: exam.id)
    guard let frozen = entries.lazy.compactMap(ExamCoding.frozen).first else {
      return [.blueprintAltered]
    }
    var facts: [PreflightFact] = []
    if Digest(of: Array(exam.blueprint.utf8)).hex != frozen.blueprint
      || (try? FindExam.blueprint(of: exam)) == nil
    {
      facts.append(.blueprintAltered)
    }
    for position in frozen.forms.indices where !forms.contains(where: { $0.position == position }) {
      facts.append(.formMissing(position: position))
    }
    let code = try data.exams.key(of: exam.id) ?? key
    for form in forms {
      let isAsFrozen =
        frozen.forms.indices.contains(form.position)
        && frozen.forms[form.position] == form.digest.hex
        && (!frozen.sealed.indices.contains(form.position)
          || frozen.sealed[form.position] == Digest(of: form.sealed).hex)
      guard isAsFrozen else {
        facts.append(.formAltered(code: form.code))
        continue
      }
      guard let code else { continue }
      do throws(ExamFailure) { _ = try SealedForms.unseal(form, code: code) } catch .wrongKey {
        // As they were frozen, so it is the code.
        return facts + [.keyWrong]
      } catch { facts.append(.formAltered(code: form.code)) }
    }
    guard facts.isEmpty else { return facts }
    return [code == nil ? .formsSealed(count: forms.count) : .formsOpen(count: forms.count)]
  }

  private func roster(of exam: StoredExam) throws -> [PreflightFact] {
    let candidates = try data.exams.candidates(of: exam.id)
    guard !candidates.isEmpty else { return [.rosterEmpty] }
    let forms = Set(try data.exams.forms(of: exam.id).map(\.position))
    let nameless = candidates.filter { $0.name.isEmpty }.map(\.number)
    let missing = Set(candidates.map(\.seat.form)).subtracting(forms).sorted()
    let facts =
      missing.map { PreflightFact.formMissing(position: $0) }
      + (nameless.isEmpty ? [] : [.nameless(nameless)])
    let waves = candidates.map(\.seat.wave).max() ?? 0
    return facts.isEmpty ? [.roster(candidates: candidates.count, waves: waves)] : facts
  }

  private func questions(of exam: StoredExam) throws -> [PreflightFact] {
    let doubts = try data.exams.doubts(about: exam)
    func codes(_ cause: ExamDoubt.Cause) -> [String] {
      doubts.filter { $0.cause == cause }.map { "\($0.bank) \($0.code)" }
    }
    let (flagged, others) = (codes(.flagged), codes(.notReady))
    if doubts.isEmpty { return [.questionsReady] }
    return (flagged.isEmpty ? [] : [.questionsFlagged(flagged)])
      + (others.isEmpty ? [] : [.questionsNotReady(others)])
  }

  private func waves(of exam: StoredExam) throws -> PreflightFact {
    let state = try data.exams.state(of: exam.id)
    guard state.cancelled == nil else { return .isCancelled(code: exam.code) }
    let count = try data.exams.size(of: exam.id).waves
    let left = count - state.waves.count
    return left > 0 || state.openWave != nil ? .waves(left: left) : .isOver
  }
}
