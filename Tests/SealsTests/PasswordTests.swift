import Seals
import TestKit
import Testing

@Suite struct PasswordTests {
  @Test func `a hash names Argon2id and its cost, and has a salt of its own`() throws {
    let first = try PasswordHash(of: "three old trees", cost: .standard)
    #expect(first.text.hasPrefix("$argon2id$v=19$m=65536,t=3,p=1$"))
    #expect(first.matches("three old trees"))
    #expect(!first.isOutdated(at: .standard))
    #expect(first.isOutdated(at: .init(memory: 128 << 20, passes: 3)))
    #expect(try PasswordHash(of: "three old trees", cost: TestData.cheap) != first)
  }

  @Test(arguments: [
    ("Abcd efgh", "Ａｂｃｄ　ｅｆｇｈ", true), ("café terrace", "cafe\u{301} terrace", true),
    ("three old trees", "three old treeS", false), ("three old trees", "three old trees ", false),
    ("three old trees", "", false), ("three\u{0}old", "three\u{0}new", false),
    ("窗外三棵老槐树", "窗外三棵老槐树", true), ("窗外三棵老槐树", "窗外三棵老槐樹", false),
  ]) func `a password matches its hash, whatever the input method was set to`(
    password: String, typed: String, isSame: Bool
  ) throws {
    #expect(try PasswordHash(of: password, cost: TestData.cheap).matches(typed) == isSame)
  }

  @Test func `a hash that was altered anywhere matches no more`() throws {
    let hash = try PasswordHash(of: "three old trees", cost: TestData.cheap).text
    let characters = Array(hash)
    for index in characters.indices where characters[index] != "$" {
      var altered = characters
      altered[index] = altered[index] == "A" ? "B" : "A"
      #expect(!PasswordHash(stored: String(altered)).matches("three old trees"), "\(index)")
    }
    for text in ["", "x", "$argon2id$", String(repeating: "a", count: 300), hash + "\u{0}"] {
      #expect(!PasswordHash(stored: text).matches("three old trees"))
    }
  }

  @Test(arguments: [
    ("1234567", PasswordFault.tooShort(least: 8)), ("窗外三棵老槐", .tooShort(least: 8)),
    ("", .tooShort(least: 8)),
    (String(repeating: "甲", count: 129), .tooLong(most: 128)), ("three\told trees", .hasControls),
    ("three\u{1B}old trees", .hasControls),
    ("12345678", .common), ("１２３４５６７８", .common), ("a1234567", .common), ("A1234567", .common),
    ("woaini1314", .common), ("Woaini1314", .common), ("87654321", .common), ("abcdefgh", .common),
    ("11111111", .common), ("abababab", .common), ("12341234", .common), ("password", .common),
    ("qwertyuiop", .common), ("admin123", .common), ("5201314520", .common), ("789012345", .common),
    ("19800101", .personal), ("20011231", .personal), ("13800138000", .personal),
    ("110101198001011234", .personal), ("11010119800101123X", .personal),
    ("zhanghong", .name), ("ZhangHong1", .name), ("1zhanghong1", .name),
  ]) func `a text that is soon guessed is no password`(text: String, fault: PasswordFault) {
    #expect(PasswordRule.fault(in: text, of: "ZhangHong") == fault)
  }

  @Test(arguments: [
    "three old trees", "窗外三棵老槐树叶", "aaaaaaab", "19801332", "23800138000", "zhanghong-at-lake",
    String(repeating: "甲乙丙丁戊", count: 25), "        x",
  ]) func `there is no rule on what a password must mix`(text: String) {
    #expect(PasswordRule.fault(in: text, of: "ZhangHong") == nil)
  }

  @Test func `every fault is worded in both languages`() throws {
    #expect(
      try SentenceCheck.faults(
        ofAll: [
          PasswordFault.tooShort(least: 8), .tooLong(most: 128), .hasControls, .common, .personal,
          .name,
        ], of: "PasswordFault", in: "Seals/PasswordFault.swift") == [])
  }

  @Test func `tokens differ, are read back, and are stored as digests`() {
    let tokens = (0..<100).map { _ in SecretToken() }
    #expect(Set(tokens).count == 100)
    for token in tokens {
      #expect(token.hex.utf8.count == 64 && SecretToken(hex: token.hex) == token)
      #expect(token.digest.hex != token.hex)
    }
    for text in ["", "0", String(repeating: "g", count: 64), String(repeating: "0", count: 63)] {
      #expect(SecretToken(hex: text) == nil)
    }
  }
}
