import TestKit

extension JSONScenario {
  /// One with people who may not sit for different reasons, one with a mistake.
  static func rosters(on desk: Desk) throws {
    try desk.folder.write(
      "姓名,单位,人员类别,编制类型,备注\n张三,某县,,在编,\n李四,某县,,合同制,\n王五,某县,法律明白人,,x\n",
      to: "roster.csv")
    try desk.folder.write("姓名,加时\n张三,x\n", to: "wrong.csv")
  }
}

extension Desk {
  /// The file of a shipped blueprint.
  static func blueprint(_ code: String) -> String {
    Repository.folder.appendingPathComponent("questionbanks/blueprints/\(code).yaml").path
  }
}
