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
  /// A value is of another JSON type.
  case wrongType(Value, expected: JSONKind, found: JSONKind)
  /// The schema has no such field; one with training content is near, whose content is lost.
  case unknownField(StringToken, of: MessageType, losesContent: Bool)
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
  /// A field belongs to the model's thinking.
  case thought(StringToken)
}
