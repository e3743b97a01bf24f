import Questions
import Text

extension AuditFinding.Field {
  /// What people call it.
  package var wording: Wording {
    switch self {
    case .code: Wording(zh: "代号", en: "code")
    case .title: Wording(zh: "名称", en: "title")
    case .blueprint: Wording(zh: "细目表", en: "blueprint")
    case .makeUp: Wording(zh: "补考关系", en: "make-up")
    case .rehearsal: Wording(zh: "演练标记", en: "mark of a rehearsal")
    case .hiding: Wording(zh: "保密设置", en: "setting that hides questions")
    case .created: Wording(zh: "创建时间", en: "time of making")
    case .window: Wording(zh: "考试时间窗", en: "times between which it may be opened")
    case .forms: Wording(zh: "试卷", en: "forms")
    case .number: Wording(zh: "准考证号", en: "admission number")
    case .person: Wording(zh: "人员编号", en: "person")
    case .wave: Wording(zh: "场次", en: "wave")
    case .seat: Wording(zh: "座位", en: "seat")
    case .form: Wording(zh: "卷别", en: "form")
    case .seed: Wording(zh: "题序种子", en: "seed")
    case .extraMinutes: Wording(zh: "延时分钟", en: "extra minutes")
    case .unit: Wording(zh: "单位", en: "unit")
    case .sealed: Wording(zh: "密封内容", en: "sealed bytes")
    case .digest: Wording(zh: "校验值", en: "digest")
    case .content: Wording(zh: "题目或答案", en: "questions or keys")
    case .score: Wording(zh: "得分", en: "score")
    case .full: Wording(zh: "满分", en: "full marks")
    case .pass: Wording(zh: "及格线", en: "pass mark")
    case .passed: Wording(zh: "是否合格", en: "verdict")
    case .sections: Wording(zh: "各大题得分", en: "marks of the sections")
    case .time: Wording(zh: "时间", en: "time")
    case .kind: Wording(zh: "类别", en: "kind")
    case .account: Wording(zh: "账号", en: "account")
    case .by: Wording(zh: "经办人", en: "person who did it")
    case .role: Wording(zh: "角色", en: "role")
    case .disabled: Wording(zh: "停用状态", en: "state of use")
    }
  }
}

extension AuditFinding.Place {
  /// Where it is, such as 记录 57（answer，考试 a，1001 号）.
  var wording: Wording {
    let exam = exam.map { Wording(zh: "，考试 \($0)", en: ", exam \($0)") }
    let number = number.map { Wording(zh: "，\($0) 号", en: ", number \($0)") }
    return Wording(
      zh: "记录 \(sequence)（\(kind)\(exam?.zh ?? "")\(number?.zh ?? "")）",
      en: "Entry \(sequence) (\(kind)\(exam?.en ?? "")\(number?.en ?? ""))")
  }
}

extension AuditFinding.Who {
  var wording: Wording {
    Wording(zh: "考试 \(exam) 的 \(number) 号", en: "Number \(number) of exam \(exam)")
  }
}

extension AuditFinding: Worded {
  package var wording: Wording {
    chainWording ?? examWording ?? sittingWording ?? anchorWording
  }

  private static func tell(_ place: Place, _ what: Wording) -> Wording {
    Wording(zh: "\(place.wording.zh)\(what.zh)", en: "\(place.wording.en) \(what.en)")
  }

  private static func tell(_ who: Who, _ what: Wording) -> Wording {
    Wording(zh: "\(who.wording.zh)\(what.zh)", en: "\(who.wording.en)\(what.en)")
  }

