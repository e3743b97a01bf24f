import Testing
import Text

@Suite struct UnambiguousTextTests {
  @Test(
    "signs that shift columns become their look-alikes",
    arguments: [
      ("“公序良俗”", "\"公序良俗\""), ("‘a’", "'a'"), ("甲…乙——丙", "甲...乙--丙"), ("①②⑳", "(1)(2)(20)"),
      ("⑴⒈Ⅻ", "(1)1.XII"), ("a→b", "a->b"), ("┌─┐", "+-+"), ("阿·买买提", "阿・买买提"),
      ("普通，abc", "普通，abc"),
      ("Я", "Я"), ("", ""),
    ])
  func folded(text: String, expected: String) {
    #expect(UnambiguousText.folded(text) == expected)
  }

  @Test(
    "the signs that the house rules name leave nothing ambiguous",
    arguments: Array("“”‘’…—–·→←↑↓×÷±≤≥√★☆●○■□◆◇─│┌┐└┘├┤┬┴┼※①⑩⑴⒈ⅠⅫ"))
  func sure(sign: Character) {
    #expect(sign.unicodeScalars.allSatisfy(DisplayWidth.isAmbiguous))
    let folded = UnambiguousText.folded(String(sign))
    #expect(folded.unicodeScalars.allSatisfy { !DisplayWidth.isAmbiguous($0) })
  }
}
