import Foundation
import People
import Storage

/// Settings that figures depend on.
package struct ChangeSettings {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// Sets when a day begins; what is nil stays.
  ///
  /// - Returns: what holds now.
  /// - Throws: `WorkflowFailure.hourOutOfRange`, `WorkflowFailure.zoneUnknown`, `StorageFailure`.
  package func setDay(startHour: Int?, zone: String?) throws -> (hour: Int, zone: String) {
    try Authorisation.authorise(actor, to: .changeSettings)
    if let startHour, !(0...23).contains(startHour) {
      throw WorkflowFailure.hourOutOfRange(startHour)
    }
    if let zone, TimeZone(identifier: zone) == nil { throw WorkflowFailure.zoneUnknown(zone) }
    if let startHour { try data.settings.set(.dayStart, to: String(startHour)) }
    if let zone { try data.settings.set(.zone, to: zone) }
    return (
      try data.settings.value(.dayStart).flatMap(Int.init) ?? 4,
      try data.settings.value(.zone) ?? MingfaData.usualZone
    )
  }
}
