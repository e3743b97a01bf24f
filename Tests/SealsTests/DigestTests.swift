import Seals
import Testing

/// Digests against published ones.
@Suite struct DigestTests {
  // Source: FIPS 180-4, example computations of NIST.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `a digest is that of the standard's example`(text: String, hex: String) {
    #expect(Digest(of: Array(text.utf8)).hex == hex)
  }
}
