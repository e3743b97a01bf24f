import Foundation

// Measures the release program against the sqlite3 shell: what it must be told is MINGFA_PROGRAM. Each
// result is checked before its time counts, and ours and the baseline take turns.

do {
  try Benchmark().run()
} catch {
  FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
  exit(1)
}
