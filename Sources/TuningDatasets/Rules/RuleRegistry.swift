public import Diagnostics

/// All rules of datasets, in the order of their codes.
enum RuleRegistry {
  static let rules: [any Rule.Type] = [
    // Stream
    EmptyDataset.self,
    GzipTruncated.self,
    GzipCorrupt.self,
    GzipTrailingData.self,
    GzipNotForUpload.self,
    NotJSONLExtension.self,
    GitLFSPointer.self,
    NotATextFile.self,
    FileTooLarge.self,
    LineTooLong.self,
    // Text
    InvalidUTF8.self,
    ByteOrderMark.self,
    BlankLine.self,
    CRLFLineEndings.self,
    MissingFinalNewline.self,
    LineSeparatorInText.self,
    // JSON syntax
    InvalidJSON.self,
    JSONArrayFile.self,
    MultiLineJSON.self,
    NonFiniteNumber.self,
    LoneSurrogate.self,
    DuplicateKey.self,
    NestingTooDeep.self,
    NumberOutOfRange.self,
    SeveralValuesOnALine.self,
    NotAnObject.self,
    TrailingComma.self,
    NotJSONDialect.self,
    UnescapedControlCharacter.self,
    // Shape
    MissingContents.self,
    EmptyContents.self,
    WrongType.self,
    UnknownField.self,
    FieldSpelledTwice.self,
    MixedCaseStyles.self,
    MissingParts.self,
    PartWithoutData.self,
    PartWithSeveralData.self,
    NullValue.self,
    ForeignFormat.self,
    OtherTuningMethod.self,
    IgnoredField.self,
    InvalidEnumValue.self,
    UndocumentedPart.self,
    ForeignToolFormat.self,
    ToolWithoutFunctions.self,
    // Conversation
    UnknownRole.self,
    MissingRole.self,
    SystemRoleInContents.self,
    NoModelTurn.self,
    LastTurnNotModel.self,
    FirstTurnNotUser.self,
    RolesNotAlternating.self,
    EmptyText.self,
    BlankText.self,
    SystemInstructionNotText.self,
    ThoughtPart.self,
    ControlTokenInText.self,
    ReplacementCharacter.self,
    PlaceholderAnswer.self,
    Mojibake.self,
    NullWordAnswer.self,
    EscapedLineFeedInText.self,
    HTMLEntityInText.self,
    ReasoningTagsInAnswer.self,
    // Media
    MissingMimeType.self,
    MissingFileURI.self,
    InvalidFileURI.self,
    // Tools
    InvalidFunctionName.self,
    InvalidFunctionSchema.self,
    MissingFunctionName.self,
    MissingFunctionResponse.self,
    // Dataset
    FewExamples.self,
    TooManyExamples.self,
    ExampleOverTokenLimit.self,
    NoValidationDataset.self,
    ValidationTooLarge.self,
  ]
}

extension RuleBook {
  /// The rules of datasets.
  public static let datasets = RuleBook(RuleRegistry.rules.map { rule in rule.description })
}
