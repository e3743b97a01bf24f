import Foundation
import Testing

/// The scripts that complete `mingfa` in shells, with Chinese help in them.
@Suite struct CompletionTests {
  /// What bash offers after a line that was typed, with the script of the program.
  private func offers(_ line: String, on desk: Desk) throws -> [String] {
    let script = try desk.mingfa("--generate-completion-script", "bash")
    #expect(script.status == 0 && script.errors == "")
    try desk.folder.write(script.text, to: "completion.bash")
    let run = try desk.run(
      "/bin/bash",
      [
        "--norc", "-c",
        """
        shopt -s extglob
        . ./completion.bash && complete -p mingfa >/dev/null || exit 9
        COMP_LINE=$1 COMP_POINT=${#1}
        read -ra COMP_WORDS <<<"$1"
        [[ $1 == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        function=$(complete -p mingfa) && function=${function#*-F } && function=${function%% *}
        "$function" mingfa "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" || exit 8
        printf '%s\\n' "${COMPREPLY[@]}"
        """, "bash", line,
      ])
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    return run.lines.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  static let lines: [(typed: String, offered: [String], notOffered: [String])] = [
    ("mingfa ", ["practice", "bank", "data", "doctor"], ["manual", "load"]),
    ("mingfa do", ["doctor"], ["data"]),
    ("mingfa data r", ["restore"], ["backup"]),
    ("mingfa bank load --d", ["--data", "--dry-run"], ["--retire"]),
    ("mingfa practice ", ["sequential", "mock"], []),
    ("mingfa doctor --format ", ["text", "json"], []),
    ("mingfa data restore --format j", ["json"], ["text"]),
    ("mingfa bank load ", ["village.txt"], ["letter.odt"]),
    ("mingfa data restore ", ["old.sqlite"], ["village.txt"]),
  ]

  @Test(arguments: lines.indices) func `bash completes commands, options, values and files`(
    index: Int
  ) throws {
    let (typed, offered, notOffered) = Self.lines[index]
    let desk = try Desk()
    for name in ["village.txt", "letter.odt", "old.sqlite"] {
      try desk.folder.write("x", to: name)
    }
    let found = Set(try offers(typed, on: desk))
    #expect(found.isSuperset(of: offered), "\(found)")
    #expect(found.isDisjoint(with: notOffered), "\(found)")
  }

  static let shells = ["bash", "zsh", "fish"]

  @Test(arguments: shells, ["zh", "en"]) func `each script is one that its shell can read`(
    shell: String, language: String
  ) throws {
    let desk = try Desk()
    let script = try desk.mingfa("--generate-completion-script", shell, "--lang", language)
    #expect(script.status == 0)
    #expect(script.text.contains("restore"))
    #expect(!script.text.contains("manual"))
    if shell != "bash" {
      #expect(script.text.contains(language == "zh" ? "恢复备份" : "Restore a backup"))
    }
    try desk.folder.write(script.text, to: "script")
    // zsh and fish are not on every computer; their scripts are read there where they are.
    let check = try desk.shell(
      "command -v \(shell) >/dev/null || exit 0; \(shell) -n script")
    #expect(check.status == 0 && check.errors == "", "\(check.errors)")
  }

  @Test func `another shell's script is refused`() throws {
    let run = try Desk().mingfa("--generate-completion-script", "nonsense")
    #expect(run.status == 64)
    #expect(run.text == "")
  }
}
