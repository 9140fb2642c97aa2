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

  private static let only = "but only letters from a to z, digits and hyphens are allowed"
  private static let first = "but only lower-case letters from a to z are allowed there"
  private static let last = "but only lower-case letters from a to z and digits are allowed there"

  @Test(
    "versions with a fault",
    arguments: [
      FaultyName("⟦⟧", "version", "is empty"),
      FaultyName("⟦0⟧", "version", "begins with 0, but must be a number from 1"),
      FaultyName("⟦01⟧", "version", "begins with 0, but must be a number from 1"),
      FaultyName("⟦12345678901234567890⟧", "version", "is longer than 19 characters"),
      FaultyName("⟦-1⟧", "version", "begins with '-', \(first)"),
      FaultyName("⟦1a⟧", "version", "ends with 'a', but only digits are allowed"),
      FaultyName("⟦Default⟧", "version", "begins with 'D', \(first)"),
      FaultyName("⟦prod-⟧", "version", "ends with '-', \(last)"),
      FaultyName("⟦prodX⟧", "version", "ends with 'X', \(last)"),
      FaultyName("⟦a⟧", "version", "is shorter than 2 characters"),
      FaultyName(
        "⟦\(String(repeating: "a", count: 129))⟧", "version",
        "is longer than 128 characters"),
      FaultyName("⟦a@b⟧", "version", "contains '@', \(only)"),
      FaultyName("⟦v1.2⟧", "version", "contains '.', \(only)"),
    ])
  func faults(_ name: FaultyName) { name.check(as: ModelVersion.self) }
}
