import Documents

/// Reads answers of the service: what is missing or of another type is nil, and what is not known is skipped.
extension DocumentValue {
  /// The text of a member; nil for an empty one.
  func text(_ name: String) -> String? {
    guard let text = self[name]?.string, !text.isEmpty else { return nil }
    return text
  }

  /// A whole number, which the service writes as a string (int64 in JSON) or as a number.
  func number(_ name: String) -> Int? { self[name]?.wholeNumber }

  /// The value as a whole number, if it is one or a string with one.
  var wholeNumber: Int? {
    switch content {
    case .number(let text), .string(let text):
      if let number = Int(text) { return number }
      guard let number = Double(text) else { return nil }
      return Int(exactly: number)
    default: return nil
    }
  }

  /// The value as a number, if it is one or a string with one.
  var decimalNumber: Double? {
    switch content {
    case .number(let text), .string(let text): Double(text)
    default: nil
    }
  }

  /// Whether a member is true.
  func isTrue(_ name: String) -> Bool { self[name]?.content == .bool(true) }
}
