import ArgumentParser
import Learning
import People
import Terminal
import Text
import Workflows

/// `mingfa` alone: the home screen.
enum HomeCommand {
  /// - Parameter simple: whether simple mode is wanted; nil as it is kept with the learner. That it is
  ///   not wanted is said of the first who sits there; others keep what they have.
  static func run(_ session: CommandSession, simple: Bool? = nil) throws {
    let data = try session.openData()
    try BankOffer.make(session, data: data, asks: simple != true)
    if simple == true { return try SimpleSession.stay(session, data: data) }
    let talk = session.sharedTalk(data)
    let picker = LearnerPicker(talk, editing: EditLearners(data, actor: session.actor))
    var answer = try picker.pick()
    if simple == false, case .learner(let learner) = answer {
      answer = .learner(try SimpleSession.takeOff(session, data: data, from: learner))
    }
    while true {
      switch answer {
      case .left(let leaving): throw ExitCode(status(of: leaving))
      case .learner(let learner) where learner.isSimple:
        talk.presence?.person = learner
        let leaving = try SimpleSession.practise(session, talk, data: data, by: learner)
        guard talk.presence?.hasLeft == true else { throw ExitCode(status(of: leaving)) }
        answer = try another(than: learner, talk, picker)
      case .learner(let learner):
        talk.presence?.person = learner
        try ObjectionNews.show(session, data: data, to: learner)
        let home = HomeScreen(
          talk, data: data, learner: learner,
          makeAuthor: { session.author($0) },
          showStatistics: { learner in
            let figures = try ShowStatistics(data, actor: session.actor).figures(of: learner)
            try session.screen.lines(StatsPage.lines(figures, style: session.style))
          }, afterPractice: { AfterWork.backUp() })
        let leaving = try home.stay()
        guard home.isSwitching || talk.presence?.hasLeft == true else {
          throw ExitCode(status(of: leaving))
        }
        answer = try another(than: learner, talk, picker)
      }
    }
  }

  /// Who comes after a learner; the same where the list is left by the one who opened it.
  private static func another(
    than learner: Learner, _ talk: Conversation, _ picker: LearnerPicker
  ) throws -> LearnerPicker.Answer {
    while true {
      let hadLeft = talk.presence?.takeDeparture() == true
      let answer = try picker.pick(always: true)
      // The list, too, may have been left alone for long.
      if talk.presence?.hasLeft == true { continue }
      if !hadLeft, case .left(.back) = answer { return .learner(learner) }
      return answer
    }
  }

  /// The exit status that a way of leaving means: signals as shells count them.
  static func status(of leaving: Leaving) -> Int32 {
    switch leaving {
    case .back: 0
    case .interrupted: ExitStatus.interrupted
    case .terminated(let signal): 128 + signal
    }
  }
}
