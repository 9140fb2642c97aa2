/// Writes JSON values that span several lines, or are the elements of an array, each on a line of its own, block by block.
///
///     [                        {"contents": [{"role": …}]}
///       {                      {"contents": [{"role": …}]}
///         "contents": […
///
/// Only line breaks, with the white space around them, a byte order mark and what is around elements are taken away. Data that
/// are not JSON do not become JSON by that, except for what is between elements.
struct ArrangedData {
  /// What was written since it was taken.
  private(set) var bytes: [UInt8] = []
  /// How many lines were read, and how many were written.
  private(set) var linesBefore = 0
  private(set) var linesAfter = 0

  /// How many objects and arrays are open, without the one around the elements.
  private var depth = 0
  /// Whether an array around the elements is open.
  private var isInArray = false
  private var isInString = false
  private var isEscaped = false
  /// Whether something was written on the last line.
  private var isWithinLine = false
  /// White space that is written if no line break is in it.
  private var space: [UInt8] = []
  private var hasLineBreak = false
  /// The last byte that was written outside white space.
  private var last: UInt8 = 0
  /// Whether a backslash is before a line break, so that nothing that is written means what the data meant.
  private(set) var isHopeless = false
  /// Whether a byte order mark was taken away.
  private(set) var hadByteOrderMark = false
  /// How many bytes of a byte order mark were read at the beginning; nil behind it.
  private var markLength: Int? = 0
  /// Whether the last byte was a line feed, so that no other line begins after it.
  private var endsInLineFeed = true

  /// The most white space that is kept.
  private static let mostSpace = 1 << 10

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Reads a block.
  mutating func add(_ block: Span<UInt8>) {
    var start = 0
    while let length = markLength, start < block.count {
      if block[start] != Self.byteOrderMark[length] {
        endMark()
      } else {
        start += 1
        endsInLineFeed = false
        hadByteOrderMark = length == 2
        markLength = hadByteOrderMark ? nil : length + 1
      }
    }
    if start == block.count { return }
    for index in start..<block.count { add(block[index]) }
  }

  /// Writes the bytes at the beginning that are only a part of a byte order mark.
  private mutating func endMark() {
    let length = markLength ?? 0
    markLength = nil
    for byte in Self.byteOrderMark.prefix(length) { add(byte) }
  }

  /// Ends the data.
  mutating func end() {
    endMark()
    endLine()
    if !endsInLineFeed { linesBefore += 1 }
  }

  /// Takes what was written.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8) {
    endsInLineFeed = byte == 0x0A
    if endsInLineFeed { linesBefore += 1 }
    if isInString { return addToString(byte) }
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D: addSpace(byte)
    case UInt8(ascii: "\""):
      isInString = true
      write(byte)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if depth == 0, !isInArray, byte == UInt8(ascii: "["), !isWithinLine {
        isInArray = true
      } else {
        depth += 1
        write(byte)
      }
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if depth == 0, isInArray, byte == UInt8(ascii: "]") {
        isInArray = false
        return endLine()
      }
      depth = max(0, depth - 1)
      write(byte)
      if depth == 0 { endLine() }
    case UInt8(ascii: ",") where depth == 0 && isInArray: endLine()
    default: write(byte)
    }
  }

  /// A line break in a string is written as the escape that it should be.
  private mutating func addToString(_ byte: UInt8) {
    if byte == 0x0A {
      if isEscaped { isHopeless = true }
      bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      isEscaped = false
      return
    }
    bytes.append(byte)
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
    }
  }

  private mutating func addSpace(_ byte: UInt8) {
    if byte == 0x0A || space.count == Self.mostSpace { hasLineBreak = true }
    if !hasLineBreak { space.append(byte) }
  }

  @inline(__always)
  private mutating func write(_ byte: UInt8) {
    if hasLineBreak || !space.isEmpty { writeSpace(before: byte) }
    isWithinLine = true
    last = byte
    bytes.append(byte)
  }

  private mutating func writeSpace(before next: UInt8) {
    // What is before an element goes.
    if isWithinLine {
      if !hasLineBreak {
        bytes += space
      } else if !Self.isPunctuation(last), !Self.isPunctuation(next) {
        // Two values that nothing is between do not become one.
        bytes.append(0x20)
      }
    }
    space.removeAll(keepingCapacity: true)
    hasLineBreak = false
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private mutating func endLine() {
    space.removeAll(keepingCapacity: true)
    hasLineBreak = false
    guard isWithinLine else { return }
    isWithinLine = false
    linesAfter += 1
    bytes.append(0x0A)
  }
}
