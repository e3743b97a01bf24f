import ArgumentParser
import Text

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: .worded(
      zh: "数据文件夹（默认：环境变量 MINGFA_DATA，再默认 ~/.local/share/mingfa）",
      en: "Data folder (default: MINGFA_DATA, else ~/.local/share/mingfa)",
      value: Wording(zh: "文件夹", en: "dir")),
    completion: .directory)
  var data: String?

  @Option(
    help: .worded(
      zh: "界面语言：zh 或 en", en: "Language of the interface: zh or en",
      value: Wording(zh: "zh|en", en: "zh|en")))
  var lang: Language?

  @Flag(help: .worded(zh: "不提问，一律按默认", en: "Ask nothing, take the defaults"))
  var noInput = false

  @Flag(help: .worded(zh: "不用颜色", en: "No colour"))
  var noColor = false

  @Flag(help: .worded(zh: "朗读软件用：无横线、无重绘", en: "For screen readers: no rules, no redrawing"))
  var plain = false
}

/// How a list or a sum is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

struct FormatOption: ParsableArguments {
  @Option(
    help: .worded(
      zh: "输出格式：text 或 json", en: "Output: text or json",
      value: Wording(zh: "text|json", en: "text|json")))
  var format = OutputFormat.text
}

extension Language: ExpressibleByArgument {}
