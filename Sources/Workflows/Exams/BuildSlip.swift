import Exams
import People
import Questions
import Reports
import Storage
import Text

/// A candidate's result slip, after publication: the paper as it was seen, and what became of it.
package struct BuildSlip {
  let data: MingfaData

  package init(_ data: MingfaData) { self.data = data }

  /// Who wants to see a slip.
  package enum Reader: Sendable {
    /// Whose role has to allow it.
    case staff(Actor)
    /// The candidate, by the code of the ticket.
    case candidate(ticket: String)
  }

  /// - Throws: `ExamFailure.notPublished` before publication, `.wrongTicket`, `.noSuchCandidate`,
  ///   `.gradeDiffers`; `StorageFailure`, `Authorisation.Refusal`.
  package func slip(
    _ number: String, of exam: StoredExam, for reader: Reader
  ) throws -> PrintedSheet {
    let found = try data.exams.candidate(number, of: exam.id)
    let candidate: StoredCandidate
    switch reader {
    case .staff(let actor):
      try Authorisation.authorise(actor, to: .readResults)
      guard let found else { throw ExamFailure.noSuchCandidate(number) }
      candidate = found
    case .candidate(let ticket):
      // Whoever guesses numbers is not told which of them exist.
      guard let found,
        CreateExam.digest(exam: exam.code, number: number, code: ticket) == found.ticket
      else { throw ExamFailure.wrongTicket }
      candidate = found
    }
    guard try data.exams.state(of: exam.id).published != nil else {
      throw ExamFailure.notPublished
    }
    let events = try data.sittings.events(of: candidate.id)
    let sitting = SittingState(events)
    var sheet = PrintedSheet(
      title: Wording(
        zh: "\(exam.shownTitle.zh) 成绩单", en: "Result slip: \(exam.shownTitle.en)"),
      blocks: [.facts(try person(candidate, of: exam) + times(sitting, of: candidate))])
    guard sitting.end != nil else {
      sheet.blocks.append(.sentence(Wording(zh: "缺考，没有成绩", en: "Absent; there is no result")))
      return sheet
    }
    let paper = try FindExam(data).paper(candidate.seat.form, of: exam)
    let blueprint = try FindExam.blueprint(of: exam)
    let grade = PaperGrade(
      of: paper, responses: sitting.responses, passMark: blueprint.passMark)
    guard let stored = try data.sittings.grades(of: exam.id)[candidate.id],
      stored.score == grade.score, stored.isPassed == grade.isPassed
    else { throw ExamFailure.gradeDiffers(number) }
    sheet.blocks.append(.facts(try result(grade, form: paper.code, of: candidate)))
    sheet.blocks +=
      SlipLines(
        paper: paper, order: PaperOrder(of: paper, seed: candidate.seed, rules: blueprint.forms),
        responses: sitting.responses, grade: grade
      ).blocks
    return sheet
  }

  private func person(
    _ candidate: StoredCandidate, of exam: StoredExam
  ) throws -> [PrintedSheet.Fact] {
    let seat = candidate.seat
    let unit = try candidate.unit.flatMap { id in
      try data.learners.units().first { $0.id == id }?.code
    }
    return [
      .init(Wording(zh: "考试代号", en: "Exam"), exam.code),
      .init(Wording(zh: "准考证号", en: "Admission number"), candidate.number),
      .init(Wording(zh: "姓名", en: "Name"), candidate.name),
    ] + (unit.map { [.init(Wording(zh: "单位", en: "Unit"), $0)] } ?? []) + [
      .init(
        Wording(zh: "场次座位", en: "Seat"),
        Wording(
          zh: "第 \(seat.wave) 场 \(seat.number) 座", en: "wave \(seat.wave), seat \(seat.number)"))
    ]
      + (exam.isRehearsal
        ? [
          .init(
            Wording(zh: "演练", en: "Rehearsal"), Wording(zh: "不计成绩", en: "it counts nowhere"))
        ] : [])
  }

  private func times(
    _ sitting: SittingState, of candidate: StoredCandidate
  ) throws -> [PrintedSheet.Fact] {
    let days = try data.dayRule()
    var facts: [PrintedSheet.Fact] = []
    if let began = sitting.began {
      facts.append(.init(Wording(zh: "开始", en: "Began"), days.clockText(of: began.utc)))
    }
    if let end = sitting.end {
      facts.append(
        .init(Wording(zh: "交卷", en: "Handed in"), days.clockText(of: end.moment.utc)))
    }
    let extra = candidate.extraMinutes + sitting.extraMinutes
    let minutes = [
      (Wording(zh: "准予延时", en: "Extra time granted"), extra),
      (Wording(zh: "补时", en: "Time given back"), Int(sitting.given / 60_000)),
    ]
    for (label, count) in minutes where count > 0 {
      facts.append(.init(label, Wording(zh: "\(count) 分钟", en: "\(count) minutes")))
    }
    if let assistance = candidate.assistance {
      facts.append(.init(Wording(zh: "准许协助", en: "Allowed help"), assistance))
    }
    return facts
  }

  private func result(
    _ grade: PaperGrade, form: String, of candidate: StoredCandidate
  ) throws -> [PrintedSheet.Fact] {
    let receipt = try data.evidence.receipt(of: candidate.id)?.code
    return [
      .init(Wording(zh: "试卷", en: "Form"), form),
      .init(
        Wording(zh: "成绩", en: "Score"),
        Wording(
          zh: "\(grade.score.text) 分，满分 \(grade.full.text)，\(grade.passMark.text) 分合格",
          en: "\(grade.score.text) of \(grade.full.text), pass mark \(grade.passMark.text)")),
      .init(
        Wording(zh: "结果", en: "Result"),
        grade.isPassed ? Wording(zh: "合格", en: "passed") : Wording(zh: "不合格", en: "failed")),
    ] + (receipt.map { [.init(Wording(zh: "回执", en: "Receipt"), $0)] } ?? [])
  }
}
