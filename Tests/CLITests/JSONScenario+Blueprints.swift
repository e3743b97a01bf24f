import Foundation

/// Blueprints that the scenario shows and checks.
extension JSONScenario {
  /// Says everything that a blueprint can say.
  private static let fullBlueprint = """
    code: full
    title: 样样齐全的细目表
    banks: [town, full]
    candidates: [staff]
    sections:
      - type: single
        count: 2
        points: 2
      - type: multiple
        count: 2
        points: 2
        scoring: per-option
        floor: none
      - type: true-false
        count: 4
        points: 1
        deduction: 0.5
      - type: case
        count: 1
        questions: 2
        points: 2.5
        scoring: half
    shares:
      - level: apply
        at-least: 20%
      - difficulty: 4-5
        at-most: 50%
    difficulty:
      mean: 0.4
      tolerance: 0.05
    time:
      minutes: 30
      latest-entry: 10
      earliest-leaving: 10
    pass:
      mark: 60%
      excellent: 90%
      after: small
    forms:
      exposure: 2

    """

  private static let smallBlueprint = """
    code: small
    title: 简单的细目表
    sections:
      - type: single
        count: 2
        points: 2
    time:
      minutes: 30
    pass:
      mark: 60%

    """

  static func blueprints(on desk: Desk) throws {
    try FileManager.default.createDirectory(
      at: desk.data.appendingPathComponent("blueprints"), withIntermediateDirectories: true)
    try desk.folder.write(fullBlueprint, to: "data/blueprints/full.yaml")
    try desk.folder.write(smallBlueprint, to: "data/blueprints/small.yaml")
    try desk.folder.write(
      smallBlueprint.replacing("60%", with: "0.6"), to: "data/blueprints/broken.yaml")
  }
}
