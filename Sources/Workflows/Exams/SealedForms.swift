import Exams
import Seals
import Storage

/// Frozen forms under the code that opens them: the code alone opens, and it lies nowhere in the data
/// before the exam is opened.
enum SealedForms {
  /// Bytes of an opening code: 80 bits, so that nobody tries them all.
  static let codeSize = 10

  static func seal(
    _ paper: ExamPaper, position: Int, code: String, nonce: [UInt8]
  ) -> StoredForm? {
    let bytes = PaperCoding.bytes(of: paper)
    let key = SealedBox.key(of: ReadableCode.plain(code))
    guard let sealed = SealedBox.seal(bytes, key: key, nonce: nonce) else { return nil }
    return StoredForm(
      position: position, code: paper.code, sealed: sealed, digest: Digest(of: bytes))
  }

  /// - Throws: `ExamFailure.wrongKey`; `.formAltered` where what is inside is not what was frozen.
  static func unseal(_ form: StoredForm, code: String) throws(ExamFailure) -> ExamPaper {
    let key = SealedBox.key(of: ReadableCode.plain(code))
    guard let bytes = SealedBox.unseal(form.sealed, key: key) else { throw .wrongKey }
    guard Digest(of: bytes) == form.digest, let paper = try? PaperCoding.paper(from: bytes) else {
      throw .formAltered(form.code)
    }
    return paper
  }
}
