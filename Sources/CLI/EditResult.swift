import ArgumentParser
import Questions
import Reports
import Terminal
import Text
import Workflows

/// Tells what came of changing or adding a question.
struct EditResult {
  let command: EditDocument.Command
  let session: CommandSession
  let format: OutputFormat

  /// What came of a stay on the screen.
  func tell(_ end: EditScreen.End, of code: QuestionCode?) throws {
    switch end {
    case .left(.back):
      try session.talk.say(Wording(zh: "没有保存", en: "Nothing was saved"))
    case .left(let leaving): throw ExitCode(HomeCommand.status(of: leaving))
    case .ended(.saved(let stored, let judgement)): try tell(stored, judgement)
    case .ended(.unchanged): try tellUnchanged(code)
    case .ended(.refused(let judgement)): show(judgement.problems)
    }
  }

  /// What came of a change that was given with the command.
  func tell(_ outcome: EditQuestion.Outcome, of edited: EditedQuestion) throws {
    switch outcome {
    case .saved(let stored, let judgement):
      if format == .text { show(judgement.problems) }
      try tell(stored, judgement)
    case .unchanged:
      guard format == .json else { return try tellUnchanged(edited.code) }
      try session.screen.write(try JSONText.encode(EditDocument(edited, outcome: "unchanged")))
    case .refused(let judgement):
      try refuse(
        judgement.problems, bank: edited.header.id, code: edited.code.text,
        version: edited.before?.number)
    }
  }

  /// A question that was retired or revived.
  func tell(_ edited: EditedQuestion, isNow state: QuestionState) throws {
    guard format == .text else {
      return try session.screen.write(
        try JSONText.encode(EditDocument(edited, outcome: state.word)))
    }
    try session.talk.say(
      state == .retired
        ? Wording(
          zh: "\(edited.code.text) 停用了，记录都留着",
          en: "\(edited.code.text) is retired; all records stay")
        : Wording(
          zh: "\(edited.code.text) 恢复为草稿；改好后启用，或用 mingfa bank review 启用",
          en:
            "\(edited.code.text) is a draft again; change it, or approve it with mingfa bank review"
        ))
  }

  /// Nothing was written for errors.
  func refuse(
    _ problems: [ReadProblem], bank: String, code: String? = nil, version: Int? = nil
  ) throws -> Never {
    if format == .json {
      try session.screen.write(
        try JSONText.encode(
          EditDocument(command, bank: bank, code: code, version: version, problems: problems)))
    } else {
      show(problems)
    }
    let count = problems.count { $0.severity == .error }
    session.note(
      Wording(
        zh: "有 \(count) 处错误，没有保存；改好再试",
        en: "\(count) errors, nothing was saved; mend them and try again"))
    throw ExitCode(ExitStatus.data)
  }

  private func show(_ problems: [ReadProblem]) {
    if session.screen.capabilities.isInteractive {
      for line in EditPage.problems(problems, style: session.style) { session.screen.message(line) }
    } else {
      for problem in problems {
        session.screen.message(SafeText.clean(EditPage.sentence(problem, in: Spoken.language)))
      }
    }
  }

  private func tellUnchanged(_ code: QuestionCode?) throws {
    let code = code?.text ?? ""
    try session.talk.say(
      Wording(
        zh: "\(code) 和现在的一样，没有改动", en: "\(code) says what it said; nothing was changed"))
  }

  private func tell(_ stored: StoredQuestion, _ judgement: EditQuestion.Judgement) throws {
    guard format == .text else {
      return try session.screen.write(try JSONText.encode(EditDocument(command, stored, judgement)))
    }
    let code = stored.question.code.text
    guard stored.question.state == .ready else {
      return try session.talk.say(
        Wording(
          zh: "\(code) 第 \(stored.number) 版存为待审；用 mingfa bank review 启用",
          en: "\(code), version \(stored.number), waits for mingfa bank review"))
    }
    try session.talk.say(
      Wording(
        zh: "\(code) 第 \(stored.number) 版已启用" + (judgement.isDue ? "，学过的人会重新练到" : ""),
        en: "\(code), version \(stored.number), is in use"
          + (judgement.isDue ? "; who learnt it will be asked it again" : "")))
  }
}
