/// Comments and trailing commas, which people can write in job files. JSON does not allow them.
public enum DocumentComments {
  /// Replaces comments (`// …` and `/* … */`) and trailing commas with spaces. Then the strict reader reads the document,
  /// and every offset stays the same:
  ///
  ///     {"a": 1, // one          {"a": 1,
  ///      "b": [2,],}              "b": [2 ] }
  ///
  /// Strings and line feeds do not change. A comment without an end stays too, so that the reader finds it.
  ///
  /// - Complexity: linear in the document.
  public static func blanked(_ document: [UInt8]) -> [UInt8] {
    var bytes = document
    /// The last comma, as long as only spaces and comments follow it.
    var comma: Int?
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        comma = nil
        offset = endOfString(bytes, from: offset)
        continue
      case UInt8(ascii: "/"):
        if let end = endOfComment(bytes, from: offset) {
          // All that follows a comment without an end belongs to the comment.
          guard end <= bytes.count else { return bytes }
          for index in offset..<end where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = 0x20 }
          offset = end
          continue
        }
        comma = nil
      case UInt8(ascii: ","):
        // The second of two commas is not a trailing comma.
        comma = comma == nil ? offset : nil
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let comma, follows(aValue: bytes, before: comma) { bytes[comma] = 0x20 }
        comma = nil
      case 0x20, 0x09, 0x0A, 0x0D: break
      default: comma = nil
      }
      offset += 1
    }
    return bytes
  }

  /// Whether a comma follows a value, not an opening bracket or the beginning of the document.
  private static func follows(aValue bytes: [UInt8], before comma: Int) -> Bool {
    let space: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    guard let last = bytes[..<comma].last(where: { !space.contains($0) }) else { return false }
    return last != UInt8(ascii: "{") && last != UInt8(ascii: "[") && last != UInt8(ascii: ",")
  }

  /// The offset after a string, or after its line if the string has no end: strings cannot contain line feeds.
  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start + 1
    while offset < bytes.count, bytes[offset] != 0x0A {
      if bytes[offset] == UInt8(ascii: "\"") { return offset + 1 }
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(offset, bytes.count)
  }

  /// The offset after the comment that begins here; nil if no comment begins here. A comment without an end gives an offset
  /// past the end of the document.
  private static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "/"):
      return bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    case UInt8(ascii: "*"):
      var offset = start + 2
      while offset + 1 < bytes.count {
        if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "/") { return offset + 2 }
        offset += 1
      }
      return bytes.count + 1
    default: return nil
    }
  }
}
