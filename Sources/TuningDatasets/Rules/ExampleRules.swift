import JSONLines

/// Runs the rules that look at a whole example: plain calls, one line a rule.
struct ExampleRules {
  private let controlTokens: [String]
  // Rules that look at every text closely are asked for once, not once a text.
  private let wantsLineSeparators: Bool
  private let wantsPlaceholders: Bool
  private let wantsMojibake: Bool

  /// The rules whose findings are wanted.
  init(wantedBy findings: LineFindings, controlTokens: [String]) {
    self.controlTokens = controlTokens
    wantsLineSeparators = findings.wants(LineSeparatorInText.self)
    wantsPlaceholders = findings.wants(PlaceholderAnswer.self)
    wantsMojibake = findings.wants(Mojibake.self)
  }

  func check(_ example: borrowing TrainingExample, _ line: LineBytes, _ findings: inout LineFindings) {
    UnknownRole.check(example, &findings)
    MissingRole.check(example, &findings)
    SystemRoleInContents.check(example, &findings)
    NoModelTurn.check(example, &findings)
    LastTurnNotModel.check(example, &findings)
    FirstTurnNotUser.check(example, &findings)
    RolesNotAlternating.check(example, &findings)
    SystemInstructionNotText.check(example, &findings)
    for index in 0..<example.partCount {
      let part = example.part(index)
      if part.kind == .text { checkText(part.token, line, &findings) }
      // What a string holds was noticed when it was read; most hold nothing that needs a closer look.
      if part.traits.contains(.mayHaveLessThan) {
        ControlTokenInText.check(part, line, controlTokens, &findings)
      }
      if part.traits.contains(.hasReplacementCharacter) { ReplacementCharacter.check(part, line, &findings) }
    }
    if wantsLineSeparators { LineSeparatorInText.check(line, &findings) }
    if wantsPlaceholders { checkAnswers(example, line, &findings) }
  }

  private func checkText(_ text: StringToken, _ line: LineBytes, _ findings: inout LineFindings) {
    EmptyText.check(text, &findings)
    BlankText.check(text, line, &findings)
    if wantsMojibake { Mojibake.check(text, line, &findings) }
  }

  private func checkAnswers(
    _ example: borrowing TrainingExample, _ line: LineBytes, _ findings: inout LineFindings
  ) {
    for index in 0..<example.turnCount where example.turn(index).role == .model {
      for part in example.turn(index).firstPart..<example.turn(index).endOfParts
      where example.part(part).kind == .text {
        PlaceholderAnswer.check(example.part(part).token, line, &findings)
      }
    }
  }
}
