import Foundation

// Measures what the program promises of speed and memory: the release program, named by MINGFA_PROGRAM,
// against the sqlite3 shell and the bare C interface. Each result is checked before its time counts,
// and ours and the baseline take turns. Status 1 where a promise is not kept or nothing was measured.

do {
  let isKept = try Benchmark(arguments: Array(CommandLine.arguments.dropFirst())).run()
  exit(isKept ? 0 : 1)
} catch {
  FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
  exit(1)
}
