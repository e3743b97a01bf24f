import Testing
import Text

@Suite struct AlignedColumnsTests {
  static let table = AlignedColumns(
    headings: [
      .init("单位"), .init("题库"), .init("应考", .right), .init("合格", .right), .init("合格率", .right),
    ],
    rows: [
      ["某镇司法所", "《民法典》总则编与“公序良俗”", "32", "27", "84.38%"],
      ["Hillside", "Constitution, 20 questions", "1,204", "6", "0.50%"],
      ["全县", "", "1,236", "33", "2.67%"],
    ], totals: 1)

  @Test func `at 200 columns everything stands on one line`() {
    #expect(
      Self.table.lines(width: 200) == [
        "单位        题库                           应考  合格  合格率",
        "-------------------------------------------------------------",
        "某镇司法所  《民法典》总则编与\"公序良俗\"     32    27  84.38%",
        "Hillside    Constitution, 20 questions    1,204     6   0.50%",
        "-------------------------------------------------------------",
        "全县                                      1,236    33   2.67%",
      ])
    #expect(Self.table.lines(width: 80) == Self.table.lines(width: 200))
  }

  @Test func `where it does not fit, the widest words wrap and figures do not`() {
    #expect(
      Self.table.lines(width: 50) == [
        "单位        题库                应考  合格  合格率",
        "--------------------------------------------------",
        "某镇司法所  《民法典》总则编      32    27  84.38%",
        "            与\"公序良俗\"",
        "Hillside    Constitution, 20   1,204     6   0.50%",
        "            questions",
        "--------------------------------------------------",
        "全县                           1,236    33   2.67%",
      ])
  }

  @Test func `at 40 columns a table of one name and figures stands whole`() {
    let table = AlignedColumns(
      headings: [
        .init("单位"), .init("应考", .right), .init("参加考试的人数", .right), .init("合格率", .right),
      ],
      rows: [["某某镇综合执法办公室", "12,345", "30", "90.00%"], ["乙村", "9", "8", "无"]])
    #expect(
      table.lines(width: 40) == [
        "单位           应考   参加考试的  合格率",
        "                            人数",
        "----------------------------------------",
        "某某镇综合   12,345           30  90.00%",
        "执法办公室",
        "乙村              9            8      无",
      ])
  }

  @Test func `a name that would be torn stands above its figures, and the others beside theirs`() {
    let table = AlignedColumns(
      headings: [.init("章节"), .init("题目", .right), .init("做过", .right), .init("正确率", .right)],
      rows: [
        ["第五编 婚姻家庭", "13", "9", "100.00%"], ["毒品犯罪与法律责任", "21", "0", "无"],
        ["公民的基本权利和义务", "5", "0", "无"], ["国务院和地方各级人民政府", "7", "0", "无"],
        ["第一编 总则", "15", "1", "50.00%"], ["General principles", "5", "1", "50.00%"],
      ])
    #expect(
      table.lines(width: 35) == [
        "章节            题目  做过   正确率",
        "-----------------------------------",
        "第五编 婚姻家庭",
        "                  13     9  100.00%",
        "毒品犯罪与法律责任",
        "                  21     0       无",
        "公民的基本权利和义务",
        "                   5     0       无",
        // Its pieces would be long enough, but all of a table stand alike.
        "国务院和地方各级人民政府",
        "                   7     0       无",
        "第一编 总则       15     1   50.00%",
        // Whole words are not torn.
        "General            5     1   50.00%",
        "principles",
      ])
  }

  @Test func `several names in a row take one line, and the figures the next`() {
    let table = AlignedColumns(
      headings: [
        .init("单位"), .init("月份"), .init("题库"), .init("参加人数", .right), .init("合格率", .right),
      ],
      rows: [
        ["青禾县/柳林镇", "2026-11", "村里的小事", "12", "100.00%"],
        ["青禾县/石桥镇", "2026-11", "村里的小事", "8", "0.00%"],
        ["合计", "2026-11", "村里的小事", "20", "60.00%"],
      ], totals: 1)
    #expect(
      table.lines(width: 48) == [
        "单位           月份     题库",
        "                 参加人数   合格率",
        "----------------------------------",
        "青禾县/柳林镇  2026-11  村里的小事",
        "                       12  100.00%",
        "青禾县/石桥镇  2026-11  村里的小事",
        "                        8    0.00%",
        "----------------------------------",
        "合计           2026-11  村里的小事",
        "                       20   60.00%",
      ])
    #expect(table.lines(width: 60).count == 6)
  }

  @Test func `a screen too narrow for columns shows a paragraph a row`() {
    #expect(
      Self.table.lines(width: 40) == [
        "单位：某镇司法所",
        "题库：《民法典》总则编与\"公序良俗\"",
        "应考：32",
        "合格：27",
        "合格率：84.38%",
        "----------------------------------------",
        "单位：Hillside",
        "题库：Constitution, 20 questions",
        "应考：1,204",
        "合格：6",
        "合格率：0.50%",
        "----------------------------------------",
        "单位：全县",
        "应考：1,236",
        "合格：33",
        "合格率：2.67%",
      ])
    #expect(
      Self.table.lines(width: 24).starts(with: [
        "单位：某镇司法所", "题库：《民法典》总则编", "  与\"公序良俗\"", "应考：32",
      ]))
  }

  @Test func `a plain table is sentences`() {
    #expect(
      Self.table.sentences(in: .chinese) == [
        "单位：某镇司法所，题库：《民法典》总则编与\"公序良俗\"，应考：32，合格：27，合格率：84.38%。",
        "单位：Hillside，题库：Constitution, 20 questions，应考：1,204，合格：6，合格率：0.50%。",
        "单位：全县，应考：1,236，合格：33，合格率：2.67%。",
      ])
    let english = AlignedColumns(
      headings: [.init("Unit"), .init(""), .init("Passed", .right)],
      rows: [["A", "new", "3"], ["", "", ""], ["B"]])
    #expect(english.sentences(in: .english) == ["Unit: A, new, Passed: 3.", "Unit: B."])
  }

  @Test func `rows may lack cells, have too many, or hold newlines`() {
    let table = AlignedColumns(
      headings: [.init("a"), .init("b")], rows: [["1"], ["2\n3", "4", "5"]])
    #expect(table.lines(width: 80) == ["a    b", "------", "1", "2 3  4"])
    #expect(AlignedColumns(headings: [], rows: [["x"]]).lines(width: 80) == [])
    #expect(AlignedColumns(headings: [.init("a")], rows: []).lines(width: 80) == ["a", "-"])
  }

  @Test(
    "padding counts columns",
    arguments: [
      ("中", 4, AlignedColumns.Alignment.left, "中  "), ("中", 4, .right, "  中"),
      ("abc", 3, .left, "abc"),
      ("中文", 3, .left, "中文"), ("", 2, .right, "  "), ("é", 2, .right, " é"), ("x", -1, .left, "x"),
    ])
  func padding(text: String, columns: Int, alignment: AlignedColumns.Alignment, expected: String) {
    #expect(AlignedColumns.padded(text, to: columns, alignment: alignment) == expected)
  }

  @Test("columns line up, fit and keep figures whole", arguments: UInt64(1)...60)
  func property(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let words = ["民法典", "某镇", " ", "word", "《宪法》", "，", "“好”", "①", "😀", "e\u{301}"]
    let headings = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
      AlignedColumns.Heading(
        generator.text(of: words, upTo: 4), Bool.random(using: &generator) ? .left : .right)
    }
    let rows = (0..<8).map { _ in
      headings.map {
        $0.alignment == .left
          ? generator.text(of: words, upTo: 12)
          : String(Int.random(in: 0...99_999, using: &generator))
      }
    }
    let table = AlignedColumns(headings: headings, rows: rows)
    for width in [40, 80, 200] {
      let lines = table.lines(width: width)
      #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= width })
      #expect(lines.allSatisfy { $0.last != " " })
      #expect(lines.joined().unicodeScalars.allSatisfy { !DisplayWidth.isAmbiguous($0) })
      let figures = rows.flatMap { row in
        zip(headings, row).filter { $0.0.alignment == .right }.map { $0.1 }
      }
      let words = Set(lines.flatMap { $0.split { !$0.isASCII || !$0.isNumber }.map(String.init) })
      #expect(figures.allSatisfy { words.contains($0) })
    }
  }
}
