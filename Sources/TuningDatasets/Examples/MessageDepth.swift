/// How many messages are around a value of any content, as Google's parsers of messages count them: both stop after 100.
///
/// In a message, such a value is a `Value` that holds a `Struct` or a `ListValue`, which hold values in turn, so that each
/// level of JSON counts several times:
///
///     JSON        {        "a":      [           1
///     messages    Struct   (entry)   Value   ListValue   Value
///
/// The JSON parser of Google's Python library counts two messages a level; parsers of the binary format, which the
/// line becomes on its way to the service, count the entry of an object too. Source: google.protobuf 7.36.2 on
/// GeminiExample, as of 2026-11-28.
struct MessageDepth {
  /// The most messages within each other that a parser takes.
  private static let maximum = 100

  /// As the JSON parser counts, and as binary parsers do.
  private var counts: (json: Int, binary: Int)

  /// The depth of an object or array that is a value of a function's call, response or declaration, or of a schema in one.
  init(in schemas: OpenSchemas) { counts = (5 + schemas.count, 4 + schemas.count + schemas.entries) }

  private init(_ json: Int, _ binary: Int) { counts = (json, binary) }

  /// The depth of the values in an object or an array.
  func values(ofObject isObject: Bool) -> MessageDepth {
    MessageDepth(counts.json + 1, counts.binary + (isObject ? 2 : 1))
  }

  /// The depth of an object or an array that such a value is.
  var container: MessageDepth { MessageDepth(counts.json + 1, counts.binary + 1) }

  /// How many of the two kinds of parsers refuse it.
  var refusals: Int {
    (counts.json > Self.maximum ? 1 : 0) + (counts.binary > Self.maximum ? 1 : 0)
  }
}
