import Glibc

/// What the search for near duplicates is compared with: rensa (MinHash and LSH, in Rust) for the
/// candidates and rapidfuzz (in C++) for their distance, driven by a script in Python.
struct NearBaseline {
  /// Set up by scripts/setup.
  private static let python = ".build/near-baseline/bin/python"
  private static let script = "Benchmarks/near_baseline.py"

  /// - Throws: `Obstacle.missing` where Python cannot import what is compared with.
  init() throws {
    guard access(Self.script, R_OK) == 0 else {
      throw Obstacle.missing("\(Self.script), looked for in the folder where this was started,")
    }
    guard access(Self.python, X_OK) == 0,
      (try? ChildProcess.run(Self.python, ["-c", "import rensa, rapidfuzz"])) != nil
    else {
      throw Obstacle.missing("the baseline of near duplicates, rensa and rapidfuzz for Python,")
    }
  }

  func run(_ stems: String) throws -> ChildProcess.Outcome {
    try ChildProcess.run(Self.python, [Self.script, stems])
  }
}
