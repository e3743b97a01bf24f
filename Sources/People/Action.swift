/// What an actor may want to do. One case for each thing that will be someone's right alone.
package enum Action: String, CaseIterable, Sendable {
  case practise
  case loadBank
  case readBank
  case reviewBank
  /// Those that wait for an exam, with their keys.
  case readHeldQuestions
  case editBank
  case loadStatutes
  case readStatutes
  case readObjections
  case answerObjections
  case editLearners
  case exportLearner
  case forgetLearner
  case editPlans
  case readLearners
  case readPlans
  case readReports
  case readStatistics
  case checkData
  case backUpData
  case restoreData
  case changeSettings
  case signIn
  /// One's own password.
  case changePassword
  case readAccounts
  case editAccounts
  /// The way back to a lost administrator: only for the owner of the files, which Workflows checks.
  case recoverAccount
  /// With the admission ticket, not with an account.
  case sitExam
  case readExams
  case editExams
  /// Opening, ending, giving time back, releasing, notes.
  case holdExams
  case readResults
  case publishResults
  case verifyEvidence
}
