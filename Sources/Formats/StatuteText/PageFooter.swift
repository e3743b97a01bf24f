/// What stands below a statute on a web page or in a file: who edited the page, who owns it, annexes.
enum PageFooter {
  /// Whether a line, which is no sentence, begins what a web page has below its text.
  static func begins(_ line: Substring) -> Bool {
    if line.last == "。" || line.last == "；" { return false }
    let line = line.drop { "【[（( 　".contains($0) }
    if marks.contains(where: { line.contains($0) }) { return true }
    guard let first = line.first, first.isASCII || initials.contains(first) else { return false }
    guard labels.contains(where: { line.hasPrefix($0) }) else { return false }
    return line.count <= 60 && !line.contains("。")
  }

  /// Whether a line begins an annex, a note, or another text that was printed behind the statute.
  static func beginsAnnex(_ line: Substring) -> Bool {
    guard let first = line.first else { return false }
    if "①②③④⑤⑥⑦⑧⑨⑩".contains(first) { return true }
    if line.last == "。" || line.contains("。") { return false }
    return first == "附" && annexes.contains { line.hasPrefix($0) } || line == "附"
      || first == "注" && line.hasPrefix("注：") || line.hasSuffix("的决定") && line.count > 8
  }

  /// Where a footer begins that was glued to a sentence: 施行。来源：…; nil where none does.
  static func glued(to line: Substring) -> Substring.Index? {
    var start = line.startIndex
    while let stop = line[start...].firstIndex(of: "。") {
      start = line.index(after: stop)
      while start < line.endIndex, "”）’".contains(line[start]) { start = line.index(after: start) }
      let rest = line[start...].drop(while: \.isWhitespace)
      if !rest.isEmpty, begins(rest) { return rest.startIndex }
    }
    return nil
  }

  private static let annexes = ["附件", "附表", "附录", "附：", "附:", "附图", "附　", "附 "]
  private static let marks = ["ICP备", "公网安备", "版权所有", "Copyright", "©"]
  private static let labels = [
    "来源：", "来源:", "文章来源", "信息来源", "责任编辑", "编辑：", "编辑:", "责编", "作者：", "作者:", "发布时间", "发布日期",
    "主办单位", "主办：", "承办", "技术支持", "网站地图", "网站标识码", "地址：", "邮编", "打印", "关闭", "上一篇", "下一篇", "相关链接",
    "相关文章", "相关新闻", "相关附件", "分享", "扫一扫", "返回", "联系我们", "浏览次数", "点击数", "字号", "http", "www.",
  ]
  private static let initials = Set(labels.compactMap(\.first))
}
