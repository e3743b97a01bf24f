import Statutes
import Text

extension WorkflowFailure {
  /// What is said of statutes.
  var lawWording: Wording {
    switch self {
    case .noSuchStatute(let text, let known):
      Wording(
        zh: "没有找到“\(text)”；现有：\(Self.some(known, "、"))",
        en: "'\(text)' was not found; there are: \(Self.some(known, ", "))")
    case .noSuchEdition(let title, let date, let known):
      Wording(
        zh: "\(title.quoted)没有 \(date.iso) 的版本；已载入：\(Self.some(known.map(\.iso), "、"))",
        en: "\(title.quoted) has no edition of \(date.iso); loaded: "
          + "\(Self.some(known.map(\.iso), ", "))")
    case .noSuchArticle(let title, let number, let last):
      Wording(
        zh: "\(title.quoted)没有\(number.chinese)；最后一条是\(last.chinese)",
        en: "\(title.quoted) has no \(number.english); the last one is \(last.english)")
    case .indexUnreadable(let file, let line):
      Wording(
        zh: "法律索引 \(file) 第 \(line) 行读不懂；请重新安装 mingfa",
        en: "Line \(line) of the index of statutes \(file) cannot be read; install mingfa anew")
    case .noPreamble(let title):
      Wording(
        zh: "\(title.quoted)没有序言", en: "\(title.quoted) has no preamble; name an article")
    case .noEditionDate(let text):
      Wording(
        zh: "“\(text)”里没有日期；请写成 监察法@2018-03-20",
        en: "'\(text)' has no date; write TITLE@2018-03-20")
    case .onlyOneEdition(let title, let date):
      Wording(
        zh: "\(title.quoted)只有 \(date.iso) 这一版，没有可比的；请再载入一版，或者写上两个文件",
        en: "\(title.quoted) has only the edition of \(date.iso), and nothing to compare with; "
          + "load another one, or name two files")
    case .statuteDiffers(let title, let date, let article):
      Wording(
        zh:
          "\(title.quoted)\(date.iso) 的版本已经载入，文字不同（\(Self.place(article).zh)）；什么也没有写入，请核对哪一份是正式文本，日期对不对",
        en: "\(title.quoted) of \(date.iso) is loaded with another text "
          + "(\(Self.place(article).en)); nothing was written; "
          + "check which text is official, and its date")
    default:
      Wording(
        zh: "还没有载入法律；请从 flk.npc.gov.cn 下载，再运行 mingfa law load 文件",
        en: "No statutes are loaded yet; get texts at flk.npc.gov.cn, then run mingfa law load FILE"
      )
    }
  }

  private static func place(_ article: ArticleNumber?) -> Wording {
    article.map { Wording(zh: $0.chinese, en: $0.english) } ?? Wording(zh: "序言", en: "preamble")
  }

  /// The first of many names.
  private static func some(_ names: [String], _ separator: String) -> String {
    names.prefix(12).joined(separator: separator) + (names.count > 12 ? " …" : "")
  }
}
