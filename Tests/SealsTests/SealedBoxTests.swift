import Seals
import Testing

/// What is sealed opens with its key, unchanged, and with nothing else.
@Suite struct SealedBoxTests {
  private static let plain = Array("第一套卷".utf8)
  private static let key = SealedBox.key(of: "7K3Q2M9XABCDEFGH")

  private func sealed() throws -> [UInt8] {
    try #require(
      SealedBox.seal(Self.plain, key: Self.key, nonce: FreshBytes.draw(SealedBox.nonceSize)))
  }

  @Test func `a box opens with its key`() throws {
    #expect(SealedBox.unseal(try sealed(), key: Self.key) == Self.plain)
    #expect(SealedBox.unseal(try sealed(), key: SealedBox.key(of: "7K3Q2M9XABCDEFGJ")) == nil)
  }

  @Test func `a box of which any byte was changed does not open`() throws {
    let box = try sealed()
    for index in box.indices {
      var changed = box
      changed[index] ^= 1
      #expect(SealedBox.unseal(changed, key: Self.key) == nil)
    }
    for count in 0..<box.count {
      #expect(SealedBox.unseal(Array(box.prefix(count)), key: Self.key) == nil)
    }
  }

  // Source: RFC 8032, 7.1, test 2.
  @Test func `a signature is that of the standard's example, and holds for its message alone`() throws {
    func bytes(_ hex: String) -> [UInt8] {
      stride(from: 0, to: hex.count, by: 2).compactMap { at in
        UInt8(hex.dropFirst(at).prefix(2), radix: 16)
      }
    }
    let key = try #require(
      SigningKey(seed: bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")))
    #expect(key.public == bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"))
    let signature = key.signature(of: [0x72])
    #expect(
      signature
        == bytes(
          "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"))
    #expect(SigningKey.verifies(signature, of: [0x72], by: key.public))
    #expect(!SigningKey.verifies(signature, of: [0x73], by: key.public))
    #expect(!SigningKey.verifies(signature, of: [0x72], by: Array(key.public.reversed())))
    #expect(!SigningKey.verifies([], of: [0x72], by: key.public))
    #expect(SigningKey(seed: [1]) == nil)
  }
}
