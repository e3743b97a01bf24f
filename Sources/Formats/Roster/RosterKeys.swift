import People
import Text

/// The words of a roster: headings and values, with what else people write for them.
enum RosterKeys {
  /// The Chinese headings of a column; the first is the one that messages name.
  static func chinese(_ column: RosterColumn) -> [String] {
    switch column {
    case .serial: ["序号", "序"]
    case .name: ["姓名", "名字", "考生姓名", "人员姓名"]
    case .idNumber: ["身份证号", "身份证号码", "身份证", "居民身份证号", "公民身份号码", "证件号码"]
    case .number:
      ["工号", "执法证号", "执法证件号", "执法证编号", "证书编号", "人员编号"]
    case .unit: ["单位", "所在单位", "工作单位", "单位名称", "所属单位"]
    case .county: ["县", "县区", "区县", "县市区", "县(市、区)"]
    case .town: ["乡镇", "镇", "镇街", "乡镇街道", "乡镇(街道)"]
    case .village: ["村", "村居", "村(居)", "村社区", "村(社区)", "行政村"]
    case .category: ["人员类别", "人员类型"]
    case .establishment: ["编制类型", "编制", "编制性质", "用工性质", "用工形式"]
    case .extraMinutes: ["加时", "加时分钟", "延长时间", "延长分钟"]
    case .assistance: ["协助人", "协助", "代读人", "代读", "代填人", "代填"]
    }
  }

  /// The English headings of a column; the first is the one that messages name.
  static func english(_ column: RosterColumn) -> [String] {
    switch column {
    case .serial: ["No.", "No", "#"]
    case .name: ["Name", "Full name"]
    case .idNumber: ["ID number", "ID No.", "ID card", "Identity number"]
    case .number: ["Number", "Staff number", "Licence number"]
    case .unit: ["Unit", "Organisation", "Organization"]
    case .county: ["County"]
    case .town: ["Town", "Township"]
    case .village: ["Village"]
    case .category: ["Category"]
    case .establishment: ["Establishment", "Establishment type"]
    case .extraMinutes: ["Extra minutes", "Extra time"]
    case .assistance: ["Assistance", "Assistant", "Reader or typist"]
    }
  }

  /// The column that a heading means; nil for others.
  static func column(_ heading: String) -> RosterColumn? {
    let heading = plain(heading)
    if let column = columns[heading] { return column }
    // 姓名(必填), 加时(分钟)
    guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "(") else { return nil }
    return columns[String(heading[..<open])]
  }

  private static let columns = Dictionary(
    RosterColumn.allCases.flatMap { column in
      (chinese(column) + english(column)).map { (plain($0), column) }
    }, uniquingKeysWith: { first, _ in first })

  /// A heading as it is compared: half width, small letters, without blanks, asterisks and a colon at
  /// its end.
  static func plain(_ heading: String) -> String {
    var text = PlainLine.narrowed(heading).lowercased()
    text.removeAll { $0.isWhitespace || $0 == "*" }
    while text.hasSuffix(":") { text.removeLast() }
    return text
  }

  // MARK: Values

  /// How somebody belongs to the establishment, by what people write; the first is the one that messages
  /// name.
  static func words(of type: EstablishmentType) -> [String] {
    switch type {
    case .established:
      [
        "在编", "在编人员", "在编在岗", "行政编", "行政编制", "事业编", "事业编制", "参公", "公务员", "行政", "事业",
        "established", "on the establishment",
      ]
    case .worker: ["工勤", "工勤编", "工勤编制", "工勤人员", "机关工人", "worker"]
    case .contract:
      ["合同制", "合同", "合同工", "聘用", "聘用制", "编外", "编外人员", "临聘", "contract"]
    case .dispatched: ["劳务派遣", "派遣", "派遣制", "dispatched"]
    case .seconded: ["借调", "借用", "抽调", "seconded"]
    case .unknown: ["不详", "未知", "unknown"]
    }
  }

  static func establishment(_ word: String) -> EstablishmentType? {
    let word = plain(word)
    return EstablishmentType.allCases.first { words(of: $0).map(plain).contains(word) }
  }

  /// That there is none.
  static let none = ["无", "没有", "否", "不需要", "none", "no", "-", "/"]

  /// That there is one, without saying who.
  static let unnamed = ["有", "是", "需要", "yes"]

  /// How a line below the table begins, which tells of no person.
  static let footers = [
    "合计", "总计", "共计", "备注", "注", "说明", "填表", "制表", "填报", "审核", "审批", "联系人", "负责人",
    "单位负责人", "盖章", "(盖章)", "日期", "total", "note",
  ]

  /// Whether the first cell of a row without a name begins a line below the table.
  static func isFooter(_ text: String) -> Bool {
    let text = plain(text)
    return footers.contains { word in
      guard text.hasPrefix(word) else { return false }
      let next = text.dropFirst(word.count).first
      // 注意事项 too, but English words end where they end.
      return !word.allSatisfy(\.isASCII) || next.map { !$0.isLetter } ?? true
    }
  }
}
