import Questions
import Text
import Workflows

/// A trainer goes through what is in doubt. Each word takes hold at once and is kept with the trainer's name.
package struct ReviewScreen {
  private let review: ReviewBank
  private let reviewer: String
  private let talk: Conversation

  /// - Parameter reviewer: the name that decisions are kept under.
  package init(_ review: ReviewBank, reviewer: String, talk: Conversation) {
    self.review = review
    self.reviewer = reviewer
    self.talk = talk
  }

  /// Leaving ends a walk; what was decided stays.
  private struct Left: Error {
    let leaving: Leaving
  }

  /// Walks through a queue: changes of the law, objections, then versions that wait.
  ///
  /// - Returns: how the person left; nil at the end.
  /// - Throws: `ScreenFailure`, `StorageFailure`.
  package func walk(_ queue: ReviewQueue) throws -> Leaving? {
    do {
      for change in queue.changes + queue.later { try walk(change) }
      for objected in queue.objections { try walk(objected) }
      for waiting in queue.waiting { try walk(waiting) }
    } catch let left as Left {
      return left.leaving
    }
    try talk.say(Wording(zh: "都看完了", en: "That is all"))
    return nil
  }

  /// Waits for one of some keys; Enter alone leaves what is shown for later.
  private func key(_ prompt: Wording, among keys: String) throws -> Character? {
    try choice(prompt, among: keys, of: 0)?.key
  }

  /// Waits for one of some keys, and the numbers of those that it is meant for: `w` for all, `w1 3` for the
  /// first and the third.
  private func choice(
    _ prompt: Wording, among keys: String, of count: Int
  ) throws -> (key: Character, places: [Int])? {
    while true {
      switch try talk.nextLine(LinePrompt(prompt(talk.language))) {
      case .left(let leaving): throw Left(leaving: leaving)
      case .line(let line):
        let text = InputText.narrowed(line).lowercased()
        if text.isEmpty { return nil }
        if InputText.meansBack(text) { throw Left(leaving: .back) }
        if let key = text.first, keys.contains(key),
          let places = Self.places(text.dropFirst(), of: count)
        {
          return (key, places)
        }
        let list = keys.map(String.init).joined(separator: " ")
        try talk.say(
          Wording(zh: "请输入 \(list) 之一，或直接回车", en: "Type one of \(list), or press Enter"))
      }
    }
  }

  /// The places that numbers from 1 mean, all where there is none; nil where one is too great.
  private static func places(_ text: Substring, of count: Int) -> [Int]? {
    let words = text.split { !$0.isNumber }
    guard !words.isEmpty else { return text.allSatisfy(\.isWhitespace) ? Array(0..<count) : nil }
    let numbers = words.map { Int($0) ?? 0 }
    return numbers.allSatisfy { (1...max(count, 1)).contains($0) } && count > 0
      ? numbers.map { $0 - 1 } : nil
  }

  /// Asks for a reason; Enter alone gives none.
  private func reason(_ prompt: Wording) throws -> String {
    switch try talk.nextLine(LinePrompt(prompt(talk.language))) {
    case .left(let leaving): throw Left(leaving: leaving)
    case .line(let line):
      if InputText.meansBack(InputText.narrowed(line)) { throw Left(leaving: .back) }
      return line
    }
  }

  private static let why = Wording(zh: "理由（可空）> ", en: "Reason (may be empty)> ")

  // MARK: Changes of the law

  private func walk(_ change: ReviewQueue.Change) throws {
    try talk.show(ReviewPage.change(change, style: talk.style))
    if change.questions.contains(where: { $0.flag.review == .undecided }) { try decide(change) }
    if change.questions.contains(where: { $0.flag.review.allows(.confirmed, by: reviewer) }) {
      try confirm(change)
    }
    let own = change.questions.contains {
      if case .toConfirm(let name) = $0.flag.review { name == reviewer } else { false }
    }
    if own {
      try talk.say(
        Wording(
          zh: "你自己定的要另一个人来确认（--as 换成他的姓名）",
          en: "What you decided yourself has to be confirmed by another person (--as NAME)"))
    }
    for touched in change.questions where touched.flag.review == .toMend { try mend(touched) }
  }

  private func decide(_ change: ReviewQueue.Change) throws {
    let prompt = Wording(
      zh: "w = 只是文字，答案不变，r = 规则变了，w2 = 只说第 2 题，回车 = 先放下，q = 退出> ",
      en: "w = words only, the key stands, r = the rule changed, w2 = of question 2 alone, "
        + "Enter = later, q = quit> ")
    // What one key leaves open is asked for again.
    var open = change.questions.map { $0.flag.review == .undecided }
    var toMend: [ReviewQueue.Touched] = []
    while open.contains(true) {
      guard let choice = try choice(prompt, among: "wr", of: change.questions.count) else { break }
      let places = choice.places.filter { open[$0] }
      for place in places { open[place] = false }
      let questions = places.map { change.questions[$0] }
      let verdict: FlagReview.Verdict = choice.key == "w" ? .wordingOnly : .ofTheRule
      let count = try review.decide(
        verdict, on: questions, by: reviewer, reason: try reason(Self.why))
      if verdict == .ofTheRule { toMend += questions }
      try talk.say(
        verdict == .wordingOnly
          ? Wording(
            zh: "记下了 \(count) 题：答案不变，待另一人确认",
            en: "Kept for \(count) questions: the key stands; another person has to confirm it")
          : Wording(zh: "记下了 \(count) 题要改", en: "Kept: \(count) questions have to change"))
    }
    for touched in toMend { try mend(touched) }
  }

  private func confirm(_ change: ReviewQueue.Change) throws {
    let prompt = Wording(
      zh: "y = 我也确认答案不变，n = 不同意，y2 = 只说第 2 题，回车 = 先放下，q = 退出> ",
      en: "y = I confirm that the key stands, n = I do not, y2 = of question 2 alone, "
        + "Enter = later, q = quit> ")
    var open = change.questions.map { $0.flag.review.allows(.confirmed, by: reviewer) }
    while open.contains(true) {
      guard let choice = try choice(prompt, among: "yn", of: change.questions.count) else { return }
      let places = choice.places.filter { open[$0] }
      for place in places { open[place] = false }
      let verdict: FlagReview.Verdict = choice.key == "y" ? .confirmed : .disputed
      let count = try review.decide(
        verdict, on: places.map { change.questions[$0] }, by: reviewer,
        reason: try reason(Self.why))
      try talk.say(
        verdict == .confirmed
          ? Wording(
            zh: "\(count) 题恢复可用，依据换成新版",
            en: "\(count) questions are ready again and rest on the newer edition")
          : Wording(zh: "\(count) 题回到未定", en: "\(count) questions are undecided again"))
    }
  }

  private func mend(_ touched: ReviewQueue.Touched) throws {
    try talk.show(
      talk.style.rule + ReviewPage.question(touched.question, style: talk.style)
        + (touched.mend.map { ReviewPage.mend($0, of: touched.question, style: talk.style) } ?? []))
    let command =
      "mingfa bank edit \(touched.question.bankCode) \(touched.question.question.code.text)"
    guard let mend = touched.mend else {
      let prompt = Wording(
        zh: "没有现成的改法；t = 停用，回车 = 以后再改，q = 退出> ",
        en: "Nothing to propose; t = retire it, Enter = later, q = quit> ")
      try talk.say(Wording(zh: "要自己改：\(command)", en: "To change it yourself: \(command)"))
      if try key(prompt, among: "t") == "t" { try retire(touched.question) }
      return
    }
    let prompt = Wording(
      zh: "a = 照建议改并启用，d = 存为待审的草稿，t = 停用，回车 = 以后，q = 退出> ",
      en: "a = take it into use, d = keep it as a draft, t = retire, Enter = later, q = quit> ")
    try talk.say(Wording(zh: "要自己改：\(command)", en: "To change it yourself: \(command)"))
    guard let choice = try key(prompt, among: "adt") else { return }
    if choice == "t" { return try retire(touched.question) }
    let isKept = try review.mend(
      touched, with: mend, isInForce: choice == "a", by: reviewer,
      reason: try reason(Self.why))
    try talk.say(
      isKept
        ? choice == "a"
          ? Wording(
            zh: "新版本已启用，学过这题的人会重新练到", en: "In use; who learnt it will be asked it again")
          : Wording(zh: "存为草稿，待审", en: "Kept as a draft in review")
        : Wording(
          zh: "没有改成：这题刚被别人改过，或者改后不合题型的规矩；请用 mingfa bank edit",
          en: "Not changed: somebody changed it meanwhile, or it would break a rule of its type; "
            + "use mingfa bank edit"))
  }

  private func retire(_ question: StoredQuestion) throws {
    let isRetired = try review.retire(
      question, by: reviewer, reason: try reason(Self.why))
    if isRetired { try talk.say(Wording(zh: "停用了", en: "Retired")) }
  }

  // MARK: Objections

  private func walk(_ objected: ReviewQueue.Objected) throws {
    try talk.show(ReviewPage.objection(objected, style: talk.style))
    let code = "\(objected.question.bankCode) \(objected.question.question.code.text)"
    if objected.objection.answer != nil {
      try talk.say(
        Wording(
          zh: "已采纳，题还没改：mingfa bank edit \(code)",
          en: "Accepted, and not mended yet: mingfa bank edit \(code)"))
      let prompt = Wording(
        zh: "t = 停用，回车 = 以后，q = 退出> ", en: "t = retire, Enter = later, q = quit> ")
      if try key(prompt, among: "t") == "t" { try retire(objected.question) }
      return
    }
    let prompt = Wording(
      zh: "y = 采纳，n = 不采纳，回车 = 以后，q = 退出> ",
      en: "y = the learner is right, n = the question is right, Enter = later, q = quit> ")
    guard let choice = try key(prompt, among: "yn") else { return }
    let words = try reason(
      Wording(zh: "给学员的一句话> ", en: "A sentence for the learner> "))
    guard words.contains(where: { !$0.isWhitespace }) else {
      return try talk.say(
        Wording(zh: "没有写，先放下", en: "Nothing was written; it is left for later"))
    }
    try review.answer(objected, choice == "y" ? .accepted : .rejected, text: words)
    try talk.say(
      choice == "y"
        ? Wording(
          zh: "已答复；改好以前仍是存疑：mingfa bank edit \(code)",
          en: "Answered; in doubt until it is mended: mingfa bank edit \(code)")
        : Wording(zh: "已答复，题恢复可用", en: "Answered; the question is ready again"))
  }

  // MARK: Versions that wait

  private func walk(_ waiting: ReviewQueue.Waiting) throws {
    try talk.show(ReviewPage.waiting(waiting, style: talk.style))
    let prompt = Wording(
      zh: "a = 启用，t = 不要了，回车 = 以后，q = 退出> ",
      en: "a = take it into use, t = drop it, Enter = later, q = quit> ")
    switch try key(prompt, among: "at") {
    case "a":
      let isDone = try review.approve(
        waiting.question, by: reviewer, reason: try reason(Self.why))
      try talk.say(
        isDone
          ? Wording(zh: "启用了", en: "In use")
          : Wording(zh: "没有启用：已有更新的版本", en: "Not taken: there is a newer version"))
    case "t": try retire(waiting.question)
    default: break
    }
  }
}
