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
    let hour = try startHour ?? data.settings.value(.dayStart).flatMap(Int.init) ?? 4
    let place = try zone ?? data.settings.value(.zone) ?? MingfaData.usualZone
    // Memories are kept by study days, so they are told anew from the steps in the same commit.
    try data.memories.rebuild(
      of: data.learners.learners(), days: MingfaData.dayRule(hour: String(hour), zone: place),
      settings: [.dayStart: String(hour), .zone: place])
    return (hour, place)
  }
}