  private var chainWording: Wording? {
    switch self {
    case .entryAltered(let place):
      Self.tell(place, Wording(zh: "的内容或校验值被改过", en: "was altered: what it says, or its digest"))
    case .digestAltered(let place):
      Self.tell(
        place, Wording(zh: "的校验值被改过，内容没有变", en: "has another digest; what it says is as it was"))
    case .entryUncheckable(let place):
      Self.tell(
        place,
        Wording(
          zh: "无法核对，因为前一条的校验值已被毁", en: "cannot be checked, since the digest before it is gone"))
    case .entryMoved(let place, let from):
      Self.tell(place, Wording(zh: "被挪动过，原来是第 \(from) 条", en: "was moved; it was entry \(from)"))
    case .entriesMissing(let range):
      range.count == 1
        ? Wording(zh: "缺记录 \(range.lowerBound)", en: "Entry \(range.lowerBound) is missing")
        : Wording(
          zh: "缺记录 \(range.lowerBound) 到 \(range.upperBound)",
          en: "Entries \(range.lowerBound) to \(range.upperBound) are missing")
    case .entryInserted(let place): Self.tell(place, Wording(zh: "是塞进来的", en: "was put in"))
    case .entriesBroken(let range, let shift):
      if let shift, shift != 0 {
        Wording(
          zh: "记录 \(range.lowerBound) 到 \(range.upperBound) 整体错开了 \(abs(shift)) 位："
            + (shift > 0
              ? "前面被删掉 \(shift) 条后重新编号" : "前面被塞进 \(-shift) 条后重新编号"),
          en: "Entries \(range.lowerBound) to \(range.upperBound) stand \(abs(shift)) places off: "
            + (shift > 0
              ? "\(shift) before them were taken out and the rest renumbered"
              : "\(-shift) before them were put in and the rest renumbered"))
      } else {
        Wording(
          zh: "从记录 \(range.lowerBound) 到 \(range.upperBound) 都接不上前一条，这一段被改写过",
          en: "From entry \(range.lowerBound) to \(range.upperBound) none follows from the one "
            + "before; this stretch was rewritten")
      }
    case .entryUnreadable(let place): Self.tell(place, Wording(zh: "读不出来", en: "cannot be read"))
    case .kindUnknown(let place):
      Self.tell(
        place, Wording(zh: "是本程序不认识的类别", en: "is of a kind that this program does not know"))
    case .entryAstray(let place):
      Self.tell(
        place, Wording(zh: "所指的考试或考生不存在", en: "is about an exam or a candidate that is not there"))
    default: nil
    }
  }

  private var examWording: Wording? {
    switch self {
    case .examWithoutEntry(let exam):
      Wording(zh: "考试 \(exam) 没有创建记录", en: "Exam \(exam) has no entry of its making")
    case .examGone(let place):
      Self.tell(place, Wording(zh: "所记的考试不见了", en: "tells of an exam that is gone"))
    case .examDiffers(let exam, let field):
      Wording(
        zh: "考试 \(exam) 的\(field.wording.zh)和创建记录不同",
        en: "Exam \(exam): its \(field.wording.en) is not that of the entry of its making")
    case .blueprintUnreadable(let exam):
      Wording(
        zh: "考试 \(exam) 的细目表读不出来，成绩无法重算",
        en: "Exam \(exam): its blueprint cannot be read, so no score can be recounted")
    case .formGone(let exam, let position):
      Wording(
        zh: "考试 \(exam) 的第 \(position + 1) 套卷不见了", en: "Exam \(exam): form \(position + 1) is gone")
    case .formAdded(let exam, let form):
      Wording(zh: "考试 \(exam) 的 \(form) 卷是后加的", en: "Exam \(exam): form \(form) was added")
    case .formDiffers(let exam, let form, let field):
      Wording(
        zh: "考试 \(exam) 的 \(form) 卷：\(field.wording.zh)和封存时不同",
        en: "Exam \(exam), form \(form): its \(field.wording.en) is not what was frozen")
    case .formUnreadable(let exam, let form):
      Wording(
        zh: "考试 \(exam) 的 \(form) 卷打不开，成绩无法重算",
        en: "Exam \(exam): form \(form) does not open, so no score can be recounted")
    case .keyGone(let exam):
      Wording(
        zh: "考试 \(exam) 开过考，开考码却不见了，成绩无法重算",
        en: "Exam \(exam) was opened, but its opening code is gone, so no score can be recounted")
    case .keyEarly(let exam):
      Wording(
        zh: "考试 \(exam) 没有开过考，数据里却有开考码",
        en: "Exam \(exam) was never opened, but an opening code lies in the data")
    case .noteAltered(let place):
      Self.tell(place, Wording(zh: "的记录文字被改过", en: "has other words than were noted"))
    case .noteGone(let place):
      Self.tell(place, Wording(zh: "的记录文字不见了", en: "has lost its words"))
    case .noteAstray(let sequence):
      Wording(
        zh: "有一段记录文字，说是记录 \(sequence) 的，那一条却不是考场记录",
        en: "There are words of entry \(sequence), which is no note")
    case .keyAstray(let exam):
      Wording(
        zh: "数据里有编号 \(exam) 的考试的开考码，却没有这场考试",
        en: "An opening code of exam number \(exam) lies in the data, but no such exam")
    case .keyAltered(let exam):
      Wording(zh: "考试 \(exam) 的开考码被改过", en: "Exam \(exam): the opening code was altered")
    case .questionsDiffer(let exam):
      Wording(
        zh: "考试 \(exam) 的用题登记和试卷不同",
        en: "Exam \(exam): the list of its questions is not that of its papers")
    case .cancelledTooLate(let place):
      Self.tell(
        place,
        Wording(
          zh: "取消了已有考生开考或已公布成绩的考试",
          en: "cancels an exam that a candidate had begun or whose results were out"))
    case .afterCancelling(let place):
      Self.tell(place, Wording(zh: "在考试取消之后", en: "comes after the exam was cancelled"))
    case .accountEventDiffers(let event, let field):
      Wording(
        zh: "账号记录 \(event) 的\(field.wording.zh)和日志不同",
        en: "Account event \(event): its \(field.wording.en) is not that of the log")
    case .accountEventGone(let event, let place):
      Self.tell(
        place,
        Wording(zh: "所记的账号记录 \(event) 不见了", en: "tells of account event \(event), which is gone"))
    case .accountEventWithoutEntry(let event):
      Wording(zh: "账号记录 \(event) 在日志里没有", en: "Account event \(event) is not in the log")
    case .accountDiffers(let account, let field):
      Wording(
        zh: "账号 \(account) 的\(field.wording.zh)和记录不同",
        en: "Account \(account): its \(field.wording.en) is not what its record says")
    case .accountGone(let account):
      Wording(
        zh: "日志所记的账号 \(account) 不见了", en: "Account \(account), which the log knows, is gone")
    default: nil
    }
  }

