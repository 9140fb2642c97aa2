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

  private static let onlyIDs = "where only lower-case letters from a to z, digits and hyphens are allowed"

  @Test(
    "references with a fault",
    arguments: [
      FaultyName("⟦⟧", "project", "is empty"),
      FaultyName("⟦my-p⟧", "project", "is shorter than the 6 characters that it must have"),
      FaultyName(
        "⟦\(String(repeating: "a", count: 31))⟧", "project",
        "is longer than the 30 characters that it may have"),
      FaultyName("⟦My-project⟧", "project", "begins with 'M', \(onlyIDs)"),
      FaultyName("⟦my-Project⟧", "project", "holds 'P', \(onlyIDs)"),
      FaultyName(
        "⟦my-project-⟧", "project",
        "ends with '-', where lower-case letters from a to z or digits must end it"),
      FaultyName(
        "⟦1my-project⟧", "project", "begins with '1', where lower-case letters from a to z must begin"),
      FaultyName(
        "⟦-my-project⟧", "project", "begins with '-', where lower-case letters from a to z must begin"),
      FaultyName("⟦my_project⟧", "project", "holds '_', \(onlyIDs)"),
      FaultyName("⟦0123456⟧", "project", "begins with 0, where a number from 1 must stand"),
      FaultyName(
        "⟦12345678901234567890⟧", "project", "is longer than the 19 characters that it may have"),
      FaultyName("⟦my-projeсt⟧", "project", "holds 'с' (U+0441), which only looks like 'c', \(onlyIDs)"),
      FaultyName("⟦１23456⟧", "project", "begins with '１' (U+FF11), which only looks like '1', \(onlyIDs)"),
      FaultyName("⟦my\u{200B}project⟧", "project", "holds an invisible character (U+200B), \(onlyIDs)"),
      FaultyName("⟦my\u{200D}project⟧", "project", "holds an invisible character (U+200D), \(onlyIDs)"),
      FaultyName(
        "⟦\u{FEFF}my-project⟧", "project", "begins with an invisible character (U+FEFF), \(onlyIDs)"),
      FaultyName("⟦my\u{A0}project⟧", "project", "holds white space (U+00A0), \(onlyIDs)"),
      FaultyName("⟦ my-project⟧", "project", "begins with a space (U+0020), \(onlyIDs)"),
      FaultyName("⟦my-project\n⟧", "project", "ends with white space (U+000A), \(onlyIDs)"),
      FaultyName("⟦my\u{1B}project⟧", "project", "holds a control character (U+001B), \(onlyIDs)"),
      FaultyName("⟦my—project⟧", "project", "holds '—' (U+2014), which only looks like '-', \(onlyIDs)"),
      FaultyName("⟦my-projéct⟧", "project", "holds 'é' (U+00E9), \(onlyIDs)"),
      FaultyName("⟦⟧:my-project", "domain", "is empty"),
      FaultyName(
        "⟦example⟧:my-project", "domain",
        "has no dot, where a domain such as 'example.com' must stand before the colon"),
      FaultyName("example.com:⟦⟧", "project", "is empty"),
      FaultyName("example.com:⟦my:project⟧", "project", "holds ':', \(onlyIDs)"),
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
