import JSONLines

/// The first turn of an example, as far as it takes to move it out of `contents`.
///
///     {"contents": [{"role": "system", "parts": […]}, {"role": "user", …
///      ^ contents   ^ start    ^ role           ^ parts^ next
struct LeadingTurn {
  /// Where the key of the turns begins.
  private(set) var contents = 0
  /// Where the turn begins.
  private(set) var start = 0
  /// Where its role begins.
  private(set) var role = 0
  /// Its parts, with their brackets.
  private(set) var parts = 0..<0
  /// Where the next turn begins.
  private(set) var next = 0

  /// Finds the first turn of a line that is JSON.
  ///
  /// - Returns: nil if the example has a system instruction already, if no other turn follows, or if the turn has other fields
  ///   than a role and parts.
  init?(of line: LineBytes) {
    do throws(JSONFault) {
      guard try read(line) else { return nil }
    } catch {
      return nil
    }
  }

  private mutating func read(_ line: LineBytes) throws(JSONFault) -> Bool {
    var reader = JSONReader()
    var isFirst = true
    var isKnown = false
    try reader.begin(line)
    _ = try reader.openObject()
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      switch String(decoding: line.unescaped(key), as: UTF8.self) {
      case "systemInstruction", "system_instruction": return false
      case "contents":
        contents = key.start - 1
        isKnown = try readTurns(&reader)
        if !isKnown { return false }
      default: try reader.skipValue()
      }
    }
    return isKnown
  }

  private mutating func readTurns(_ reader: inout JSONReader) throws(JSONFault) -> Bool {
    try reader.openArray()
    guard try reader.nextElement(isFirst: true) else { return false }
    start = reader.offset
    guard reader.line[start] == UInt8(ascii: "{"), try readTurn(&reader),
      try reader.nextElement(isFirst: false)
    else { return false }
    next = reader.offset
    try reader.skipValue()
    while try reader.nextElement(isFirst: false) { try reader.skipValue() }
    return true
  }

  private mutating func readTurn(_ reader: inout JSONReader) throws(JSONFault) -> Bool {
    var isFirst = true
    _ = try reader.openObject()
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      let start = reader.offset
      try reader.skipValue()
      switch String(decoding: reader.line.unescaped(key), as: UTF8.self) {
      case "role": role = start
      case "parts": parts = start..<reader.offset
      default: return false
      }
    }
    return !parts.isEmpty
  }
}
