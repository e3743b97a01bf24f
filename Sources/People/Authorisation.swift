/// The one place that says who may do what.
package enum Authorisation {
  /// The actor may not do this.
  package struct Refusal: Error, Hashable {
    package let action: Action
    /// The role of the actor; nil where nobody has signed in.
    package let role: Role?

    package init(action: Action, role: Role? = nil) {
      self.action = action
      self.role = role
    }
  }

  /// Returns if the actor may act, else throws `Refusal`.
  package static func authorise(_ actor: Actor, to action: Action) throws(Refusal) {
    guard let holders = holders(of: action) else { return }
    guard let role = actor.role, holders.contains(role) else {
      throw Refusal(action: action, role: actor.role)
    }
  }

  /// Whether the actor may act.
  package static func allows(_ actor: Actor, to action: Action) -> Bool {
    guard let holders = holders(of: action) else { return true }
    return actor.role.map(holders.contains) ?? false
  }

  /// The roles that may do this; nil where everyone may, signed in or not: who learns alone at home needs
  /// no account, and who can write the files of the data folder needs none for what these files hold.
  package static func holders(of action: Action) -> Set<Role>? {
    switch action {
    case .practise, .loadBank, .readBank, .reviewBank, .editBank, .loadStatutes, .readStatutes,
      .readObjections, .answerObjections, .editLearners, .exportLearner, .forgetLearner,
      .editPlans, .readLearners, .readPlans, .readStatistics, .checkData,
      .backUpData, .restoreData, .changeSettings, .signIn, .recoverAccount, .sitExam:
      nil
    case .changePassword: Set(Role.allCases)
    case .readReports, .readResults, .verifyEvidence, .readHeldQuestions:
      [.trainer, .administrator]
    case .readExams: [.trainer, .invigilator, .administrator]
    case .holdExams: [.invigilator, .administrator]
    case .editExams, .publishResults: [.administrator]
    case .readAccounts, .editAccounts: [.administrator]
    }
  }
}
