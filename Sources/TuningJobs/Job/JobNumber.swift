import Documents

/// Reads numbers as Google's JSON parsers do: also from strings, and whole ones with a fraction of zero.
///
/// Source: google.protobuf.json_format on TuningJob, as of 2026-11-22.
enum JobNumber {
  /// A whole number of 64 bits: 3, "3", 3.0 and 3e0 are the same.
  ///
  /// - Throws: the fault of anything else.
  static func whole(
    _ reader: DocumentReader, expected: String = "a whole number"
  ) throws(DocumentFault) -> Int {
    switch reader.value.content {
    case .string(let text):
      if let number = Int(text) { return number }
    case .number(let text):
      if let number = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) }) { return number }
    default: break
    }
    throw fault(of: reader, expected: expected)
  }

  /// A finite number.
  ///
  /// - Throws: the fault of anything else.
  static func any(_ reader: DocumentReader) throws(DocumentFault) -> Double {
    switch reader.value.content {
    // Swift also takes hexadecimal digits and words.
    case .string(let text) where !text.utf8.allSatisfy("0123456789+-.eE".utf8.contains): break
    case .string(let text), .number(let text):
      if let number = Double(text), number.isFinite { return number }
    default: break
    }
    throw fault(of: reader, expected: "a finite number")
  }

  private static func fault(of reader: DocumentReader, expected: String) -> DocumentFault {
    guard case .number(let text) = reader.value.content else { return reader.expected(expected) }
    let number = Double(text) ?? .infinity
    let found =
      !number.isFinite
      ? "a number outside the range of a double"
      : number == number.rounded() ? "a whole number of more than 64 bits" : "a number with a fraction"
    return reader.fault(.wrongType(expected: expected, found: found))
  }
}
