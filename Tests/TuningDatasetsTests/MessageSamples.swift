import TestSupport

/// Lines whose schemas, times and depths are often wrong.
struct MessageSamples {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func line() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return Self.turn(#""functionCall":{"name":"f","args":{"a":\#(deep())}}"#)
    case 1: return Self.turn(#""functionResponse":{"name":"f","response":{"a":\#(deep())}}"#)
    case 2: return Self.declaration(#""parametersJsonSchema":\#(deep())"#)
    case 3:
      var schema = #"{"default":\#(deep())}"#
      for _ in 0..<Int.random(in: 0..<8, using: &random) {
        schema = random.pick([
          #"{"items":\#(schema)}"#, #"{"properties":{"a":\#(schema)}}"#, #"{"anyOf":[\#(schema)]}"#,
        ])
      }
      return Self.declaration(#""parameters":\#(schema)"#)
    case 4:
      let media = #""fileData":{"mimeType":"video/mp4","fileUri":"gs://b/o"}"#
      return Self.turn(#"\#(media),"videoMetadata":{"startOffset":\#(random.pick(Self.times))}"#)
    default:
      return Self.declaration(#""\#(random.pick(["parameters", "response"]))":\#(schema(levels: 3))"#)
    }
  }

  private static func turn(_ part: String) -> String {
    #"{"contents":[{"role":"user","parts":[{\#(part)}]}]}"#
  }

  private static func declaration(_ fields: String) -> String {
    #"{"contents":[],"tools":[{"functionDeclarations":[{"name":"f",\#(fields)}]}]}"#
  }

  /// Arrays and objects, about as many in each other as the parsers allow.
  private mutating func deep() -> String {
    let share = random.pick([0, 4, 7, 10])
    var value = random.pick(["1", "{}", "[ ]", #""}""#])
    for _ in 0..<Int.random(in: 26..<52, using: &random) {
      value = Int.random(in: 0..<10, using: &random) < share ? #"{"a":\#(value)}"# : "[\(value)]"
    }
    return value
  }

  private mutating func schema(levels: Int) -> String {
    var members: [String: String] = [:]
    for _ in 0..<Int.random(in: 0..<4, using: &random) {
      let (name, values) = random.pick(Self.fields)
      let isNested = values.isEmpty && levels > 0
      let value =
        Int.random(in: 0..<8, using: &random) == 0
        ? random.pick(Self.anything) : random.pick(values + ["null"])
      members[name] = isNested ? nested(name, levels: levels - 1) : value
    }
    return "{" + members.sorted { $0.key < $1.key }.map { #""\#($0)":\#($1)"# }.joined(separator: ",") + "}"
  }

  private mutating func nested(_ name: String, levels: Int) -> String {
    let schema = schema(levels: levels)
    return name == "items" ? schema : name == "any_of" ? "[\(schema)]" : #"{"type":\#(schema)}"#
  }

  /// The fields of a schema, each in one of its spellings, and good values; none where they are schemas.
  private static let fields: [(String, [String])] = [
    ("type", [#""OBJECT""#, #""STRING""#, "3", #""5""#, "4.0"]), ("properties", []), ("items", []),
    ("any_of", []),
    ("defs", []), ("enum", [#"["a"]"#, "[]"]), ("required", [#"["a","b"]"#]),
    ("nullable", ["true", "false"]),
    ("format", [#""date""#]), ("title", [#""""#]), ("default", anything + ["null"]), ("example", anything),
    ("additionalProperties", anything + ["false"]), ("minimum", ["1", "2.5", #""1e3""#, #""NaN""#]),
    ("max_items", ["1", "3.0", "1e3", #""2""#, #""-3.0""#]), ("minLength", ["0", "9223372036854775807"]),
    ("property_ordering", [#"["a"]"#]),
  ]

  /// Values of all kinds, but for those that Google's Python library alone takes for another kind.
  private static let anything = [
    "2.5", "1e300", "12345678901234567890123", #""x""#, #""dict""#, #""5s""#, #"["a"]"#, "[1]", "[null]",
    "[[1]]",
    #"[{"x":1}]"#, #"{"x":1}"#,
  ]

  private static let times = [
    #""5s""#, #""2.5s""#, #""-1s""#, #""0.123456789s""#, #""315576000000s""#, #""315576000001s""#, #""5""#,
    "5", "5.5",
    #""""#, #""s""#, #"".5s""#, #""1.5.1s""#, #""5S""#, #""00:05""#, #""5sec""#, #"{"seconds":5}"#, "null",
  ]
}
