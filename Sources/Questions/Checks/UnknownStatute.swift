import Statutes
import Text

/// A citation of a statute that neither the index nor a loaded text has.
struct UnknownStatute: BankCheck {
  let id = "unknown-statute"
  let severity = CheckSeverity.error
  let purpose = Wording(
    zh: "依据里的法律，法律索引里没有，也没有载入全文",
    en: "a cited statute that neither the index nor a loaded text has")

  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog) {
    for (place, entry) in bank.entries.enumerated() {
      guard !library.isEmpty else {
        if !entry.question.citations.isEmpty { log.pass(place) }
        continue
      }
      for (number, citation) in entry.question.citations.enumerated() {
        let title = bank.edition(of: citation)?.original ?? citation.title
        guard !library.knows(title) else { continue }
        log.find(place, .citation(number), wording(title, like: library.nearest(to: title)))
      }
    }
  }

  private func wording(_ title: StatuteTitle, like near: StatuteTitle?) -> Wording {
    let guess = Wording(
      zh: near.map { "是不是\($0.quoted)？" } ?? "",
      en: near.map { "did you mean \($0.quoted)? " } ?? "")
    return Wording(
      zh: "不认识\(title.quoted)：\(guess.zh)名称写错了请改；没有错，请用 mingfa law load 载入它的全文",
      en: "\(title.quoted) is not known: \(guess.en)Correct the name, or load its text with "
        + "mingfa law load")
  }
}
