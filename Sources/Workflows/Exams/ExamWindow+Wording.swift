import Exams
import Learning
import Text

extension ExamWindow {
  /// The times as people read them; nil where none was set.
  package func wording(_ days: DayRule) -> Wording? {
    switch (from.map { days.clockText(of: $0) }, until.map { days.clockText(of: $0) }) {
    case (nil, nil): nil
    case (let from?, nil): Wording(zh: "\(from) 起", en: "from \(from)")
    case (nil, let until?): Wording(zh: "\(until) 前", en: "before \(until)")
    case (let from?, let until?): Wording(zh: "\(from) 至 \(until)", en: "\(from) to \(until)")
    }
  }
}
