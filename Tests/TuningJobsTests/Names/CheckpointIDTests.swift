import Testing
import TuningJobs

struct CheckpointIDTests {
  @Test("ids", arguments: ["1", "0", "12", "ckpt-1", "a/b"])
  func ids(text: String) throws {
    _ = try requireCanonical(text, as: CheckpointID.self)
  }

  private static let only = "but only ASCII letters, digits and signs are allowed"

  @Test(
    "ids with a fault",
    arguments: [
      FaultyName("⟦⟧", "checkpoint", "is empty"),
      FaultyName("⟦1 ⟧", "checkpoint", "ends with a space (U+0020), \(only)"),
      FaultyName("⟦１⟧", "checkpoint", "begins with '１' (U+FF11), which looks like '1', \(only)"),
      FaultyName("⟦1\u{200B}⟧", "checkpoint", "ends with an invisible character (U+200B), \(only)"),
      FaultyName(
        "⟦\(String(repeating: "1", count: 129))⟧", "checkpoint",
        "is longer than 128 characters"),
    ])
  func faults(_ name: FaultyName) { name.check(as: CheckpointID.self) }
}
