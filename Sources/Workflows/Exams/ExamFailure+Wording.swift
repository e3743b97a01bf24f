import Exams
import Text

extension ExamFailure: Worded {
  package var wording: Wording {
    switch self {
    case .noExams:
      Wording(
        zh: "还没有考试；用 mingfa exam create 建一场",
        en: "There is no exam yet; make one with mingfa exam create")
    case .noSuchExam(let code, let known):
      Wording(
        zh: "没有考试“\(code)”；有：\(known.joined(separator: "、"))",
        en: "There is no exam '\(code)'; there are: \(known.joined(separator: ", "))")
    case .codeTaken(let code):
      Wording(
        zh: "已有考试代号“\(code)”；请用 --code 另取一个",
        en: "There is an exam '\(code)' already; give another code with --code")
    case .codeUnusable(let code):
      Wording(
        zh: "“\(code)”不能作代号；请用 1 到 40 个字母、数字或连字符",
        en: "'\(code)' cannot be a code; use 1 to 40 letters, digits or hyphens")
    case .noCandidates:
      Wording(
        zh: "名单里没有能参加考试的人；请检查名单", en: "The roster has nobody who may sit the exam; check it")
    case .notEligible(let refused):
      Wording(
        zh: "名单里有 \(refused.count) 人不能参加这场考试，没有建考试；请改名单，或加 --skip-refused 不编入他们："
          + refused.map { "\($0.person)：\($0.reasons.zh)" }.joined(separator: "；"),
        en: "\(refused.count) on the roster may not sit this exam, and none was made; change the "
          + "roster, or leave them out with --skip-refused: "
          + refused.map { "\($0.person): \($0.reasons.en)" }.joined(separator: "; "))
    case .makeUpTooEarly(let code):
      Wording(
        zh: "\(code) 的成绩还没有公布，不知道谁要补考；请先公布成绩",
        en:
          "The results of \(code) are not published, so nobody knows who needs a make-up; publish "
          + "them first")
    case .impossible(let obstacles, let held):
      Wording(
        zh: "组不成卷：" + obstacles.map(\.wording.zh).joined(separator: "；")
          + (held > 0 ? "。另有 \(held) 题在还没公布成绩的试卷上，公布后才能再用" : ""),
        en: "No papers can be made: " + obstacles.map(\.wording.en).joined(separator: "; ")
          + (held > 0
            ? ". Besides, \(held) questions stand on papers whose results are not out; they can be "
              + "used again after that" : ""))
    case .notFound(let gaps):
      Wording(
        zh: "没有找到合要求的卷；最接近的还差：" + gaps.map(\.wording.zh).joined(separator: "；"),
        en: "No papers were found that fit; the nearest lack: "
          + gaps.map(\.wording.en).joined(separator: "; "))
    case .roomUnusable:
      Wording(
        zh: "座位数要在 1 到 1000 之间，每排不多于座位数，每场试卷 1 到 10 套",
        en:
          "Seats go from 1 to 1000, a row has no more than there are, and a wave has 1 to 10 forms")
    case .keyNeeded:
      Wording(
        zh: "开考要输入建考试时给出的开考码；请打开密封的信封",
        en:
          "Opening takes the opening code that was given when the exam was made; unseal the envelope"
      )
    case .wrongKey:
      Wording(zh: "开考码不对，请再核对", en: "The opening code is wrong; check it")
    case .formAltered(let form):
      Wording(
        zh: "\(form) 卷的内容和封存时不同，不能开考；请恢复备份，或运行 mingfa exam verify",
        en:
          "Form \(form) is not what was frozen, and cannot be used; restore a backup, or run mingfa "
          + "exam verify")
    case .noSuchWave(let wave, let count):
      Wording(zh: "没有第 \(wave) 场；共 \(count) 场", en: "There is no wave \(wave); there are \(count)")
    case .waveOpen(let wave):
      Wording(
        zh: "第 \(wave) 场正在考；请先用 mingfa exam end 结束",
        en: "Wave \(wave) sits now; end it first with mingfa exam end")
    case .waveNotOpen(let wave):
      Wording(zh: "第 \(wave) 场没有在考", en: "Wave \(wave) does not sit now")
    case .waveWasOpened(let wave):
      Wording(zh: "第 \(wave) 场已经开过考", en: "Wave \(wave) was opened before")
    case .notOver:
      Wording(
        zh: "还有场次没有结束，成绩不能公布", en: "Not all waves have ended; results stay closed until then")
    case .isPublished: Wording(zh: "成绩已经公布", en: "The results are published already")
    case .notPublished:
      Wording(zh: "成绩还没有公布", en: "The results are not published yet")
    case .isCancelled(let code):
      Wording(
        zh: "考试 \(code) 已取消，不能再开考、公布或取消；请用 --exam 选别的，或另建一场",
        en:
          "Exam \(code) is cancelled and can be opened, published or cancelled no more; choose another "
          + "with --exam, or make a new one")
    case .wasHeld(let code):
      Wording(
        zh: "已有考生开始考 \(code)，不能取消；请用 mingfa exam end 结束，再用 mingfa exam publish 公布",
        en:
          "Candidates have begun \(code), so it cannot be cancelled; end it with mingfa exam end and "
          + "publish it with mingfa exam publish")
    case .examSits(let code):
      Wording(
        zh: "正式考试 \(code) 正在考，不能演练；请等这一场结束",
        en: "Exam \(code) sits now, so nothing can be rehearsed; wait until the wave has ended")
    case .rehearsalOpen(let code):
      Wording(
        zh: "演练 \(code) 还开着；请先结束它：mingfa exam end --exam \(code)",
        en: "The rehearsal \(code) is still open; end it first: mingfa exam end --exam \(code)")
    case .rehearsalLacks(let obstacles):
      Wording(
        zh: "除去正式考试的题，组不成演练卷：" + obstacles.map(\.wording.zh).joined(separator: "；")
          + "。请换一个小些的细目表，如 mingfa exam rehearse constitution-day",
        en: "Without the questions of exams no paper can be made: "
          + obstacles.map(\.wording.en).joined(separator: "; ")
          + ". Take a smaller blueprint, as in mingfa exam rehearse constitution-day")
    case .noSuchCandidate(let number):
      Wording(
        zh: "没有准考证号“\(number)”；请核对准考证",
        en: "There is no admission number '\(number)'; check the ticket")
    case .wrongTicket:
      Wording(
        zh: "准考证号或验证码不对；请核对准考证，还不行就请监考老师帮忙",
        en: "The admission number or its code is wrong; check the ticket, or ask the invigilator")
    case .nothingOpen:
      Wording(
        zh: "现在没有考试开考；请等监考老师通知", en: "No exam is open; wait for the invigilator's word")
    case .severalOpen(let codes):
      Wording(
        zh: "有几场考试同时开着：\(codes.joined(separator: "、"))；请用 --exam 选一场",
        en: "Several exams are open: \(codes.joined(separator: ", ")); choose one with --exam")
    case .otherWave(let wave):
      Wording(zh: "您排在第 \(wave) 场，现在考的不是这一场", en: "You sit in wave \(wave), which is not this one")
    case .tooLate(let minutes):
      Wording(
        zh: "开考 \(minutes) 分钟后不能再进场；请找监考老师",
        en: "Nobody may begin later than \(minutes) minutes after the start; ask the invigilator")
    case .hasEnded: Wording(zh: "您已经交卷", en: "Your paper is handed in")
    case .heldElsewhere(let terminal):
      Wording(
        zh: "您的考试正在另一台机器（\(terminal)）上进行；那台坏了就请监考老师放行",
        en: "Your exam is held at another computer (\(terminal)); if that one died, ask the "
          + "invigilator to release it")
    case .goneElsewhere:
      Wording(
        zh: "您的考试已在另一台机器上继续，这里不能再作答；答过的都已保存",
        en:
          "Your exam goes on at another computer; nothing can be answered here. All answers are kept"
      )
    case .timeIsOver: Wording(zh: "时间到", en: "The time is over")
    case .timeWasGiven(let milliseconds):
      Wording(
        zh: "补了时间，考试继续，还剩 \((milliseconds + 59_999) / 60_000) 分钟",
        en: "Time was given back and the exam goes on; "
          + "\((milliseconds + 59_999) / 60_000) minutes are left")
    case .stillSitting(let candidates, let longest):
      Wording(
        zh: "还有 \(candidates) 人在考，最多的还剩 \((longest + 59_999) / 60_000) 分钟，没有收卷；"
          + "确定要收就加 --yes",
        en: "\(candidates) candidates still sit, with up to \((longest + 59_999) / 60_000) minutes "
          + "left, and no paper was taken in; add --yes to end the wave all the same")
    case .tooEarly(let milliseconds):
      Wording(
        zh: "再过 \((milliseconds + 59_999) / 60_000) 分钟才能交卷",
        en: "Papers can be handed in from \((milliseconds + 59_999) / 60_000) minutes from now")
    case .notBegun(let number):
      Wording(zh: "\(number) 还没有开始答卷", en: "\(number) has not begun")
    case .minutesUnusable(let minutes):
      Wording(
        zh: "\(minutes) 不行；分钟数在 1 到 600 之间", en: "\(minutes) will not do; minutes go from 1 to 600")
    case .noSuchAnchor(let text):
      Wording(
        zh: "“\(text)”不是文件，也不是校验码；校验码形如 1042-7K3Q-9F2M-01AB-XYZ8",
        en: "'\(text)' is neither a file nor a code; a code looks like 1042-7K3Q-9F2M-01AB-XYZ8")
    case .signingKeyUnusable(let path):
      Wording(
        zh: "签名钥匙文件 \(path) 读不出来；请从备份恢复，或移走它再导出，会另做一把",
        en: "The signing key \(path) cannot be read; restore it, or move it away and export again, "
          + "which makes another")
    case .reasonMissing:
      Wording(zh: "请写明原因，它会记入考场记录", en: "Give the reason; it goes on the record")
    case .hasBegun(let number):
      Wording(
        zh: "\(number) 已经开始或场次已结束，不能再准予延时；要补时请用 mingfa exam give-time",
        en: "\(number) has begun, or the wave has ended; give time back with mingfa exam give-time")
    case .gradeDiffers(let number):
      Wording(
        zh: "\(number) 记录的成绩和作答算出来的不同；请运行 mingfa exam verify",
        en:
          "The marks on record for \(number) are not what the answers come to; run mingfa exam verify"
      )
    case .onNetwork(let kind):
      Wording(
        zh: "数据文件夹在网络文件系统（\(kind)）上，不能用来考试；请用 --data 换到本机的磁盘",
        en:
          "The data folder lies on a network file system (\(kind)), which will not do for an exam; "
          + "choose a disk of this computer with --data")
    }
  }
}
