import Learning
import Reports
import Storage
import Text

extension ShowExam {
  /// The facts as a sheet.
  ///
  /// - Throws: `StorageFailure`.
  package func sheet(of facts: Facts) throws -> PrintedSheet {
    let days = try data.dayRule()
    func plain(_ text: String) -> Wording { Wording(zh: text, en: text) }
    func told(_ moment: Moment?) -> Wording {
      plain(moment.map { days.clockText(of: $0.utc) } ?? "-")
    }
    let title = "\(facts.exam.title) (\(facts.exam.code))"
    let mark = facts.exam.rehearsalMark
    let forms = Dictionary(
      facts.forms.map { ($0.position, $0.code) }, uniquingKeysWith: { $1 })
    var lines: [PrintedSheet.Fact] = [
      .init(Wording(zh: "建立", en: "Made"), plain(days.clockText(of: facts.exam.created))),
      .init(Wording(zh: "成绩公布", en: "Published"), told(facts.state.published)),
    ]
    if let window = facts.exam.window.wording(days) {
      lines.append(.init(Wording(zh: "考试时间", en: "May be opened"), window))
    }
    if let seed = facts.seed {
      lines.append(.init(Wording(zh: "组卷种子", en: "Seed of the papers"), plain(String(seed))))
    }
    if let cancelled = facts.state.cancelled {
      lines.append(
        .init(
          Wording(zh: "已取消", en: "Cancelled"),
          plain("\(days.clockText(of: cancelled.moment.utc)) \(cancelled.reason)")))
    }
    return PrintedSheet(
      title: mark.map { Wording(zh: "\($0.zh) \(title)", en: "\($0.en) \(title)") } ?? plain(title),
      blocks: [
        .facts(lines),
        .heading(Wording(zh: "场次", en: "Waves")),
        .table(
          headings: [
            Wording(zh: "场", en: "Wave"), Wording(zh: "人数", en: "Candidates"),
            Wording(zh: "开考", en: "Opened"), Wording(zh: "结束", en: "Ended"),
          ],
          rows: (1..<facts.waves + 1).map { wave in
            [
              plain(String(wave)),
              plain(String(facts.candidates.count { $0.candidate.seat.wave == wave })),
              told(facts.state.waves[wave]?.opened), told(facts.state.waves[wave]?.ended),
            ]
          }),
        .heading(Wording(zh: "试卷", en: "Forms")),
        .table(
          headings: [Wording(zh: "卷", en: "Form"), Wording(zh: "校验码", en: "Digest")],
          rows: facts.forms.map { [plain($0.code), plain(String($0.digest.hex.prefix(16)))] }),
        .heading(Wording(zh: "考生", en: "Candidates")),
        .table(
          headings: [
            Wording(zh: "准考证号", en: "Number"), Wording(zh: "姓名", en: "Name"),
            Wording(zh: "场", en: "Wave"), Wording(zh: "座位", en: "Seat"),
            Wording(zh: "卷", en: "Form"), Wording(zh: "延时", en: "Extra"),
            Wording(zh: "协助", en: "Help"),
          ],
          rows: facts.candidates.map { candidate, extra in
            [
              plain(candidate.number), plain(candidate.name), plain(String(candidate.seat.wave)),
              plain(String(candidate.seat.number)), plain(forms[candidate.seat.form] ?? ""),
              plain(extra > 0 ? String(extra) : ""), plain(candidate.assistance ?? ""),
            ]
          }),
      ])
  }
}