  private static func points(_ hundredths: Int) -> String {
    Score(hundredths: hundredths).text
  }

  private var sittingWording: Wording? {
    switch self {
    case .candidateWithoutEntry(let who):
      Self.tell(who, Wording(zh: "没有报名记录", en: " has no entry of having been listed"))
    case .candidateGone(let place):
      Self.tell(place, Wording(zh: "所记的考生不见了", en: "tells of a candidate who is gone"))
    case .candidateDiffers(let who, let field):
      Self.tell(
        who,
        Wording(
          zh: "：\(field.wording.zh)和报名记录不同",
          en: ": the \(field.wording.en) is not that of the entry of being listed"))
    case .repeated(let place):
      Self.tell(place, Wording(zh: "重复了", en: "repeats what can be only once"))
    case .beforeOpening(let place):
      Self.tell(place, Wording(zh: "早于本场开考", en: "comes before the wave was opened"))
    case .beforeBeginning(let place):
      Self.tell(place, Wording(zh: "早于考生进场", en: "comes before the candidate began"))
    case .afterEnd(let place):
      Self.tell(place, Wording(zh: "晚于交卷", en: "comes after the paper was handed in"))
    case .afterDeadline(let place, let late):
      Self.tell(
        place,
        Wording(
          zh: "晚于截止时间 \((late + 999) / 1000) 秒",
          en: "comes \((late + 999) / 1000) seconds after the deadline"))
    case .afterClosing(let place):
      Self.tell(place, Wording(zh: "晚于本场结束", en: "comes after the wave had ended"))
    case .notHeld(let place):
      Self.tell(
        place,
        Wording(
          zh: "来自当时并不占用这份答卷的终端", en: "comes from a terminal that did not hold the sitting"))
    case .neverEnded(let who):
      Self.tell(
        who,
        Wording(zh: "的卷没有收上来，本场却已结束", en: ": the wave has ended, but the paper was never taken in"))
    case .endWithoutGrade(let who):
      Self.tell(who, Wording(zh: "交了卷，却没有评分记录", en: " handed in, but no marks are in the log"))
    case .gradeWithoutEnd(let place):
      Self.tell(place, Wording(zh: "评了分，却没有交卷记录", en: "has marks without an end"))
    case .scoreDiffers(let who, let place, let stored, let recounted):
      Self.tell(
        who,
        Wording(
          zh:
            "：记录 \(place.sequence) 记为 \(Self.points(stored)) 分，按答案重算是 \(Self.points(recounted)) 分",
          en: ": entry \(place.sequence) says \(Self.points(stored)), the answers come to "
            + "\(Self.points(recounted))"))
    case .gradeDiffers(let who, let place, let field):
      Self.tell(
        who,
        Wording(
          zh: "：记录 \(place.sequence) 的\(field.wording.zh)和重算的不同",
          en: ": entry \(place.sequence) has another \(field.wording.en) than a recount"))
    case .resultDiffers(let who, let stored, let logged):
      Self.tell(
        who,
        Wording(
          zh: "：成绩表里是 \(Self.points(stored)) 分，日志里是 \(Self.points(logged)) 分",
          en: ": the table of results says \(Self.points(stored)), the log \(Self.points(logged))"))
    case .resultFieldDiffers(let who, let field):
      Self.tell(
        who,
        Wording(
          zh: "：成绩表里的\(field.wording.zh)和日志不同",
          en: ": the table of results has another \(field.wording.en) than the log"))
    case .resultGone(let who):
      Self.tell(
        who, Wording(zh: "的成绩从成绩表里消失了", en: ": the result is gone from the table of results"))
    case .resultWithoutEntry(let candidate, let who):
      who.map {
        Self.tell($0, Wording(zh: "：成绩表里有成绩，日志里没有", en: ": there is a result, but none in the log"))
      }
        ?? Wording(
          zh: "成绩表里有考生 \(candidate) 的成绩，却没有这个人",
          en: "There is a result of candidate \(candidate), who is not there")
    default: nil
    }
  }

