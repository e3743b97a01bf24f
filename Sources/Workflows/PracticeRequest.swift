import Exams
import Learning

/// What a learner asks to practise.
package struct PracticeRequest: Sendable {
  package var mode: PracticeMode
  /// Codes of banks; empty for all banks of the language.
  package var banks: [String]
  package var chapter: String?
  /// nil draws one.
  package var seed: UInt64?
  /// nil takes the usual outline on the scale that the banks allow.
  package var outline: MockOutline?
  /// The paper is drawn by it, from its banks where none are named; goes before an outline.
  package var blueprint: Blueprint?

  package init(
    mode: PracticeMode, banks: [String] = [], chapter: String? = nil, seed: UInt64? = nil,
    outline: MockOutline? = nil, blueprint: Blueprint? = nil
  ) {
    self.mode = mode
    self.banks = banks
    self.chapter = chapter
    self.seed = seed
    self.outline = outline
    self.blueprint = blueprint
  }
}
