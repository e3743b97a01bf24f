import ArgumentParser
import Learning
import People
import Terminal
import Text
import Workflows

/// `mingfa` alone: the home screen.
enum HomeCommand {
  /// - Parameter simple: whether simple mode is wanted; nil as it is kept with the learner.
  static func run(_ session: CommandSession, simple: Bool? = nil) throws {
    let data = try session.openData()
    try BankOffer.make(session, data: data, asks: simple != true)
    let editing = EditLearners(data, actor: session.actor)
    if simple == true {
      let learner = try SimpleSession.pick(session, editing)
      return try SimpleSession.run(session, data: data, by: learner, keeps: true)
    }
    switch try LearnerPicker(session.talk, editing: editing).pick() {
    case .left(let leaving): throw ExitCode(status(of: leaving))
    case .learner(let learner) where simple ?? learner.isSimple:
      try SimpleSession.run(session, data: data, by: learner, keeps: false)
    case .learner(let learner):
      try ObjectionNews.show(session, data: data, to: learner)
      let home = HomeScreen(
        session.talk, data: data, learner: learner,
        makeAuthor: { session.author($0) },
        showStatistics: { learner in
          let figures = try ShowStatistics(data, actor: session.actor).figures(of: learner)
          try session.screen.lines(StatsPage.lines(figures, style: session.style))
        }, afterPractice: { AfterWork.backUp() })
      let code = status(of: try home.stay())
      if code != 0 { throw ExitCode(code) }
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
