import Testing
import Text

/// Sizes as people read them.
@Suite struct ByteCountTests {
  @Test(
    arguments: [
      (0, "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (1536, "1.5 KiB"), (10_188, "9.9 KiB"),
      (10_189, "10 KiB"), (1_048_575, "1024 KiB"), (1_048_576, "1.0 MiB"),
      (5 << 30, "5.0 GiB"), (3000 << 40, "3000 TiB"),
    ] as [(Int64, String)])
  func `a size has a unit, and one decimal below ten`(bytes: Int64, text: String) {
    #expect(ByteCount.text(bytes) == text)
  }
}
