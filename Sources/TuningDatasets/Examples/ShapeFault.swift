import JSONLines

/// A fault of shape: a value that is missing, superfluous, or not what the schema says. It is noted, not thrown: the value
/// is skipped, and the rest of the line is read as usual.
enum ShapeFault {
  /// A value in the line, by its name.
  enum Value {
    /// The value of a field of the schema, by its index in the table.
    case field(Int)
    /// An element of such a field, which is a list: `contents[3]`.
    case element(of: Int, Int)
    /// The value at a key of the user's own.
    case key(StringToken)
  }

  /// What should be where another value is.
  enum Expectation {
    /// A value of a JSON type.
    case kind(JSONKind)
    /// An object that is a schema.
    case schema
    /// The type of a schema, a string; the schema is of parameters, or of a response.
    case schemaType(ofParameters: Bool)
    /// A time in seconds, as a string.
    case duration
    /// A number without a fraction.
    case integer
  }

  /// The example has no contents.
  case missingContents
  /// The list of contents is empty.
  case emptyContents
  /// A turn has no parts, or an empty list of them.
  case missingParts
  /// A part contains nothing.
  case partWithoutData
  /// A part contains a second kind of data: the key of that, and the key of the first.
  case partWithSeveralData(StringToken, beside: StringToken)
  /// A file or data of some kind without a MIME type; names are in the style of the line.
  case missingMimeType(TrainingExample.Media.Kind, NameStyle)
  /// A file without its URI, or data of some kind that are not there.
  case missingMediaContent(TrainingExample.Media.Kind, NameStyle)
  /// The clip of a video does not end after its start, or its frame rate is out of range.
  case invalidVideoMetadata(VideoClip.Fault)
  /// A function's declaration, call or response without its name.
  case missingFunctionName(MessageType)
  /// A function's response without what was returned.
  case missingFunctionResponse
  /// A tool that is nothing.
  case emptyTool
  /// A tool is of a second kind: its key, and the key of the first.
  case severalTools(StringToken, beside: StringToken)
  /// The name of a function's parameter is not an identifier.
  case invalidParameterName(StringToken)
  /// A value is of another type; remedies name fields in the style of the line.
  case wrongType(Value, expected: Expectation, found: JSONKind, NameStyle)
  /// The message has no such field; perhaps one with training content is near, whose content is lost. Where the message is a
  /// schema, whether it is that of parameters.
  case unknownField(
    StringToken, of: MessageType, losesContent: Bool, areOfParameters: Bool, NameStyle)
  /// A field, by its camelCase name, is given in both of its spellings.
  case fieldSpelledTwice(StaticString)
  /// A field is null, and so counts as absent.
  case null(StringToken)
  /// A field has no effect on tuning.
  case ignoredField(StringToken)
  /// A field is in the API, but not in the tuning format.
  case undocumentedField(StringToken)
  /// A field contains a name that is not one of those it can have.
  case unknownName(StringToken, of: StaticString, among: Enumeration)
  /// A tool is in another format; and whether the example has its names in snake_case.
  case foreignTool(ToolFormat, isSnakeCase: Bool)
  /// The type of a schema is not in capitals.
  case typeInSmallLetters(StringToken)
  /// A value has so many levels that one of Google's parsers of messages refuses it.
  case nestedDeep(levels: Int)
  /// A field belongs to the model's thinking.
  case thought(StringToken)
}
