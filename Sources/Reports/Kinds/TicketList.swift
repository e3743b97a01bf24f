import Text

/// The admission tickets 准考证 of an exam, to be printed and cut.
package enum TicketList {
  /// One ticket.
  package struct Ticket: Hashable, Sendable {
    package var number: String
    package var name: String
    package var wave: Int
    package var seat: Int
    package var code: String

    package init(number: String, name: String, wave: Int, seat: Int, code: String) {
      self.number = number
      self.name = name
      self.wave = wave
      self.seat = seat
      self.code = code
    }
  }

  /// The tickets as a report, by number.
  package static func report(title: Wording, tickets: [Ticket]) -> Report {
    Report(
      id: "exam-tickets", schema: 1,
      title: Wording(zh: "\(title.zh) 准考证", en: "Admission tickets of \(title.en)"),
      notes: [
        Wording(
          zh: "验证码只给考生本人；考试时运行 mingfa exam sit，输入准考证号和验证码",
          en: "The code is for the candidate alone; at the exam run mingfa exam sit and type both")
      ],
      columns: [
        .init(id: "number", heading: Wording(zh: "准考证号", en: "Number"), isNumber: false),
        .init(id: "name", heading: Wording(zh: "姓名", en: "Name"), isNumber: false),
        .init(id: "wave", heading: Wording(zh: "场次", en: "Wave"), isNumber: true),
        .init(id: "seat", heading: Wording(zh: "座位", en: "Seat"), isNumber: true),
        .init(id: "code", heading: Wording(zh: "验证码", en: "Code"), isNumber: false),
      ],
      rows: tickets.map { ticket in
        Report.Row(cells: [
          .text(ticket.number), .text(ticket.name), .count(ticket.wave), .count(ticket.seat),
          .text(ticket.code),
        ])
      })
  }
}
