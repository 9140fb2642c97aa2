import Testing

/// What the commands write and how they end, word for word.
///
/// `TUNEKIT_BLESS=1 swift test --filter CommandCaseTests` writes anew what is expected; read the difference
/// before it is committed.
@Suite("Commands")
struct CommandCaseTests {
  @Test("The cases are found")
  func casesAreFound() {
    #expect(CommandCase.all.count > 60)
  }

  @Test("A command does what its case says", arguments: CommandCase.all)
  func command(_ commandCase: CommandCase) throws {
    let output = try commandCase.run()
    expectManners(of: output)
    if CommandCase.isBlessing { return try commandCase.bless(output) }
    let expected = try commandCase.expected()
    #expect(output.text == expected.text)
    #expect(output.errors == expected.errors)
    #expect(output.status == expected.status)
  }
}

/// Expects of every command: the status is 0, 1 or 2; standard error is empty but for one line where it is 2;
/// and no escape sequence is in that.
func expectManners(of output: Output) {
  #expect((0...2).contains(output.status))
  #expect(output.errorLines.count == (output.status == 2 ? 1 : 0), "\(output.errors)")
  #expect(output.errorLines.allSatisfy { $0.hasPrefix("tunekit: ") })
  #expect(output.errors.isEmpty || output.errors.hasSuffix("\n"))
  #expect(!output.errors.contains("\u{1B}"))
}
