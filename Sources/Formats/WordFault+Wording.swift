import Documents
import Text

/// Documents knows no language, so its faults are worded here, where the first words are read.
extension WordFault: Worded {
  package var wording: Wording {
    switch self {
    case .file(let fault): fault.wording
    case .oldFormat:
      Wording(
        zh: "这是旧的 .doc 或 WPS 格式，请用 Word、WPS 或 LibreOffice 打开，另存为 .docx",
        en:
          "This is the old format of Word or WPS; open it in Word, WPS or LibreOffice and save it "
          + "as .docx")
    case .locked:
      Wording(
        zh: "这个文件有密码，请打开后去掉密码，另存为 .docx",
        en: "This file has a password; open it, take the password off and save it as .docx")
    case .otherFormat:
      Wording(
        zh: "这不是 .docx 文件，内容是别的格式；请用 Word、WPS 或 LibreOffice 打开，另存为 .docx",
        en:
          "This is no .docx file, whatever its name; open it in Word, WPS or LibreOffice and save "
          + "it as .docx")
    case .archive(let member):
      Wording(
        zh: "这是压缩包，里面有 \(member) 等文件；请先解压，再载入里面的文件",
        en: "This is an archive with files such as \(member); unpack it and load what is in it")
    case .noDocument:
      Wording(
        zh: "里面没有 Word 文档的正文；请核对文件，或用 Word 打开后另存为 .docx",
        en: "There is no text of a Word document in it; check the file, or open it in Word and "
          + "save it as .docx")
    case .damaged:
      Wording(
        zh: "文件不完整或已损坏；请重新下载，或用 Word、WPS 打开后另存为 .docx",
        en: "The file is cut off or damaged; download it again, or open it in Word and save it as "
          + ".docx")
    case .unpacksTooFar(let limit):
      Wording(
        zh: "解压后超过 \(limit >> 20) MB 或压缩得反常，不像法律文本，没有读；请核对文件来源",
        en: "It unpacks to more than \(limit >> 20) MB or is packed far too tight for a statute, "
          + "and was not read; check where it comes from")
    case .doctype:
      Wording(
        zh: "文档里声明了 DOCTYPE，Word 不写这个，没有读；请核对文件来源",
        en: "The document declares a DOCTYPE, as Word never does, and was not read; check where it "
          + "comes from")
    case .malformed(let paragraph):
      Wording(
        zh: "文档从第 \(paragraph) 段起已损坏；请重新下载，或用 Word、WPS 打开后另存为 .docx",
        en: "The document is damaged from paragraph \(paragraph) on; download it again, or open it "
          + "in Word and save it as .docx")
    case .tooDeep(let paragraph, let limit):
      Wording(
        zh: "第 \(paragraph) 段的内容嵌套超过 \(limit) 层，没有读；请用 Word、WPS 打开后另存为 .docx",
        en: "Paragraph \(paragraph) is nested more than \(limit) deep and was not read; open it in "
          + "Word and save it as .docx")
    }
  }
}

extension ReadProblem {
  /// What is wrong with a Word document; its line is the paragraph's number.
  package init(file: String, fault: WordFault) {
    if case .file(let fault) = fault {
      self.init(file: file, fault: fault)
    } else {
      self.init(
        file: file, position: fault.paragraph.map { SourcePosition(line: max($0, 1), column: 1) },
        fact: .word(fault))
    }
  }
}
