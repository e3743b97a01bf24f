import CUnistring

/// One spelling for what a keyboard can write in several ways.
package enum NormalForm {
  /// NFKC (UAX #15): full-width letters and digits as half-width ones, an ideographic space as a space,
  /// composed signs. A text that cannot be normalised for want of memory comes back as it is.
  package static func compatible(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { return text }
    var count = 0
    guard let result = shim_nfkc(bytes, bytes.count, &count) else { return text }
    defer { shim_free(result) }
    return String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
  }
}
