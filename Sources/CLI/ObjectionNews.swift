import People
import Terminal
import Workflows

/// Tells a learner at the start what the trainer answered to objections since.
enum ObjectionNews {
  /// Shows what was not shown yet, then notes that it was; nothing where nobody sits there.
  static func show(_ session: CommandSession, data: MingfaData, to learner: Learner) throws {
    guard session.isInteractive else { return }
    let review = ReviewObjections(data, actor: session.actor)
    let news = try review.news(for: learner)
    guard !news.isEmpty else { return }
    try session.screen.lines(
      news.flatMap { ObjectionPage.forLearner($0, style: session.style) } + session.style.rule)
    try review.noteShown(news)
  }
}
