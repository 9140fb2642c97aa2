import Testing
import TuningJobs

struct ProjectReferenceTests {
  @Test(
    "references of each kind",
    arguments: [
      ("my-project", ProjectReference.Kind.id), ("abcdef", .id), ("a1---9", .id),
      ("a" + String(repeating: "1", count: 29), .id), ("123456789012", .number), ("1", .number),
      ("9999999999999999999", .number), ("example.com:my-project", .domainScopedID),
      ("a-1.co.uk:abcdef", .domainScopedID),
    ])
  func kinds(text: String, kind: ProjectReference.Kind) throws {
    #expect(try requireCanonical(text, as: ProjectReference.self).kind == kind)
  }

  private static let onlyIDs = "but only lower-case letters from a to z, digits and hyphens are allowed"

  @Test(
    "references with a fault",
    arguments: [
      FaultyName("⟦⟧", "project", "is empty"),
      FaultyName("⟦my-p⟧", "project", "is shorter than 6 characters"),
      FaultyName(
        "⟦\(String(repeating: "a", count: 31))⟧", "project",
        "is longer than 30 characters"),
      FaultyName("⟦My-project⟧", "project", "begins with 'M', \(onlyIDs)"),
      FaultyName("⟦my-Project⟧", "project", "contains 'P', \(onlyIDs)"),
      FaultyName(
        "⟦my-project-⟧", "project",
        "ends with '-', but only lower-case letters from a to z and digits are allowed there"),
      FaultyName(
        "⟦1my-project⟧", "project",
        "begins with '1', but only lower-case letters from a to z are allowed there"),
      FaultyName(
        "⟦-my-project⟧", "project",
        "begins with '-', but only lower-case letters from a to z are allowed there"),
      FaultyName("⟦my_project⟧", "project", "contains '_', \(onlyIDs)"),
      FaultyName("⟦0123456⟧", "project", "begins with 0, but must be a number from 1"),
      FaultyName(
        "⟦12345678901234567890⟧", "project", "is longer than 19 characters"),
      FaultyName("⟦my-projeсt⟧", "project", "contains 'с' (U+0441), which looks like 'c', \(onlyIDs)"),
      FaultyName("⟦１23456⟧", "project", "begins with '１' (U+FF11), which looks like '1', \(onlyIDs)"),
      FaultyName("⟦my\u{200B}project⟧", "project", "contains an invisible character (U+200B), \(onlyIDs)"),
      FaultyName("⟦my\u{200D}project⟧", "project", "contains an invisible character (U+200D), \(onlyIDs)"),
      FaultyName(
        "⟦\u{FEFF}my-project⟧", "project", "begins with an invisible character (U+FEFF), \(onlyIDs)"),
      FaultyName("⟦my\u{A0}project⟧", "project", "contains a white space character (U+00A0), \(onlyIDs)"),
      FaultyName("⟦ my-project⟧", "project", "begins with a space (U+0020), \(onlyIDs)"),
      FaultyName("⟦my-project\n⟧", "project", "ends with a white space character (U+000A), \(onlyIDs)"),
      FaultyName("⟦my\u{1B}project⟧", "project", "contains a control character (U+001B), \(onlyIDs)"),
      FaultyName("⟦my—project⟧", "project", "contains '—' (U+2014), which looks like '-', \(onlyIDs)"),
      FaultyName("⟦my-projéct⟧", "project", "contains 'é' (U+00E9), \(onlyIDs)"),
      FaultyName("⟦⟧:my-project", "domain", "is empty"),
      FaultyName(
        "⟦example⟧:my-project", "domain",
        "has no dot, but a domain such as 'example.com' must come before the colon"),
      FaultyName("example.com:⟦⟧", "project", "is empty"),
      FaultyName("example.com:⟦my:project⟧", "project", "contains ':', \(onlyIDs)"),
    ])
  func faults(_ name: FaultyName) { name.check(as: ProjectReference.self) }

  @Test(
    "an id beside a number is never said to differ",
    arguments: [
      ("my-project", "my-project", false), ("my-project", "your-project", true), ("123", "123", false),
      ("123", "124", true), ("my-project", "123", false), ("example.com:my-project", "123", false),
      ("example.com:my-project", "my-project", true),
    ])
  func differing(left: String, right: String, differs: Bool) throws {
    let (left, right) = (try ProjectReference(left), try ProjectReference(right))
    #expect(left.certainlyDiffers(from: right) == differs)
    #expect(right.certainlyDiffers(from: left) == differs)
  }
}
