/// What was done to accounts, in the log and in the table of accounts.
struct AccountAudit {
  private var events: [Int64: EvidenceRecord.AccountEvent]
  private let accounts: [EvidenceRecord.Account]
  private var met: Set<Int64> = []
  /// By the log alone: the role of each account, and whether it is out of use.
  private var states: [Int64: (role: String, isDisabled: Bool)] = [:]

  init(_ events: [EvidenceRecord.AccountEvent], accounts: [EvidenceRecord.Account]) {
    self.events = Dictionary(events.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    self.accounts = accounts
  }

  mutating func take(
    _ entry: EvidenceRecord.Entry, _ payload: AuditValue, at place: AuditFinding.Place
  ) -> [AuditFinding] {
    guard let id = payload["event"]?.number.map(Int64.init), let kind = payload["kind"]?.text,
      let account = payload["of"]?.number.map(Int64.init), let role = payload["role"]?.text
    else { return [.entryUnreadable(place)] }
    let wasDisabled = states[account]?.isDisabled ?? false
    let isDisabled =
      switch kind {
      case "disabled", "forgotten": true
      case "enabled", "recovered", "created": false
      default: wasDisabled
      }
    states[account] = (role, isDisabled)
    guard met.insert(id).inserted else { return [.repeated(place)] }
    guard let event = events[id] else { return [.accountEventGone(id, place)] }
    var fields: [AuditFinding.Field] = []
    if event.kind != kind { fields.append(.kind) }
    if event.account != account { fields.append(.account) }
    if event.by != entry.account { fields.append(.by) }
    if event.role != role { fields.append(.role) }
    // What was done before schema 11 entered the log later, and tells when it was done.
    let time = payload["at"].map { $0.number.map(Int64.init) } ?? entry.utc
    if event.utc != time { fields.append(.time) }
    return fields.map { .accountEventDiffers(id, $0) }
  }

  /// What the log does not know, and accounts that are not as it left them.
  func findings() -> [AuditFinding] {
    var findings = events.keys.filter { !met.contains($0) }.sorted()
      .map { AuditFinding.accountEventWithoutEntry($0) }
    for account in accounts {
      guard let state = states[account.id] else {
        findings.append(.accountDiffers(account.id, .created))
        continue
      }
      if state.role != account.role { findings.append(.accountDiffers(account.id, .role)) }
      if state.isDisabled != account.isDisabled {
        findings.append(.accountDiffers(account.id, .disabled))
      }
    }
    let there = Set(accounts.map(\.id))
    findings += states.keys.filter { !there.contains($0) }.sorted()
      .map { AuditFinding.accountGone($0) }
    return findings
  }
}
