import People
import Text

extension RosterReader {
  /// Names, and numbers other than ID numbers, have at most so many characters.
  private static let nameLimit = 40
  private static let assistanceLimit = 60

  /// A part of a row: what it says, or that it is wrong, which was told.
  private enum Part<Value> {
    case read(Value)
    case wrong

    var value: Value? { if case .read(let value) = self { value } else { nil } }
  }

  /// The person of a row; nil where something of it is wrong. Every part is looked at.
  mutating func entry(_ cells: RosterCells) -> RosterEntry? {
    let name = name(cells)
    let idNumber = idNumber(cells)
    let number = number(cells)
    let unit = unit(cells)
    let belonging = belonging(cells)
    let minutes = extraMinutes(cells)
    let assistance = assistance(cells)
    let others = others(cells)
    if case .read(let name) = name, case .read(let unit) = unit, case .read(let id) = idNumber {
      findNamesake(name, unit, id, number.value ?? nil, cells)
    }
    guard case .read(let name) = name, case .read(let idNumber) = idNumber,
      case .read(let number) = number, case .read(let unit) = unit,
      case .read(let belonging) = belonging, case .read(let minutes) = minutes,
      case .read(let assistance) = assistance
    else { return nil }
    return RosterEntry(
      line: cells.row.place.line, name: name, idNumber: idNumber, number: number, unit: unit,
      category: belonging.category, establishment: belonging.establishment, extraMinutes: minutes,
      assistance: assistance, other: others)
  }

  // MARK: Who

  private mutating func name(_ cells: RosterCells) -> Part<String> {
    let name = Self.joined(cells[.name])
    let place = cells.place(of: .name)
    guard !name.isEmpty else {
      problem(.noName, place)
      return .wrong
    }
    let isUsable =
      CellText.isLine(name, upTo: Self.nameLimit) && !name.contains { ":：".contains($0) }
      && !name.allSatisfy(\.isNumber) && !RosterKeys.footers.contains(RosterKeys.plain(name))
    guard isUsable else {
      problem(.nameUnusable(Self.quoted(name)), place)
      return .wrong
    }
    return .read(name)
  }

  /// 张 三 as 张三: names of two characters are set as wide as those of three.
  private static func joined(_ name: String) -> String {
    let isChinese = name.unicodeScalars.allSatisfy {
      $0.properties.isIdeographic || $0.properties.isWhitespace
    }
    let words = name.split(whereSeparator: \.isWhitespace)
    return words.joined(separator: isChinese ? "" : " ")
  }

  private mutating func idNumber(_ cells: RosterCells) -> Part<IDNumber?> {
    let text = CellText.number(cells[.idNumber])
    guard !text.isEmpty, !RosterKeys.none.contains(text.lowercased()) else { return .read(nil) }
    let place = cells.place(of: .idNumber)
    do throws(IDNumber.Fault) {
      let number = try IDNumber(text)
      if let line = seen.idNumbers[number] {
        problem(.sameIDNumber(firstLine: line), place)
        return .wrong
      }
      seen.idNumbers[number] = cells.row.place.line
      return .read(number)
    } catch {
      problem(.idNumber(error), place)
      return .wrong
    }
  }

  private mutating func number(_ cells: RosterCells) -> Part<String?> {
    let text = CellText.number(cells[.number])
    guard !text.isEmpty, !RosterKeys.none.contains(text.lowercased()) else { return .read(nil) }
    let place = cells.place(of: .number)
    guard CellText.isLine(text, upTo: Self.nameLimit) else {
      problem(.numberUnusable(Self.quoted(text)), place)
      return .wrong
    }
    if let line = seen.numbers[text] {
      problem(.sameNumber(firstLine: line), place)
      return .wrong
    }
    seen.numbers[text] = cells.row.place.line
    return .read(text)
  }

  /// Two of one name in one unit are two people where both have ID numbers, or both have other ones.
  private mutating func findNamesake(
    _ name: String, _ unit: [String]?, _ idNumber: IDNumber?, _ number: String?,
    _ cells: RosterCells
  ) {
    let key = [name] + (unit ?? [])
    var others = seen.names[key, default: Seen.Namesakes()]
    let twin =
      switch (idNumber != nil, number != nil) {
      case (true, true): others.withoutBoth
      case (true, false): others.withoutID
      case (false, true): others.withoutNumber
      case (false, false): others.any
      }
    if let twin { problem(.samePerson(firstLine: twin), cells.place(of: .name)) }
    let line = cells.row.place.line
    others.any = others.any ?? line
    if idNumber == nil { others.withoutID = others.withoutID ?? line }
    if number == nil { others.withoutNumber = others.withoutNumber ?? line }
    if idNumber == nil, number == nil { others.withoutBoth = others.withoutBoth ?? line }
    seen.names[key] = others
  }

