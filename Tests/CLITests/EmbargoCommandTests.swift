import Foundation
import TestKit
import Testing

/// Questions on the papers of an exam, at the command line.
@Suite struct EmbargoCommandTests {
  @Test func `who has not signed in is told why it is not shown; who keeps the banks sees it`()
    throws
  {
    let desk = try Desk()
    try desk.folder.write(BankText.everyType, to: "town.txt")
    try desk.folder.write(ExamDesk.little, to: "little.yaml")
    try desk.folder.write("姓名,单位\n张三,某县\n", to: "roster.csv")
    try desk.mingfa("bank", "load", "town.txt")
    try desk.administer()
    let made = try desk.mingfa(
      "exam", "create", "little.yaml", "--roster", "roster.csv", "--code", "x", "--seats", "1",
      "--forms", "1")
    #expect(made.status == 0, "\(made.errors)")
    let one = try desk.mingfa("bank", "show", "town", "T-004", "--lang", "en")
    #expect(one.status == 77 && one.errors.contains("T-004 is on the papers of exam x"))
    let bank = try desk.mingfa("bank", "show", "town", "--lang", "en")
    #expect(
      bank.status == 0 && bank.errors.contains("1 more questions are on the papers of exam x"))
    let source = try desk.mingfa("bank", "show", "town", "--format", "source")
    #expect(!source.text.contains("T-004") && source.text.contains("T-003"))
    #expect(source.errors.contains("有 1 道题在考试的卷上"))
    #expect(try !desk.mingfa("bank", "search", "老规矩").text.contains("T-004"))
    desk.environment["MINGFA_SESSION"] = desk.path("session")
    #expect(try desk.mingfa("bank", "show", "town", "T-004").status == 77)
    #expect(try desk.mingfa("sign-in").status == 0)
    #expect(try desk.mingfa("bank", "show", "town", "T-004").text.contains("老规矩"))
    #expect(try desk.mingfa("bank", "search", "老规矩").text.contains("T-004"))
  }
}
