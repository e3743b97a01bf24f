import Text

/// How somebody belongs to the establishment 编制类型. In most places only those on it may sit for the
/// qualification. The raw values are stored.
package enum EstablishmentType: String, CaseIterable, Sendable {
  /// On the establishment 在编: administrative, or of a public institution.
  case established
  /// A worker of an organ or institution 工勤.
  case worker
  case contract
  case dispatched
  case seconded
  /// The roster does not say.
  case unknown
}

extension EstablishmentType: Worded {
  package var wording: Wording {
    switch self {
    case .established: Wording(zh: "在编", en: "On the establishment")
    case .worker: Wording(zh: "工勤", en: "Worker")
    case .contract: Wording(zh: "合同制", en: "Contract")
    case .dispatched: Wording(zh: "劳务派遣", en: "Dispatched")
    case .seconded: Wording(zh: "借调", en: "Seconded")
    case .unknown: Wording(zh: "编制不明", en: "Establishment unknown")
    }
  }
}
