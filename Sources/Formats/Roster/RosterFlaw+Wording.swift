import People
import Text

extension RosterColumn: Worded {
  /// Its heading.
  package var wording: Wording {
    Wording(zh: RosterKeys.chinese(self)[0], en: RosterKeys.english(self)[0])
  }
}

extension RosterFlaw: Worded {
  package var wording: Wording {
    switch self {
    case .workbook, .empty, .noHeader, .columnTwice, .nobody, .unclosedQuote, .textBehindQuote,
      .tooManyRows, .noHeading:
      tableWording
    case .idNumber(let fault): Self.wording(of: fault)
    case .noName, .nameUnusable, .sameIDNumber, .sameNumber, .samePerson, .numberUnusable:
      personWording
    default: valueWording
    }
  }

  private var tableWording: Wording {
    switch self {
    case .workbook:
      Wording(
        zh: "这是 Excel 或 WPS 表格，请另存为 CSV（逗号分隔，UTF-8）再用",
        en: "This is a workbook; save it as CSV (comma separated, UTF-8)")
    case .empty:
      Wording(
        zh: "名册是空的，请写上表头和人员（写法见 docs/rosters.md）",
        en: "The roster is empty; write headings and people into it (docs/rosters.md says how)")
    case .noHeader(let rows):
      Wording(
        zh: "前 \(rows) 行里没有表头，请加一行列名，其中有“姓名”",
        en: "There is no row of headings among the first \(rows); add one with 'Name' in it")
    case .columnTwice(let column, let first):
      Wording(
        zh: "前面的“\(first)”也是“\(column.wording.zh)”列，请只留一列，或给另一列换个列名",
        en:
          "The column '\(first)' is one of '\(column.wording.en)' too; keep one or rename the other"
      )
    case .nobody:
      Wording(
        zh: "表头下面一个人也没有，请写上人员", en: "Nobody stands below the headings; add people")
    case .unclosedQuote:
      Wording(
        zh: "这个引号没有合上，后面的行都读不出来，请补上引号或删去",
        en: "This quotation mark is not closed, so the rows behind it cannot be read; close or "
          + "remove it")
    case .textBehindQuote:
      Wording(
        zh: "引号后面还有字；格子里的引号请写成两个（\"\"），或删去",
        en: "Text stands behind a closing quotation mark; double the marks within a cell (\"\") or "
          + "remove them")
    case .tooManyRows(let limit):
      Wording(
        zh: "超过 \(limit) 行，请分成几个文件", en: "There are more than \(limit) rows; divide the file")
    case .noHeading:
      Wording(
        zh: "这一格上面没有列名；请核对有没有多出的逗号，或补上列名",
        en: "No heading stands above this cell; look for a separator too many, or add a heading")
    default: Wording(zh: "名册有误，请改正", en: "The roster is wrong; mend it")
    }
  }

  private var personWording: Wording {
    switch self {
    case .noName:
      Wording(
        zh: "这一行没有姓名，请补上，或删去这一行", en: "This row has no name; add it or remove the row")
    case .nameUnusable(let text):
      Wording(
        zh: "“\(text)”不能作姓名（1 到 40 个字，不含冒号，不能全是数字），请改正，或删去这一行",
        en: "'\(text)' cannot be a name (1 to 40 letters, no colon, not digits alone); mend it or "
          + "remove the row")
    case .sameIDNumber(let line):
      Wording(
        zh: "身份证号与第 \(line) 行相同，请删去重复的人，或改正号码",
        en: "The ID number is that of line \(line); remove who stands twice, or mend the number")
    case .sameNumber(let line):
      Wording(
        zh: "编号与第 \(line) 行相同，请删去重复的人，或改正编号",
        en: "The number is that of line \(line); remove who stands twice, or mend the number")
    case .samePerson(let line):
      Wording(
        zh: "姓名、单位都与第 \(line) 行相同；是同一人请删去一行，不是请两行都写上身份证号或工号",
        en:
          "Name and unit are those of line \(line); remove one row, or give ID or staff numbers to "
          + "both if they are two people")
    case .numberUnusable(let text):
      Wording(
        zh: "编号“\(text)”不行，请写成一行，最多 40 个字",
        en: "The number '\(text)' won't do; write one line of at most 40 signs")
    default: Wording(zh: "这一行有误，请改正", en: "This row is wrong; mend it")
    }
  }

