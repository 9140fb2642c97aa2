import Diagnostics
import JSONLines

extension LineFindings {
  /// Notes a fault of shape, by the rule that it breaks.
  @inline(never)
  mutating func report(_ fault: ShapeFault, at offset: Int, length: Int = 1) {
    switch fault {
    case .missingContents: report(MissingContents.self, at: offset, length: length)
    case .emptyContents: report(EmptyContents.self, at: offset, length: length)
    case .missingParts: report(MissingParts.self, at: offset, length: length)
    case .partWithoutData: report(PartWithoutData.self, at: offset, length: length)
    case .partWithSeveralData(let key, let first):
      report(PartWithSeveralData.self, at: offset, length: length, .string(key), .string(first))
    case .missingMimeType(let kind, let style):
      report(
        MissingMimeType.self, at: offset, length: length, .spelling(kind.name, style),
        .spelling("mimeType", style))
    case .missingMediaContent(let kind, let style):
      report(
        MissingFileURI.self, at: offset, length: length, .spelling(kind.name, style),
        .spelling(kind.contentName, style), .literal(MissingFileURI.sample(of: kind)))
    case .invalidVideoMetadata(let fault):
      let (problem, remedy) = InvalidVideoMetadata.texts(of: fault)
      report(
        InvalidVideoMetadata.self, at: offset, length: length, as: fault == .negativeOffset ? .warning : nil,
        .literal(problem), .literal(remedy))
    case .missingFunctionName(let message):
      report(
        MissingFunctionName.self, at: offset, length: length,
        as: message == .functionCall ? .warning : .error, .message(message))
    case .missingFunctionResponse: report(MissingFunctionResponse.self, at: offset, length: length)
    case .emptyTool: report(ToolWithoutFunctions.self, at: offset, length: length)
    case .severalTools(let key, let first):
      report(SeveralToolsInOne.self, at: offset, length: length, .string(key), .string(first))
    case .invalidParameterName(let name):
      report(InvalidParameterName.self, at: offset, length: length, .string(name))
    case .wrongType(let value, let expected, let found, let style):
      let remedy = WrongTypeRemedy(of: value, from: offset, expected: expected, found: found, style)
      report(
        WrongType.self, at: offset, length: length, .name(of: value),
        .kinds(found: found, expected: expected), .instead(remedy))
    case .unknownField(let key, let message, let losesContent, let areOfParameters, let style):
      let remedy = UnknownFieldRemedy(
        key, of: message, isOptional: !losesContent, areOfParameters: areOfParameters, style)
      report(
        UnknownField.self, at: offset, length: length, as: losesContent ? .error : .warning, .string(key),
        .message(message), .suggestion(remedy))
    case .fieldSpelledTwice(let name):
      report(
        FieldSpelledTwice.self, at: offset, length: length, .literal(name), .spelling(name, .snakeCase))
    case .null(let key): report(NullValue.self, at: offset, length: length, .string(key))
    case .ignoredField(let key): report(IgnoredField.self, at: offset, length: length, .string(key))
    case .undocumentedField(let key):
      report(UndocumentedPart.self, at: offset, length: length, .string(key))
    case .unknownName(let name, let field, let enumeration):
      report(
        InvalidEnumValue.self, at: offset, length: length, .literal(field), .string(name),
        .nearestName(name, enumeration))
    case .foreignTool(let format, let isSnakeCase):
      report(ForeignToolFormat.self, at: offset, length: length) {
        (
          .literal(ForeignToolFormat.name(of: format)),
          $0.keep(ForeignToolFormat.remedy(for: format, isSnakeCase: isSnakeCase)), .none
        )
      }
    case .typeInSmallLetters(let type):
      report(
        InvalidFunctionSchema.self, at: offset, length: length, .string(type), .nearestName(type, .schemaType)
      )
    case .nestedDeep(let levels):
      report(
        NestingTooDeep.self, at: offset, length: length, as: .warning, .literal(" in this value"),
        .number(levels), .literal(NestingTooDeep.byOneParser))
    case .thought(let key): report(ThoughtPart.self, at: offset, length: length, .string(key))
    }
  }

  /// Notes a fault of shape at a string of the line, its quotes included.
  mutating func report(_ fault: ShapeFault, at string: StringToken) {
    report(fault, at: string.start - 1, length: string.count + 2)
  }
}
