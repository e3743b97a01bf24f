import ArgumentParser
import Exams
import Reports
import Terminal
import Text
import Workflows

/// `mingfa exam verify`.
struct ExamVerifyCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "verify",
      Wording(
        zh: "核验：按答案重算每个成绩，检查记录是否被改过", en: "Recount every score, and look for alterations"),
      examples: [
        "mingfa exam verify", "mingfa exam verify --against 1042-7K3Q-9F2M-01AB-XYZ8",
        Wording(
          zh: "mingfa exam verify --against 密封成绩.json",
          en: "mingfa exam verify --against sealed.json"
        ).spoken,
      ], aliases: ["核验"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var format: FormatOption

  @Option(
    help: .worded(
      zh: "只重算这场考试的成绩；不写就是全部", en: "Recount this exam alone; without it all",
      value: Wording(zh: "考试", en: "exam")))
  var exam: String?

  @Option(
    help: .worded(
      zh: "与外部留存的校验码或密封成绩文件比对；可写多次", en: "A code or a sealed export kept outside; may be repeated",
      value: Wording(zh: "校验码或文件", en: "code-or-file")), completion: .file())
  var against: [String] = []

  private struct Document: Encodable {
    struct Finding: Encodable {
      var kind: String
      var message: String
    }
    struct Anchor: Encodable {
      var name: String
      var entries: Int64?
      var agrees: Bool
    }
    var schema = "mingfa.exam-verify/1"
    var ok: Bool
    var findings: [Finding]
    var entries: Int
    var exams: Int
    var sittings: Int
    var recounted: Int
    var notRecounted: Int
    var closedForms: Int
    var head: String?
    var anchors: [Anchor]
  }

  func run(_ desk: SignedIn) throws {
    let outcome = try VerifyEvidence(desk.data, actor: desk.actor)
      .verify(exam: exam, against: against)
    let audit = outcome.audit
    try desk.session.print(format.format) {
      try JSONText.encode(
        Document(
          ok: outcome.isClean,
          findings: audit.findings.map { .init(kind: $0.id, message: $0.wording.spoken) },
          entries: audit.entries, exams: audit.exams, sittings: audit.sittings,
          recounted: audit.recounted, notRecounted: audit.uncounted,
          closedForms: audit.closedForms, head: audit.head?.code,
          anchors: outcome.anchors.map {
            .init(name: $0.name, entries: $0.count, agrees: $0.agrees)
          }))
    } text: {
      (audit.findings.map(\.wording) + Self.summary(outcome))
        .flatMap { desk.session.style.wrapped(SafeText.clean($0.spoken)) }
    }
    if !outcome.isClean { throw ExitCode(ExitStatus.checkFailed) }
  }

  private static func summary(_ outcome: VerifyEvidence.Outcome) -> [Wording] {
    let audit = outcome.audit
    var lines = [
      Wording(
        zh: "记录 \(audit.entries) 条，考试 \(audit.exams) 场，答卷 \(audit.sittings) 份，重算成绩 "
          + "\(audit.recounted) 份："
          + (outcome.isClean ? "没有发现改动" : "发现 \(audit.findings.count) 处问题"),
        en: "\(audit.entries) entries, \(audit.exams) exams, \(audit.sittings) sittings, "
          + "\(audit.recounted) scores recounted: "
          + (outcome.isClean ? "nothing was altered" : "\(audit.findings.count) findings"))
    ]
    if audit.closedForms + audit.uncounted > 0 {
      lines.append(
        Wording(
          zh: "没有查：\(audit.closedForms) 套卷还没有开考码，看不到里面；\(audit.uncounted) 份成绩因此没有重算",
          en:
            "Not checked: the inside of \(audit.closedForms) forms whose opening code is not known "
            + "yet, and \(audit.uncounted) scores on them"))
    }
    lines += outcome.anchors.filter(\.agrees).map { anchor in
      Wording(
        zh: "与 \(anchor.name) 一致：到第 \(anchor.count ?? 0) 条记录为止没有被重写",
        en: "\(anchor.name) agrees: up to entry \(anchor.count ?? 0) nothing was rewritten")
    }
    if let head = audit.head {
      lines.append(
        Wording(
          zh: "校验码 \(head.code)，请抄在数据之外的地方", en: "Code \(head.code); keep it outside the data"))
    }
    if outcome.anchors.isEmpty {
      lines.append(
        Wording(
          zh: "只有与外部留存的校验码比对，才能发现整体重写或尾部删除",
          en: "Only against a code kept outside does a whole rewrite or a cut-off tail show"))
    }
    return lines
  }
}

/// `mingfa exam export`.
struct ExamExportCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "export",
      Wording(zh: "导出签名密封的成绩，供日后核验", en: "Export sealed results, to verify against later"),
      examples: [
        Wording(
          zh: "mingfa exam export --output 密封成绩.json",
          en: "mingfa exam export --output sealed.json"
        ).spoken
      ], aliases: ["密封导出"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption

  @Option(
    help: .worded(
      zh: "写到这个文件；- 为标准输出", en: "Write to this file; - for standard output",
      value: Wording(zh: "文件", en: "file")), completion: .file())
  var output: String

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(withResults: which.exam)
    let sealed = try SealResults(desk.data, actor: desk.actor).seal(exam)
    guard output != "-" else { return try desk.session.screen.write(sealed.text) }
    try WriteFile.write(sealed.text, to: output)
    desk.session.note(
      Wording(
        zh: "已写出 \(output)；校验码 \(sealed.head.code)，签名公钥 \(sealed.signer)。请存到这台电脑之外",
        en:
          "Wrote \(output); code \(sealed.head.code), signing key \(sealed.signer). Keep it outside "
          + "this computer"))
  }
}
