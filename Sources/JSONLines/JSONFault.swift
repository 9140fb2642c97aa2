/// The first fault of a line that is not one JSON object in UTF-8.
public struct JSONFault: Error, Equatable, Sendable {
  /// What the reader was ready for where a fault is.
  public enum Expectation: String, Sendable {
    /// Any value.
    case value = "a value"
    /// A value, or the end of the array that was just opened.
    case valueOrArrayEnd = "a value or ']'"
    /// A key, or the end of the object that was just opened.
    case keyOrObjectEnd = "a key in double quotes or '}'"
    /// A key after a comma.
    case key = "a key in double quotes"
    /// The colon after a key.
    case colon = "a colon"
    /// What follows a member.
    case commaOrObjectEnd = "a comma or '}'"
    /// What follows an element.
    case commaOrArrayEnd = "a comma or ']'"
    /// The rest of a string.
    case closingQuote = "the closing quote of the string"
    /// What may follow a backslash.
    case escape = #"one of " \ / b f n r t u after the backslash"#
    /// The digits of a `\u` escape.
    case hexadecimalDigits = #"four hexadecimal digits after \u"#
    /// A digit of a number.
    case digit = "a digit"
    /// A number without a leading zero.
    case noLeadingZero = "no digit after a leading zero"
    /// Nothing but white space.
    case lineEnd = "the end of the line"
  }

  /// A way of writing that other languages allow and JSON does not.
  public enum Dialect: Sendable {
    /// `True`, `False`, `None`.
    case pythonLiteral
    /// `undefined`.
    case undefined
    /// A string in single quotes.
    case singleQuotes
    /// A key without quotes.
    case unquotedKey
    /// `//`, `/*` or `#`.
    case comment
  }

  /// What is wrong.
  public enum Kind: Equatable, Sendable {
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// U+FEFF before a value.
    case byteOrderMark
    /// Something other than what has to follow.
    case unexpected(Expectation)
    /// `NaN` or an infinity.
    case nonFiniteNumber
    /// An escaped surrogate without its other half.
    case loneSurrogate
    /// A key that the object has already.
    case duplicateKey
    /// An array or object beyond the depth limit.
    case nestingTooDeep
    /// A value of so many levels that the parsers of messages refuse it, which is for the caller to say.
    case valueTooDeep(levels: Int)
    /// A number beyond a double.
    case numberOutOfRange
    /// A second value after the first.
    case severalValues
    /// A value that is not an object, and is good JSON apart from that.
    case notAnObject(JSONKind)
    /// A comma with nothing after it.
    case trailingComma
    /// Another language's way of writing.
    case dialect(Dialect)
    /// A control character in a string.
    case controlCharacter
  }

  /// What is wrong.
  public let kind: Kind
  /// Where it begins, in bytes from the line's first; the line's length where the line ends too early.
  public let offset: Int
  /// How many bytes it is long, at least 1.
  public let length: Int

  /// The fault of a line whose value is good JSON, but no object.
  public static func notAnObject(_ kind: JSONKind, from start: Int, to end: Int) -> JSONFault {
    JSONFault(.notAnObject(kind), at: start, length: end - start)
  }

  /// The fault of a value that the parsers of messages refuse for its levels.
  public static func valueTooDeep(levels: Int, at offset: Int) -> JSONFault {
    JSONFault(.valueTooDeep(levels: levels), at: offset)
  }

  @usableFromInline
  init(_ kind: Kind, at offset: Int, length: Int = 1) {
    self.kind = kind
    self.offset = offset
    self.length = max(length, 1)
  }
}
