import CSodium

/// Random bytes of the system: for keys and codes that nobody may compute.
package enum FreshBytes {
  /// This many bytes.
  package static func draw(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, count))
    randombytes_buf(&bytes, bytes.count)
    return bytes
  }
}
