import ArgumentParser
import Text
import Workflows

/// Where a report goes.
struct OutputOption: ParsableArguments {
  @Option(
    help: .worded(
      zh: "写到这个文件；- 为标准输出", en: "Write to this file; - for standard output",
      value: Wording(zh: "文件", en: "file")),
    completion: .file())
  var output: String?

  /// The file; nil for standard output.
  var path: String? { output == "-" ? nil : output }
}

extension CommandSession {
  /// The path of a file among the reports of the data folder.
  func reportPath(_ name: String) -> String {
    environment.folder.appendingPathComponent("reports").appendingPathComponent(name).path
  }

  /// Writes a text to a file and says so, or to standard output where there is no path.
  func put(_ text: String, into path: String?, makesFolder: Bool = false) throws {
    guard let path else { return try screen.write(text) }
    try WriteFile.write(text, to: path, makesFolder: makesFolder)
    note(Wording(zh: "已写出 \(path)", en: "Wrote \(path)"))
  }
}
