import JSONLines

/// Runs the rules that look at a whole example: plain calls, one line a rule. A family is called only where the example can
/// have its faults.
struct ExampleRules: ~Copyable {
  // Rules that look at every text closely are asked for once, not once a text.
  private let wantsLineSeparators: Bool
  private let wantsPlaceholders: Bool
  private let wantsMojibake: Bool
  private let wantsEscapedLineFeeds: Bool
  private let wantsEntities: Bool
  private let wantsReasoningTags: Bool
  /// Those about functions, once an example has some: to make them takes as long as hundreds of lines.
  private var functions: FunctionRules?

  /// The rules whose findings are wanted.
  init(wantedBy findings: LineFindings) {
    wantsLineSeparators = findings.wants(LineSeparatorInText.self)
    wantsPlaceholders = findings.wants(PlaceholderAnswer.self)
    wantsMojibake = findings.wants(Mojibake.self)
    wantsEscapedLineFeeds = findings.wants(EscapedLineFeedInText.self)
    wantsEntities = findings.wants(HTMLEntityInText.self)
    wantsReasoningTags = findings.wants(ReasoningTagsInAnswer.self)
  }

  /// Runs the rules; what they find comes in no order.
  mutating func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    Self.checkConversation(context, &findings)
    for index in 0..<context.example.parts.count {
      let part = context.example.parts[index]
      if part.kind == .text { checkText(part.token, context, &findings) }
      // The reader noted what a string contains; most contain nothing that needs a closer look.
      if part.traits.contains(.mayHaveLessThan) { ControlTokenInText.check(part, context, &findings) }
      if part.traits.contains(.hasReplacementCharacter) {
        ReplacementCharacter.check(part, context, &findings)
      }
    }
    if context.example.media.count > 0 { MediaRules.check(context, &findings) }
    if context.example.hasFunctions {
      if functions == nil { functions = FunctionRules() }
      functions?.check(context, &findings)
    }
    ExampleOverTokenLimit.check(context, &findings)
    if wantsLineSeparators { LineSeparatorInText.check(context, &findings) }
    if wantsPlaceholders || wantsReasoningTags { checkAnswers(context, &findings) }
  }

  private static func checkConversation(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    // Nearly all examples are turns of the user and the model by turns, the model last.
    if !context.example.isInOrder {
      UnknownRole.check(context, &findings)
      MissingRole.check(context, &findings)
      SystemRoleInContents.check(context, &findings)
      NoModelTurn.check(context, &findings)
      LastTurnNotModel.check(context, &findings)
      FirstTurnNotUser.check(context, &findings)
      RolesNotAlternating.check(context, &findings)
    }
    SystemInstructionNotText.check(context, &findings)
  }

  // Mutating, as are those below, because rules that are lent to a function are copied first.
  @inline(__always)
  private mutating func checkText(
    _ text: StringToken, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    EmptyText.check(text, context, &findings)
    BlankText.check(text, context, &findings)
    NullWordAnswer.check(text, context, &findings)
    if wantsMojibake || wantsEscapedLineFeeds || wantsEntities { checkClosely(text, context, &findings) }
  }

  /// Runs the rules that are off by default.
  @inline(never)
  private mutating func checkClosely(
    _ text: StringToken, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    if wantsMojibake { Mojibake.check(text, context, &findings) }
    if wantsEscapedLineFeeds, text.traits.contains(.hasEscape) {
      EscapedLineFeedInText.check(text, context, &findings)
    }
    if wantsEntities { HTMLEntityInText.check(text, context, &findings) }
  }

  private mutating func checkAnswers(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    for index in 0..<context.example.turns.count where context.example.turns[index].role == .model {
      let turn = context.example.turns[index]
      for part in turn.firstPart..<turn.endOfParts where context.example.parts[part].kind == .text {
        let text = context.example.parts[part].token
        if wantsPlaceholders { PlaceholderAnswer.check(text, context, &findings) }
        if wantsReasoningTags, text.traits.contains(.mayHaveLessThan) {
          ReasoningTagsInAnswer.check(text, context, &findings)
        }
      }
    }
  }
}