  private static func wording(of fault: IDNumber.Fault) -> Wording {
    switch fault {
    case .length:
      Wording(
        zh: "身份证号不是 18 位，请核对（没有就空着）",
        en: "The ID number has not 18 signs; check it (leave the cell empty for none)")
    case .fifteen:
      Wording(
        zh: "这是 15 位的旧身份证号，请改成 18 位", en: "This is an old ID number of 15 digits; write the 18")
    case .signs:
      Wording(
        zh: "身份证号里有不该有的字，只能是 17 位数字加一位数字或 X；打了星号的请写全，或空着",
        en:
          "The ID number has signs other than 17 digits and a digit or X; write masked ones in full "
          + "or leave the cell empty")
    case .birthDate:
      Wording(
        zh: "身份证号第 7 到 14 位不是日期，请核对",
        en: "Digits 7 to 14 of the ID number are no date; check it")
    case .checkSign:
      Wording(
        zh: "身份证号的末位校验不对，有一位抄错了，请核对",
        en: "The last sign of the ID number does not agree with the others; one is wrong, check it")
    case .rounded:
      Wording(
        zh: "表格软件把身份证号当成数字，末几位丢了；请把这一列设为文本，重新填写号码",
        en:
          "A spreadsheet took the ID number for a number and lost its last digits; make the column "
          + "text and enter it again")
    }
  }

  private var valueWording: Wording {
    switch self {
    case .unknownCategory(let text):
      let known = Wording(
        zh: PersonCategory.allCases.map(\.wording.zh).joined(separator: "、"),
        en: PersonCategory.allCases.map(\.rawValue).joined(separator: ", "))
      return Wording(
        zh: "没有“\(text)”这种人员类别，可写：\(known.zh)",
        en: "There is no category '\(text)'; write one of \(known.en)")
    case .unknownEstablishment(let text):
      let types = EstablishmentType.allCases
      let known = Wording(
        zh: types.map { RosterKeys.words(of: $0)[0] }.joined(separator: "、"),
        en: types.map(\.rawValue).joined(separator: ", "))
      return Wording(
        zh: "不认得编制类型“\(text)”，可写：\(known.zh)",
        en: "There is no establishment type '\(text)'; write one of \(known.en)")
    case .extraMinutes(let text):
      let range = RosterEntry.extraMinutesRange
      return Wording(
        zh: "加时“\(text)”不行，请写 \(range.lowerBound) 到 \(range.upperBound) 的整数分钟，没有就空着",
        en:
          "The extra minutes '\(text)' won't do; write a whole number from \(range.lowerBound) to "
          + "\(range.upperBound), or nothing")
    case .noUnit:
      return Wording(
        zh: "没有写单位，请补上（合并过的单元格要每行都写）",
        en: "There is no unit; add it (merged cells have to be written in every row)")
    case .unitGap(let column):
      return Wording(
        zh: "写了下级单位，没有写“\(column.wording.zh)”，请补上（合并过的单元格要每行都写）",
        en: "'\(column.wording.en)' is missing above a lower unit; add it (merged cells have to be "
          + "written in every row)")
    case .unitUnclear(let text):
      return Wording(
        zh: "单位“\(text)”看不懂，请写成 某县/某镇/某村，最多三级，每级最多 40 个字",
        en: "The unit '\(text)' is unclear; write County/Town/Village, at most three levels of 40 "
          + "letters")
    case .assistanceUnnamed(let text):
      return Wording(
        zh: "协助写的是“\(text)”，请写明是谁代读或代填，没有就空着",
        en: "The assistance says '\(text)'; name who reads or types, or leave the cell empty")
    case .assistanceUnusable(let text):
      return Wording(
        zh: "协助人“\(text)”不行，请写成一行，最多 60 个字",
        en: "The assistance '\(text)' won't do; write one line of at most 60 letters")
    default: return Wording(zh: "内容有误，请改正", en: "The value is wrong; mend it")
    }
  }
}
