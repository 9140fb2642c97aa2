import Testing
import TuningJobs

struct ModelVersionTests {
  @Test(
    "versions of each kind",
    arguments: [
      ("1", ModelVersion.Kind.number(1), false), ("42", .number(42), false),
      ("9999999999999999999", .number(9_999_999_999_999_999_999), false), ("default", .byDefault, false),
      ("v1", .alias, false), ("prod-2026", .alias, false), ("myBest1", .alias, true), ("ab", .alias, false),
      ("a" + String(repeating: "-", count: 126) + "9", .alias, false), ("defaults", .alias, false),
    ])
  func kinds(text: String, kind: ModelVersion.Kind, hasUpperCase: Bool) throws {
    let version = try requireCanonical(text, as: ModelVersion.self)
    #expect(version.kind == kind)
    #expect(version.hasUpperCase == hasUpperCase)
  }

  private static let only = "where only letters from a to z, digits and hyphens are allowed"
  private static let first = "where lower-case letters from a to z must begin"
  private static let last = "where lower-case letters from a to z or digits must end it"

  @Test(
    "versions with a fault",
    arguments: [
      FaultyName("⟦⟧", "version", "is empty"),
      FaultyName("⟦0⟧", "version", "begins with 0, where a number from 1 must stand"),
      FaultyName("⟦01⟧", "version", "begins with 0, where a number from 1 must stand"),
      FaultyName("⟦12345678901234567890⟧", "version", "is longer than the 19 characters that it may have"),
      FaultyName("⟦-1⟧", "version", "begins with '-', \(first)"),
      FaultyName("⟦1a⟧", "version", "ends with 'a', where only digits are allowed"),
      FaultyName("⟦Default⟧", "version", "begins with 'D', \(first)"),
      FaultyName("⟦prod-⟧", "version", "ends with '-', \(last)"),
      FaultyName("⟦prodX⟧", "version", "ends with 'X', \(last)"),
      FaultyName("⟦a⟧", "version", "is shorter than the 2 characters that it must have"),
      FaultyName(
        "⟦\(String(repeating: "a", count: 129))⟧", "version",
        "is longer than the 128 characters that it may have"),
      FaultyName("⟦a@b⟧", "version", "holds '@', \(only)"),
      FaultyName("⟦v1.2⟧", "version", "holds '.', \(only)"),
    ])
  func faults(_ name: FaultyName) { name.check(as: ModelVersion.self) }
}
