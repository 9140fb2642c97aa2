/// Finds the JSON Pointer of a place in a line, which need not be good JSON.
///
/// Findings are rare and pointers are long, so none is kept while a line is read: when a finding is to be shown, the
/// line up to its place is walked once more.
enum PointerFinder {
  /// An array or object that is open at the place in question.
  private struct Container {
    /// The offsets of the last key's quotes; nil in an array, and before an object's first key.
    var key: Range<Int>?
    /// How many elements went before; nil in an object.
    var index: Int?
    /// Whether a string that comes next is a key.
    var isBeforeKey: Bool
  }

  /// The pointer of the value that begins at an offset, or of the one that a fault at the offset belongs to: for a key
  /// the member's, for anything else that of the nearest value around it. O(offset).
  static func pointer(to target: Int, in line: LineBytes) -> String {
    var open: [Container] = []
    var offset = 0
    while offset < min(target, line.count) {
      switch line[offset] {
      case UInt8(ascii: "{"): open.append(Container(key: nil, index: nil, isBeforeKey: true))
      case UInt8(ascii: "["): open.append(Container(key: nil, index: 0, isBeforeKey: false))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
      case UInt8(ascii: ","): advance(&open)
      case UInt8(ascii: "\""):
        // A key that the line's end cuts names no member.
        guard let end = endOfString(from: offset, in: line) else { return text(open, in: line) }
        // A place within a string belongs to the string.
        let isKey = noteString(offset..<end, in: &open)
        if end > target && !isKey { return text(open, in: line) }
        offset = end - 1
      default: break
      }
      offset += 1
    }
    if offset == target, line[offset] == UInt8(ascii: "\""), let end = endOfString(from: offset, in: line) {
      _ = noteString(offset..<end, in: &open)
    }
    return text(open, in: line)
  }

  private static func advance(_ open: inout [Container]) {
    guard var container = open.popLast() else { return }
    if let index = container.index { container.index = index + 1 } else { container.isBeforeKey = true }
    open.append(container)
  }

  /// Takes a string as a key, where one is due; says whether it was one.
  private static func noteString(_ range: Range<Int>, in open: inout [Container]) -> Bool {
    guard let last = open.indices.last, open[last].isBeforeKey else { return false }
    open[last].key = range
    open[last].isBeforeKey = false
    return true
  }

  /// The offset behind the closing quote; nil where there is none.
  private static func endOfString(from start: Int, in line: LineBytes) -> Int? {
    var offset = start + 1
    while offset < line.count {
      if line[offset] == UInt8(ascii: "\"") { return offset + 1 }
      offset += line[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// The pointer as text, `~` and `/` in keys escaped (RFC 6901 section 3).
  private static func text(_ open: [Container], in line: LineBytes) -> String {
    var pointer = ""
    for container in open {
      if let index = container.index {
        pointer += "/\(index)"
      } else if let key = container.key, !(container.isBeforeKey) {
        let token = StringToken(start: key.lowerBound + 1, end: key.upperBound - 1, traits: .hasEscape)
        pointer += "/"
        for scalar in String(decoding: line.unescaped(token), as: UTF8.self).unicodeScalars {
          switch scalar {
          case "~": pointer += "~0"
          case "/": pointer += "~1"
          default: pointer.unicodeScalars.append(scalar)
          }
        }
      }
    }
    return pointer
  }
}

extension LineBytes {
  /// The JSON Pointer (RFC 6901) of the value, or of the key's member, at an offset. O(offset).
  public func pointer(to offset: Int) -> String { PointerFinder.pointer(to: offset, in: self) }

  /// The column of an offset, from 1, in Unicode scalars; a byte that is not UTF-8 counts as one. O(offset).
  public func column(of offset: Int) -> Int {
    var column = 1
    var position = 0
    while position < min(offset, count) {
      position += max(1, lengthOfScalar(at: position))
      column += 1
    }
    return column
  }
}