  private var anchorWording: Wording {
    switch self {
    case .cutOff(let anchor, let count, let has):
      Wording(
        zh: "校验码 \(anchor) 说当时已有 \(count) 条记录，现在只有 \(has) 条：末尾被截掉，或整个文件被换成了更早的一份",
        en:
          "Code \(anchor) tells of \(count) entries, but there are \(has): the tail was cut off, or "
          + "the file was replaced by an earlier one")
    case .rewritten(let anchor, let count):
      Wording(
        zh: "校验码 \(anchor) 和第 \(count) 条记录不符：到这一条为止的日志被整体重写过",
        en: "Code \(anchor) is not that of entry \(count): the log up to there was rewritten")
    case .otherDatabase(let anchor):
      Wording(zh: "\(anchor) 出自另一个数据库", en: "\(anchor) comes from another database")
    case .exportUnreadable(let anchor):
      Wording(
        zh: "\(anchor) 不是完好的密封成绩文件", en: "\(anchor) is no sealed export, or no longer whole")
    case .signatureWrong(let anchor):
      Wording(
        zh: "\(anchor) 的签名不对：文件被改过", en: "\(anchor) has a wrong signature: the file was altered")
    case .signerUnknown(let anchor):
      Wording(
        zh: "\(anchor) 是用日志里没有登记的钥匙签的",
        en: "\(anchor) is signed with a key that the log does not know"
      )
    case .exportExamDiffers(let anchor, let field):
      Wording(
        zh: "\(anchor) 里考试的\(field.wording.zh)和现在不同",
        en: "\(anchor): the \(field.wording.en) of the exam is not that of now")
    case .exportResultDiffers(let anchor, let number, let sealed, let recounted):
      Wording(
        zh: "\(anchor) 里 \(number) 号是 \(sealed.map(Self.points) ?? "无成绩")，现在重算是 "
          + (recounted.map(Self.points) ?? "无成绩"),
        en:
          "\(anchor): number \(number) has \(sealed.map(Self.points) ?? "no result"), a recount gives "
          + (recounted.map(Self.points) ?? "none"))
    // The others are worded above.
    default: Wording(zh: "有改动", en: "Something was altered")
    }
  }
}
