import Testing
import TuningJobs

struct LabelsTests {
  @Test(
    "keys",
    arguments: ["a", "team", "a_b-9", "équipe", "チーム", "कार्य", "google-x", String(repeating: "k", count: 64)])
  func keys(text: String) { #expect(Labels.fault(inKey: text) == nil) }

  @Test("values", arguments: ["", "1", "-", "_", "ml", "数値１", "goog-", String(repeating: "é", count: 64)])
  func values(text: String) { #expect(Labels.fault(inValue: text) == nil) }

  private static let only = "but only lower-case letters, digits, hyphens and underscores are allowed"

  @Test(
    "keys with a fault",
    arguments: [
      FaultyName("⟦⟧", "label key", "is empty"),
      FaultyName("⟦1st⟧", "label key", "begins with '1', but must begin with a lower-case letter"),
      FaultyName("⟦_x⟧", "label key", "begins with '_', but must begin with a lower-case letter"),
      FaultyName("⟦Team⟧", "label key", "begins with 'T', \(only)"),
      FaultyName("⟦É⟧", "label key", "begins with 'É' (U+00C9), \(only)"),
      FaultyName("⟦my team⟧", "label key", "contains a space (U+0020), \(only)"),
      FaultyName("⟦a.b⟧", "label key", "contains '.', \(only)"),
      FaultyName("⟦a\u{200B}⟧", "label key", "ends with an invisible character (U+200B), \(only)"),
      FaultyName("⟦a\u{3164}⟧", "label key", "ends with an invisible character (U+3164), \(only)"),
      FaultyName("⟦goog-x⟧", "label key", "begins with 'goog-', which is reserved"),
      FaultyName(
        "⟦vertex-ai-x⟧", "label key", "begins with 'vertex-ai-', which is reserved"),
      FaultyName(
        "⟦\(String(repeating: "k", count: 65))⟧", "label key",
        "is longer than 64 characters"),
    ])
  func keyFaults(_ name: FaultyName) {
    name.check { () throws(NameFault) in if let fault = Labels.fault(inKey: name.text) { throw fault } }
  }

  @Test(
    "values with a fault",
    arguments: [
      FaultyName("⟦ML⟧", "label value", "begins with 'M', \(only)"),
      FaultyName("⟦a/b⟧", "label value", "contains '/', \(only)"),
      FaultyName("⟦\u{1F600}⟧", "label value", "begins with '\u{1F600}' (U+1F600), \(only)"),
      FaultyName(
        "⟦\(String(repeating: "é", count: 1 << 19))⟧", "label value",
        "is longer than 64 characters"),
    ])
  func valueFaults(_ name: FaultyName) {
    name.check { () throws(NameFault) in if let fault = Labels.fault(inValue: name.text) { throw fault } }
  }

  @Test("64 characters are long", arguments: [(63, false), (64, true), (65, false)])
  func length(count: Int, isLong: Bool) {
    #expect(Labels.isLong(String(repeating: "é", count: count)) == isLong)
  }
}
