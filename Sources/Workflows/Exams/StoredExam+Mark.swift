import Storage
import Text

extension StoredExam {
  /// The title as people see it: that of a rehearsal says so wherever it stands.
  package var shownTitle: Wording {
    guard let mark = rehearsalMark else { return Wording(zh: title, en: title) }
    return Wording(zh: "\(mark.zh) \(title)", en: "\(mark.en) \(title)")
  }

  /// What stands beside everything that a rehearsal shows; nil where it is held in earnest.
  package var rehearsalMark: Wording? {
    isRehearsal ? Wording(zh: "[演练]", en: "[REHEARSAL]") : nil
  }
}
