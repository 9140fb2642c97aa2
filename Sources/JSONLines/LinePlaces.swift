/// Finds columns and JSON Pointers of places in a line, which can be invalid JSON.
///
/// Findings are rare and pointers are long, so neither is kept while a line is read: when findings are to be shown, the
/// line is walked once more. Places that are asked for in ascending order cost one walk together.
public struct LinePlaces {
  /// An array or object that is open at the place in question.
  private struct Container {
    /// The last key, with its quotes; nil in an array, and before an object's first key.
    var key: Range<Int>?
    /// How many elements went before; nil in an object.
    var index: Int?
    /// Whether a string that comes next is a key.
    var isBeforeKey: Bool
    /// The step of the last key in a pointer; empty if it was not asked for.
    var step: [UInt8] = []
  }

  private var line: LineBytes
  private var open: [Container] = []
  /// How many more are open within the deepest that a reader opens: of those no step is kept.
  private var deeper = 0
  /// The pointer that was made last.
  private var pointer: [UInt8] = []
  /// Up to where the line was walked: never into a string.
  private var offset = 0
  /// The string that begins there, if its end was looked for already.
  private var string: Range<Int>?
  /// How many columns go before an offset.
  private var columns = (before: 0, offset: 0)

  /// The places of a line, which must still be there when they are asked for.
  public init(of line: LineBytes) { self.line = line }

  /// Begins another line, in the same memory.
  public mutating func begin(_ line: LineBytes) {
    self.line = line
    beginAnew()
    columns = (0, 0)
  }

  private mutating func beginAnew() {
    open.removeAll(keepingCapacity: true)
    (deeper, offset, string) = (0, 0, nil)
  }

  /// The column of an offset, from 1, in Unicode scalars; a byte that is not UTF-8 counts as one.
  public mutating func column(of target: Int) -> Int {
    if target < columns.offset { columns = (0, 0) }
    let end = min(target, line.count)
    while columns.offset < end {
      // Mostly text in ASCII.
      if end - columns.offset >= 16, line.stringStops(at: columns.offset) == 0 {
        columns.offset += 16
        columns.before += 16
        continue
      }
      columns.offset += max(1, line.lengthOfScalar(at: columns.offset))
      columns.before += 1
    }
    return columns.before + 1
  }

  /// The pointer (RFC 6901) of the value that begins at an offset, or of the one that a fault at the offset belongs to:
  /// for a key the member's, for anything else that of the nearest value around it.
  public mutating func pointer(to target: Int) -> String {
    makePointer(withKey: walk(to: target))
    return String(decoding: pointer, as: UTF8.self)
  }

  /// Writes the pointer of a place in place of other bytes.
  package mutating func write(pointerTo target: Int, to bytes: inout [UInt8]) {
    makePointer(withKey: walk(to: target))
    if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
    if !pointer.isEmpty { bytes.append(pointer.span) }
  }

  /// Walks to an offset; the key that begins there, if one does.
  private mutating func walk(to target: Int) -> Range<Int>? {
    if target < offset { beginAnew() }
    while offset < min(target, line.count) {
      if line[offset] == UInt8(ascii: "\"") {
        // A place within a string belongs to the string.
        guard let string = stringAtOffset(), string.upperBound <= target else { break }
        if isBeforeKey { noteKey(string) }
        offset = string.upperBound
      } else {
        note(line[offset])
        offset += 1
      }
    }
    return isBeforeKey && line[offset] == UInt8(ascii: "\"") ? stringAtOffset() : nil
  }

  private var isBeforeKey: Bool { deeper == 0 && open.last?.isBeforeKey ?? false }

  /// Takes a key, which names the member that follows.
  private mutating func noteKey(_ key: Range<Int>) {
    open[open.count - 1].key = key
    open[open.count - 1].step = []
    open[open.count - 1].isBeforeKey = false
  }

  /// Takes a byte that is in no string.
  private mutating func note(_ byte: UInt8) {
    let isOpening = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    if deeper > 0 || (isOpening && open.count == JSONReader.maximumDepth) {
      if isOpening { deeper += 1 }
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { deeper -= 1 }
      return
    }
    switch byte {
    case UInt8(ascii: "{"): open.append(Container(key: nil, index: nil, isBeforeKey: true))
    case UInt8(ascii: "["): open.append(Container(key: nil, index: 0, isBeforeKey: false))
    case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
    case UInt8(ascii: ","):
      guard let last = open.indices.last else { return }
      if let index = open[last].index { open[last].index = index + 1 } else { open[last].isBeforeKey = true }
    default: break
    }
  }

  /// The string that begins at `offset`, with its quotes; nil if the line's end cuts it.
  private mutating func stringAtOffset() -> Range<Int>? {
    if let string, string.lowerBound == offset { return string }
    guard let end = line.endOfString(from: offset) else { return nil }
    string = offset..<end
    return string
  }

  /// Makes the pointer.
  private mutating func makePointer(withKey key: Range<Int>?) {
    if !pointer.isEmpty { pointer.removeAll(keepingCapacity: true) }
    for depth in open.indices {
      if let index = open[depth].index {
        pointer.append(UInt8(ascii: "/"))
        pointer.append(digitsOf: index)
      } else if !open[depth].isBeforeKey {
        if open[depth].step.isEmpty, let key = open[depth].key {
          open[depth].step = Array(text(ofKey: key).utf8)
        }
        pointer.append(contentsOf: open[depth].step)
      } else if depth == open.count - 1, let key {
        pointer += text(ofKey: key).utf8
      }
    }
    if deeper > 0 { pointer += "…".utf8 }
  }

  /// A key as a step. One of very many bytes is cut, and the cut is marked: with it whole, the findings of a line could
  /// take more memory than the line.
  private func text(ofKey key: Range<Int>) -> String {
    let token = StringToken(start: key.lowerBound + 1, end: key.upperBound - 1, traits: .hasEscape)
    let start = token.prefix(Self.mostKeyBytes, of: line)
    return JSONPointer.step(to: String(decoding: line.unescaped(start), as: UTF8.self))
      + (start == token ? "" : "…")
  }

  /// The bytes of a key that a pointer shows.
  static let mostKeyBytes = 256
}

extension LineBytes {
  /// The pointer of one place; see ``LinePlaces/pointer(to:)``. O(offset).
  public func pointer(to offset: Int) -> String {
    var places = LinePlaces(of: self)
    return places.pointer(to: offset)
  }

  /// The column of one place; see ``LinePlaces/column(of:)``. O(offset).
  public func column(of offset: Int) -> Int {
    var places = LinePlaces(of: self)
    return places.column(of: offset)
  }
}