  // MARK: Where

  private mutating func unit(_ cells: RosterCells) -> Part<[String]?> {
    let levels = RosterColumn.levels.filter { has($0) }
    guard has(.unit) || !levels.isEmpty else { return .read(nil) }
    let names = levels.map { cells[$0] }
    let depth = names.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    if let gap = names.prefix(depth).firstIndex(where: \.isEmpty) {
      problem(.unitGap(missing: levels[gap]), cells.place(of: levels[gap]))
      return .wrong
    }
    let above = Array(names.prefix(depth))
    let own = cells[.unit]
    guard depth > 0 || !own.isEmpty else {
      problem(.noUnit, cells.place(of: has(.unit) ? .unit : levels[0]))
      return .wrong
    }
    guard let path = Self.path(above, own), path.allSatisfy({ CellText.isLine($0, upTo: 40) })
    else {
      let text = (above + (own.isEmpty ? [] : [own])).joined(separator: "/")
      problem(.unitUnclear(Self.quoted(text)), cells.place(of: own.isEmpty ? levels[0] : .unit))
      return .wrong
    }
    return .read(path)
  }

  /// The path of a unit that stands in columns for its levels, in a column of its own, or in both.
  private static func path(_ above: [String], _ own: String) -> [String]? {
    guard !own.isEmpty else { return OrganizationUnit.path(above.joined(separator: "/")) }
    guard let names = OrganizationUnit.path(own) else { return nil }
    if names.starts(with: above) { return names }
    if above.suffix(names.count) == names[...] {
      return OrganizationUnit.path(above.joined(separator: "/"))
    }
    return OrganizationUnit.path((above + names).joined(separator: "/"))
  }

  // MARK: What kind

  private mutating func belonging(
    _ cells: RosterCells
  ) -> Part<(category: PersonCategory, establishment: EstablishmentType)> {
    let category = category(cells)
    let establishment = establishment(cells)
    guard case .read(let category) = category, case .read(let establishment) = establishment else {
      return .wrong
    }
    // One column says what the other leaves open: staff are those on the establishment 在编人员, and who
    // belongs to it in any way works there.
    let isKnown = establishment != nil && establishment != .unknown
    return .read(
      (
        category ?? (isKnown ? .staff : .other),
        establishment ?? (category == .staff ? .established : .unknown)
      ))
  }

  private mutating func category(_ cells: RosterCells) -> Part<PersonCategory?> {
    let text = cells[.category]
    guard !text.isEmpty else { return .read(nil) }
    guard let category = PersonCategory.meant(by: PlainLine.narrowed(text)) else {
      problem(.unknownCategory(Self.quoted(text)), cells.place(of: .category))
      return .wrong
    }
    return .read(category)
  }

  private mutating func establishment(_ cells: RosterCells) -> Part<EstablishmentType?> {
    let text = cells[.establishment]
    guard !text.isEmpty else { return .read(nil) }
    guard let type = RosterKeys.establishment(text) else {
      problem(.unknownEstablishment(Self.quoted(text)), cells.place(of: .establishment))
      return .wrong
    }
    return .read(type)
  }

  // MARK: What is allowed

  private mutating func extraMinutes(_ cells: RosterCells) -> Part<Int> {
    var text = CellText.number(cells[.extraMinutes]).lowercased()
    guard !text.isEmpty, !RosterKeys.none.contains(text) else { return .read(0) }
    for unit in ["分钟", "分", "minutes", "min"] where text.hasSuffix(unit) {
      text.removeLast(unit.count)
      break
    }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let minutes = Int(text),
      RosterEntry.extraMinutesRange.contains(minutes)
    else {
      problem(
        .extraMinutes(Self.quoted(cells[.extraMinutes])), cells.place(of: .extraMinutes))
      return .wrong
    }
    return .read(minutes)
  }

  private mutating func assistance(_ cells: RosterCells) -> Part<String?> {
    let text = cells[.assistance]
    let word = RosterKeys.plain(text)
    guard !text.isEmpty, !RosterKeys.none.contains(word) else { return .read(nil) }
    let place = cells.place(of: .assistance)
    guard !RosterKeys.unnamed.contains(word) else {
      problem(.assistanceUnnamed(Self.quoted(text)), place)
      return .wrong
    }
    guard CellText.isLine(text, upTo: Self.assistanceLimit) else {
      problem(.assistanceUnusable(Self.quoted(text)), place)
      return .wrong
    }
    return .read(text)
  }

  /// A cell as a problem quotes it: in a shifted row any cell can be an ID number.
  private static func quoted(_ text: String) -> String {
    Quoted.text(IDNumber.masking(CellText.line(text)))
  }
}
