import Diagnostics
import Testing

@Suite struct NearestNameTests {
  // MARK: What was meant

  @Test(
    arguments: [
      ("kitten", "sitting", nil), ("sitting", "kitten", nil), ("abcdef", "abcxyf", "abcxyf"),
      ("abcdef", "abcxyz", nil), ("abc", "cba", nil), ("ab", "abc", "abc"), ("abc", "ab", "ab"),
      ("a", "b", "b"), ("", "ab", nil), ("ab", "", nil), ("日本語", "日本", "日本"), ("日本", "語", nil),
    ] as [(String, String, String?)])
  func allowsOneSlipInThreeBytes(_ text: String, _ name: String, _ nearest: String?) {
    #expect(NearestName.of(text, among: [name]) == nearest)
  }

  @Test func takesTwoNeighboursSwappedForOneSlip() {
    #expect(NearestName.of("ab", among: ["ba"]) == "ba")
    #expect(NearestName.of("rloe", among: ["role"]) == "role")
  }

  @Test func ignoresCaseAndUnderscoresAndHyphens() {
    #expect(NearestName.of("_F-I_L-E_U-R_I_", among: ["text", "fileUri"]) == "fileUri")
    #expect(NearestName.of("FILE URI", among: ["fileUri"]) == "fileUri")
    // Signs beside the letters in ASCII are not folded with them.
    #expect(NearestName.of("@[`{", among: ["`{@["]) == nil)
  }

  @Test func prefersTheStyleThatIsWritten() {
    let names = ["fileUri", "file_uri"]
    #expect(NearestName.of("file_ur", among: names) == "file_uri")
    #expect(NearestName.of("fileUr", among: names) == "fileUri")
    #expect(NearestName.of("fileuri", among: names) == "fileUri")
  }

  @Test func takesTheFirstOfEquallyNear() {
    #expect(NearestName.of("abcd", among: ["abcx", "abcy", "xbcd"]) == "abcx")
    #expect(NearestName.of("abcd", among: ["abcx", "abcd"]) == "abcd")
    #expect(NearestName.of("abcd", among: []) == nil)
  }

  @Test func doesNotTakeAnEndingForTheName() {
    #expect(NearestName.of("LOW", among: ["MEDIA_RESOLUTION_LOW"]) == nil)
    #expect(NearestName.of("all", among: ["functionCall", "al"]) == "al")
  }

  @Test(
    arguments: [
      ("systemPrompt", "systemInstruction"), ("system_prompt", "systemInstruction"),
      ("SYSTEM-PROMPT", "systemInstruction"), ("contets", "contents"), ("systemPromp", nil),
      // Where a word stands for a name, the nearest name is not asked for.
      ("content", "parts"),
    ] as [(String, String?)])
  func knowsAliases(_ text: String, _ name: String?) {
    let names = ["systemInstruction", "contents", "parts"]
    let aliases = ["systemPrompt": "systemInstruction", "content": "parts"]
    #expect(NearestName.of(text, among: names, aliases: aliases) == name)
  }

  // MARK: What is closest

  @Test(
    arguments: [
      ("LOW", "RESOLUTION_LOW"), ("low", "RESOLUTION_LOW"), ("resolution-low", "RESOLUTION_LOW"),
      ("ULTRA_HIGH", "RESOLUTION_ULTRA_HIGH"), ("HIGH", "RESOLUTION_HIGH"),
      ("RESOLUTION_HIGHEST", "RESOLUTION_HIGH"), ("STRANGE", "STRONG"), ("", "STRONG"),
      // A single letter is no ending.
      ("H", "STRONG"),
    ])
  func prefersEndings(_ text: String, _ name: String) {
    let names = ["RESOLUTION_LOW", "RESOLUTION_ULTRA_HIGH", "RESOLUTION_HIGH", "STRONG"]
    #expect(NearestName.closest(to: text, among: names) == name)
  }

  @Test func closestOfNoneIsNone() {
    #expect(NearestName.closest(to: "LOW", among: []) == nil)
  }
}
