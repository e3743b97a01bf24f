import Documents
import Text

/// Documents knows no language, so its faults are worded here, where the first words are read.
extension TextFault: Worded {
  package var wording: Wording {
    switch self {
    case .missing:
      Wording(zh: "没有这个文件，请核对路径", en: "There is no such file; check the path")
    case .directory:
      Wording(zh: "这是文件夹，请给出一个文件", en: "This is a folder; name a file")
    case .notReadable:
      Wording(
        zh: "没有读这个文件的权限，请改权限或换一个用户",
        en: "You may not read this file; change its permissions or the user")
    case .tooLarge(let limit):
      Wording(
        zh: "文件超过 \(limit >> 20) MB，请分成几个文件",
        en: "The file is larger than \(limit >> 20) MB; divide it into several")
    case .failed(let code):
      Wording(
        zh: "读文件失败（\(SystemReason(code).wording.zh)），请检查磁盘后再试",
        en: "Reading failed (\(SystemReason(code).wording.en)); check the disk and try again")
    case .binary(.office, _, _):
      Wording(
        zh: "这是 Word、Excel 或压缩文件，请另存为纯文本（.txt，UTF-8）",
        en: "This is a Word, Excel or archive file; save it as plain text (.txt, UTF-8)")
    case .binary(.pdf, _, _):
      Wording(
        zh: "这是 PDF 文件，请把文字存为纯文本（.txt，UTF-8）",
        en: "This is a PDF file; save its words as plain text (.txt, UTF-8)")
    case .binary(.other, _, let offset):
      Wording(
        zh: "这不是文本文件（第 \(offset + 1) 字节是 0），请另存为 UTF-8 纯文本",
        en: "This is no text file (byte \(offset + 1) is 0); save it as plain text in UTF-8")
    case .broken(let encoding, _, let offset):
      Wording(
        zh: "文件是 \(encoding.rawValue) 编码，但第 \(offset + 1) 字节坏了；请改好这一行，另存为 UTF-8",
        en: "The file is \(encoding.rawValue), but byte \(offset + 1) is damaged; "
          + "mend this line and save as UTF-8")
    case .unknownEncoding(_, let offset):
      Wording(
        zh: "认不出文字编码（第 \(offset + 1) 字节），请另存为 UTF-8",
        en: "The encoding is unknown (at byte \(offset + 1)); save the file as UTF-8")
    }
  }

  /// The line that the fault names, if it names one.
  package var line: Int? {
    switch self {
    case .binary(_, let line, _), .broken(_, let line, _), .unknownEncoding(let line, _): line
    default: nil
    }
  }
}
