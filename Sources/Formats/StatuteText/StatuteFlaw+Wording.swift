import Statutes
import Text

extension StatuteFlaw: Worded {
  package var wording: Wording {
    switch self {
    case .noArticles, .amendingDecision, .noTitle, .noDate, .dateFromName: fileWording
    case .articleTwice, .articleBehind, .articlesMissing, .emptyArticle, .numberNotParted,
      .spaceInNumber, .wrongSign, .quotedArticle:
      articleWording
    default: otherWording
    }
  }

  private var fileWording: Wording {
    switch self {
    case .amendingDecision(let title):
      Wording(
        zh: "《\(title)》是修改法律的决定，不是法律全文；请载入修改后的全文",
        en: "\(title) is a decision that amends a statute; load the amended statute instead")
    case .noTitle:
      Wording(
        zh: "第一条前面没有法律名称；请在文件开头写上",
        en: "No name of a statute stands before the first article; write it at the top")
    case .noDate:
      Wording(
        zh: "标题下面没有通过或修改的日期；请补上，或用 --edition 2020-05-28 说明",
        en: "The head gives no date of adoption or amendment; add it, or use --edition 2020-05-28")
    case .dateFromName(let head?, let name):
      Wording(
        zh: "标题下面最后的日期是 \(head.iso)，文件名是 \(name.iso)，按文件名；请核对",
        en: "The last date of the head is \(head.iso), the file's name says \(name.iso), "
          + "which was taken; check it")
    case .dateFromName(nil, let name):
      Wording(
        zh: "标题下面没有日期，按文件名的 \(name.iso)；请核对",
        en: "The head gives no date; \(name.iso) was taken from the file's name; check it")
    default:
      Wording(
        zh: "没有找到“第一条”这样的条文；请核对文件是不是法律全文",
        en: "No article such as 'Article 1' in Chinese was found; check that this is a statute")
    }
  }

  private var articleWording: Wording {
    switch self {
    case .articleTwice(let number, let line):
      Wording(
        zh: "\(number.chinese)已在第 \(line) 行出现过；请删去一处",
        en: "\(number.english) stands in line \(line) already; take one of them out")
    case .articleBehind(let number, let before):
      Wording(
        zh: "\(number.chinese)排在\(before.chinese)后面；请按顺序排好",
        en: "\(number.english) stands behind \(before.english); put them in order")
    case .articlesMissing(let first, let last) where first == last:
      Wording(
        zh: "前面缺\(first.chinese)；请补全，几个文件的法律请一起载入",
        en: "\(first.english) is missing before this one; complete the text, and load all "
          + "files of a statute together")
    case .articlesMissing(let first, let last):
      Wording(
        zh: "前面缺\(first.chinese)至\(last.chinese)；请补全，几个文件的法律请一起载入",
        en: "\(first.english) to \(last.english) are missing before this one; complete the "
          + "text, and load all files of a statute together")
    case .emptyArticle(let number):
      Wording(
        zh: "\(number.chinese)没有内容；请补上，已废止的写“（删去）”",
        en: "\(number.english) is empty; complete it, or say that it was repealed")
    case .numberNotParted(let number):
      Wording(
        zh: "\(number.chinese)后面没有空格，当作条文的开头；请核对",
        en: "No space follows the number of \(number.english); it was read as an article")
    case .spaceInNumber(let number):
      Wording(
        zh: "条文序号中间有空格，读作\(number.chinese)",
        en: "A space stands within the number; it was read as \(number.english)")
    case .wrongSign(let found, let number):
      Wording(
        zh: "“\(found)”应为“第”，读作\(number.chinese)",
        en: "\(found) begins the number; it was read as \(number.english)")
    case .quotedArticle(let number, let within):
      Wording(
        zh: "引号没有合上，这里的\(number.chinese)当作\(within.chinese)引用的文字；请核对",
        en: "A quotation is open, so \(number.english) was read as quoted in "
          + "\(within.english); check it")
    default: fileWording
    }
  }

  private var otherWording: Wording {
    switch self {
    case .headingBehind(let title, let number, let expected):
      Wording(
        zh: "“\(title)”的序号是 \(number)，应为 \(expected)；请核对有没有缺漏",
        en: "The heading '\(title)' has number \(number) where \(expected) is expected; "
          + "check that nothing is missing")
    case .footer(let words):
      Wording(
        zh: "“\(words)”起不是条文，没有载入",
        en: "From '\(words)' on the text is no statute and was left out")
    case .automaticNumbers(let count):
      Wording(
        zh: "从这段起有 \(count) 段用了自动编号，编号不是文字，没有读入；请核对条、项的序号",
        en: "From here on \(count) paragraphs have automatic numbers, which are no text and were "
          + "not read; check the numbers of articles and items")
    case .filesDiffer(let number, let other, let line):
      Wording(
        zh: "\(number.chinese)与 \(other) 第 \(line) 行的不同，两个文件却是同一版本；请核对日期，只留正确的",
        en: "\(number.english) differs from line \(line) of \(other), though both are of "
          + "one edition; check the dates and keep the right one")
    case .sameArticle(let number, let other, let line):
      Wording(
        zh: "从\(number.chinese)起与 \(other) 第 \(line) 行起相同，只载入一份",
        en: "From \(number.english) on this is the same as \(other) from line \(line); "
          + "it was loaded once")
    default: fileWording
    }
  }
}
