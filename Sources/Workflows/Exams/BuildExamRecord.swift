import Exams
import Learning
import People
import Reports
import Storage
import Text

/// The day's record 考场情况记录, for signature: everything comes from the log of evidence.
package struct BuildExamRecord {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// - Throws: `StorageFailure`, `Authorisation.Refusal`.
  package func record(of exam: StoredExam) throws -> PrintedSheet {
    try Authorisation.authorise(actor, to: .holdExams)
    let days = try data.dayRule()
    let state = try data.exams.state(of: exam.id)
    let candidates = try data.exams.candidates(of: exam.id)
    let events = try Dictionary(
      uniqueKeysWithValues: candidates.map { ($0.id, try data.sittings.events(of: $0.id)) })
    let sittings = events.mapValues { SittingState($0) }
    let room = Room(candidates: candidates, events: events, sittings: sittings, days: days)
    let taken = sittings.values.count { $0.end != nil }
    var facts = [
      PrintedSheet.Fact(
        Wording(zh: "考试", en: "Exam"),
        Wording(
          zh: "\(exam.shownTitle.zh) (\(exam.code))", en: "\(exam.shownTitle.en) (\(exam.code))")),
      .init(
        Wording(zh: "收卷", en: "Papers taken in"), Wording(zh: "\(taken) 份", en: "\(taken) papers")),
    ]
    if exam.isRehearsal {
      facts.append(
        .init(
          Wording(zh: "演练", en: "Rehearsal"), Wording(zh: "不计成绩", en: "it counts nowhere")))
    }
    if let cancelled = state.cancelled {
      facts.append(
        .init(
          Wording(zh: "已取消", en: "Cancelled"),
          "\(days.clockText(of: cancelled.moment.utc)) \(cancelled.reason)"))
    }
    if let head = try data.evidence.head() {
      facts.append(.init(Wording(zh: "记录校验码", en: "Code of the record"), head.code))
    }
    let notes = state.notes.map { note -> [Wording] in
      [
        Self.plain(days.clockText(of: note.moment.utc)), Self.plain(note.text),
        Self.plain(note.witness),
      ]
    }
    let reissues = try data.exams.reissues(of: exam.id).compactMap { entry -> [Wording]? in
      guard let candidate = candidates.first(where: { $0.id == entry.candidate }) else {
        return nil
      }
      return [
        Self.plain(days.clockText(of: entry.moment.utc)), Self.plain(candidate.number),
        Wording(zh: "补发准考证", en: "new admission code"), Wording(zh: "旧码作废", en: "old code void"),
      ]
    }
    let acts = (room.acts + reissues).sorted { ($0[0].zh, $0[1].zh) < ($1[0].zh, $1[1].zh) }
    return PrintedSheet(
      title: exam.rehearsalMark.map {
        Wording(zh: "\($0.zh) 考场情况记录", en: "\($0.en) Record of the exam")
      } ?? Wording(zh: "考场情况记录", en: "Record of the exam"),
      blocks: [.facts(facts)] + room.waves(of: state)
        + Self.section(
          Wording(zh: "情况记录", en: "Incidents"),
          [
            Wording(zh: "时间", en: "Time"), Wording(zh: "情况", en: "What happened"),
            Wording(zh: "证明人", en: "Witness"),
          ], notes)
        + Self.section(
          Wording(zh: "放行、补时、延时", en: "Releases and time"),
          [
            Wording(zh: "时间", en: "Time"), Wording(zh: "准考证号", en: "Number"),
            Wording(zh: "处理", en: "Act"), Wording(zh: "原因", en: "Reason"),
          ], acts)
        + Self.section(
          Wording(zh: "中断", en: "Time lost"),
          [
            Wording(zh: "准考证号", en: "Number"), Wording(zh: "中断", en: "Lost"),
            Wording(zh: "已补", en: "Given back"),
          ], room.losses)
        + [
          .signatures([
            Wording(zh: "监考员", en: "Invigilator"), Wording(zh: "监考员", en: "Invigilator"),
            Wording(zh: "主考", en: "Head of the exam"), Wording(zh: "日期", en: "Date"),
          ])
        ])
  }

  static func plain(_ text: String) -> Wording { Wording(zh: text, en: text) }

  /// A table under its heading; an empty one says that there was nothing.
  private static func section(
    _ heading: Wording, _ headings: [Wording], _ rows: [[Wording]]
  ) -> [PrintedSheet.Block] {
    [
      .heading(heading),
      rows.isEmpty
        ? .sentence(Wording(zh: "无", en: "none")) : .table(headings: headings, rows: rows),
    ]
  }

  /// The candidates with what happened to each.
  private struct Room {
    let candidates: [StoredCandidate]
    let events: [Int64: [SittingEvent]]
    let sittings: [Int64: SittingState]
    let days: DayRule

    func waves(of state: ExamState) -> [PrintedSheet.Block] {
      let count = candidates.map(\.seat.wave).max() ?? 0
      return (1..<count + 1).flatMap { number -> [PrintedSheet.Block] in
        let expected = candidates.filter { $0.seat.wave == number }
        let absent = expected.filter { sittings[$0.id]?.began == nil }
        let wave = state.waves[number]
        func time(_ moment: Moment?) -> Wording {
          moment.map { BuildExamRecord.plain(days.clockText(of: $0.utc)) }
            ?? Wording(zh: "还没有", en: "not yet")
        }
        func ended(_ reason: SittingEnd) -> Int {
          expected.count { sittings[$0.id]?.end?.reason == reason }
        }
        let counts = (ended(.submitted), ended(.deadline), ended(.collected))
        let numbers = absent.map(\.number)
        return [
          .heading(Wording(zh: "第 \(number) 场", en: "Wave \(number)")),
          .facts([
            .init(Wording(zh: "开考", en: "Opened"), time(wave?.opened)),
            .init(Wording(zh: "结束", en: "Ended"), time(wave?.ended)),
            .init(
              Wording(zh: "人数", en: "Candidates"),
              Wording(
                zh: "应考 \(expected.count)，实考 \(expected.count - absent.count)，缺考 \(absent.count)"
                  + (numbers.isEmpty ? "" : "（\(numbers.joined(separator: "、"))）"),
                en: "\(expected.count) expected, \(expected.count - absent.count) present, "
                  + "\(absent.count) absent"
                  + (numbers.isEmpty ? "" : " (\(numbers.joined(separator: ", ")))"))),
            .init(
              Wording(zh: "收卷", en: "Papers"),
              Wording(
                zh: "自己交卷 \(counts.0)，到时自动交卷 \(counts.1)，收卷 \(counts.2)",
                en: "\(counts.0) handed in, \(counts.1) at the deadline, \(counts.2) taken in")),
          ]),
        ]
      }
    }

    var acts: [[Wording]] {
      candidates.flatMap { candidate in
        (events[candidate.id] ?? []).compactMap { event -> [Wording]? in
          let act: (Wording, String)? =
            switch event.fact {
            case .released(let reason): (Wording(zh: "放行", en: "released"), reason)
            case .gaveTime(let milliseconds, let reason):
              (
                Wording(
                  zh: "补时 \(milliseconds / 60_000) 分钟", en: "\(milliseconds / 60_000) minutes back"),
                reason
              )
            case .extended(let minutes, let reason):
              (Wording(zh: "延时 \(minutes) 分钟", en: "\(minutes) minutes extra"), reason)
            default: nil
            }
          return act.map {
            [
              BuildExamRecord.plain(days.clockText(of: event.moment.utc)),
              BuildExamRecord.plain(candidate.number), $0.0, BuildExamRecord.plain($0.1),
            ]
          }
        }
      }
    }

    var losses: [[Wording]] {
      candidates.compactMap { candidate in
        guard let sitting = sittings[candidate.id], !sitting.gaps.isEmpty else { return nil }
        let lost = sitting.gaps.reduce(0) { $0 + $1.length }
        return [
          BuildExamRecord.plain(candidate.number), Self.length(lost), Self.length(sitting.given),
        ]
      }
    }

    private static func length(_ milliseconds: Int64) -> Wording {
      let seconds = milliseconds / 1000
      return Wording(
        zh: "\(seconds / 60) 分 \(seconds % 60) 秒", en: "\(seconds / 60) min \(seconds % 60) s")
    }
  }
}
