/// Passwords that are tried first. A short list of our own, from habits at keyboards: runs of digits,
/// rows of keys, words with digits behind them, sounds of numbers (520 and 1314 for love), in small
/// letters. What is a run or a repetition is found by rule.
enum FirstGuesses {
  /// Whether a text in small letters is one, or nothing but a run or a repetition.
  static func contains(_ text: String) -> Bool {
    list.contains(text) || isRun(text) || isRepetition(text)
  }

  /// One character over and over, or each the next or the one before: 11111111, 23456789, hgfedcba. After
  /// 9 comes 0.
  private static func isRun(_ text: String) -> Bool {
    let values = text.unicodeScalars.map { Int($0.value) }
    let steps = zip(values, values.dropFirst()).map { before, after in
      switch (before, after) {
      case (0x39, 0x30): 1
      case (0x30, 0x39): -1
      default: after - before
      }
    }
    guard let step = steps.first, abs(step) <= 1 else { return false }
    return steps.allSatisfy { $0 == step }
  }

  /// A piece of one to four characters over and over: 12341234, abab, 123123123.
  private static func isRepetition(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return (1...4).contains { length in
      scalars.count >= 2 * length
        && scalars.indices.allSatisfy { scalars[$0] == scalars[$0 % length] }
    }
  }

  private static let list: Set<String> = [
    // Digits.
    "123456789a", "123456789q", "123456ab", "123456abc", "12345678a", "12345678q", "1234567a",
    "1234567q", "12345qwert", "123qweasd", "123qwe123", "1234qwer", "12344321", "11223344",
    "1122334455", "112233445566", "147258369", "159357456", "789456123", "741852963", "987654321a",
    "88886666", "66668888", "66778899", "13145200", "5201314520", "52013145", "13141314",
    "52052000",
    "1314520520", "7758521521", "31415926", "314159265", "20080808", "1234567890", "0987654321",
    "12345679", "123454321", "1234554321", "123321123", "12301230", "00000001", "10101010a",
    // One or two letters before or behind.
    "a1234567", "a12345678", "a123456789", "aa123456", "aaa123456", "aa12345678", "a1b2c3d4",
    "ab123456", "abc12345", "abc123456", "abcd1234", "abcd12345", "abcdefg1", "abc123abc",
    "q1234567", "q123456789", "qq123456", "qq123456789", "qwe12345", "qwe123456", "qwer1234",
    "wang1234", "wang123456", "zhang123", "zhang123456", "li123456", "liu123456", "chen123456",
    "zxc12345", "zxc123456", "zxcv1234", "as123456", "asd12345", "asd123456", "asdf1234",
    "z1234567", "z123456789", "w1234567", "w123456789", "x1234567", "s1234567", "l1234567",
    // Rows and columns of keys.
    "qwertyui", "qwertyuiop", "asdfghjk", "asdfghjkl", "zxcvbnm123", "qwerty12", "qwerty123",
    "1qaz2wsx", "1qaz2wsx3edc", "qazwsxedc", "qazwsx123", "1q2w3e4r", "1q2w3e4r5t", "q1w2e3r4",
    "zaq12wsx", "!qaz2wsx", "!@#$%^&*", "1234!@#$", "qwer!@#$",
    // Words.
    "password", "password1", "password123", "passw0rd", "p@ssw0rd", "p@ssword", "pass1234",
    "admin123", "admin1234", "admin888", "admin12345", "admin123456", "adminadmin",
    "administrator", "root1234", "root123456", "test1234", "test123456", "user1234", "guest123",
    "welcome1", "welcome123", "letmein1", "iloveyou", "iloveyou1", "sunshine", "football",
    "baseball", "superman", "princess", "computer", "internet", "trustno1", "changeme",
    "default1", "changeme123",
    // Sounds, loves and luck in Chinese.
    "woaini1314", "woaini520", "woaini123", "woaini521", "woaini5201314", "woaiwojia", "woaini12",
    "aini1314", "ai5201314", "a5201314", "aa5201314", "w5201314", "q5201314", "z5201314",
    "love1314", "love5201314", "iloveyou520", "nihao123", "nihao123456", "mima1234", "mima123456",
    "mima12345", "woshishui", "woshiniba", "xiaoming", "beijing2008", "zhongguo", "zhongguo123",
    "china123", "fuck1234", "wodemima", "wobuzhidao", "wojiushiwo", "caonima123", "hao123456",
    // This house.
    "mingfa123", "mingfa1234", "mingfa123456", "pufa1234", "zhifa123", "kaoshi123", "kaoshi123456",
    "sifasuo1", "sifasuo123", "xuefa1234",
    "我爱你一生一世", "密码密码密码密码", "我的密码是密码",
  ]
}
