/// The one place that says who may do what.
package enum Authorisation {
  /// The actor may not do this.
  package struct Refusal: Error, Hashable {
    package let action: Action

    package init(action: Action) { self.action = action }
  }

  /// Returns if the actor may act, else throws `Refusal`. For now everyone may do everything: roles
  /// and sign-in come with formal exams.
  package static func authorise(_ actor: Actor, to action: Action) throws(Refusal) {}
}
