import JSONLines

/// Reads numbers as Google's JSON parsers do: also from strings, and whole ones with a fraction of zero.
///
/// Source: google.protobuf.json_format on TuningJob, as of 2026-11-22.
enum JobNumber {
  /// A whole number of 64 bits: 3, "3", 3.0 and 3e0 are the same; nil for anything else.
  static func whole(_ value: JSONValue) -> Int? {
    switch value.content {
    case .string(let text): return Int(text)
    case .number(let text):
      if let number = Int(text) { return number }
      return Double(text).flatMap { Int(exactly: $0) }
    default: return nil
    }
  }

  /// What was found instead of a number, in words.
  static func describe(_ value: JSONValue) -> String {
    guard case .number(let text) = value.content else { return value.kind.name }
    let number = Double(text) ?? .infinity
    if !number.isFinite { return "a number outside the range of a double" }
    return number == number.rounded() ? "a whole number of more than 64 bits" : "a number with a fraction"
  }

  /// A finite number; nil for anything else.
  static func any(_ value: JSONValue) -> Double? {
    switch value.content {
    // Swift also takes hexadecimal digits and words.
    case .string(let text) where !text.utf8.allSatisfy("0123456789+-.eE".utf8.contains): return nil
    case .string(let text), .number(let text): return Double(text).flatMap { $0.isFinite ? $0 : nil }
    default: return nil
    }
  }
}
