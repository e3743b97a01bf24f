import Statutes
import Text

/// An edition that the bank names and nobody knows, of a statute that is known.
struct UnknownEdition: BankCheck {
  let id = "unknown-edition"
  let severity = CheckSeverity.warning
  let scope = CheckScope.bank
  let purpose = Wording(
    zh: "题库写的法律版本日期，已知的版本里没有",
    en: "an edition that the bank names and that is not among the known ones")

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for edition in bank.editions where library.knows(edition.original) {
      let known = library.editions(of: edition.original)
      guard !known.contains(edition.date) else { continue }
      let dates = known.map(\.iso).joined(separator: " ")
      log.find(
        nil, .whole,
        Wording(
          zh: "不认识\(edition.original.quoted) \(edition.date.iso) 版，已知的是 \(dates)；"
            + "版本日期是通过或修改的日期，不是施行日期",
          en:
            "The edition of \(edition.original.quoted) of \(edition.date.iso) is not known; known: "
            + "\(dates). An edition is dated by its adoption or amendment, not by when it comes "
            + "into force"))
    }
  }
}
