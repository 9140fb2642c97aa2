/// The scalars of a string of a line, one after another: escapes resolved, and the place of each in the line. Nothing is
/// copied.
///
///     "caf\u00e9 <b>"       c, a, f, é at bytes 4 to 9, a space, …
///
/// ASCII takes the short way. A string that the reader has read contains nothing but scalars; elsewhere, a byte that is not
/// UTF-8 and an invalid escape become U+FFFD.
@frozen
public struct StringScalars: Sequence, IteratorProtocol {
  /// A scalar, and the bytes of the line in which it is written.
  public typealias Element = (scalar: Unicode.Scalar, place: Range<Int>)

  @usableFromInline let line: LineBytes
  /// Where the next scalar begins.
  @usableFromInline var offset: Int
  /// Where the string ends.
  @usableFromInline let end: Int

  @inlinable init(_ line: LineBytes, in range: Range<Int>) {
    self.line = line
    offset = range.lowerBound
    end = range.upperBound
  }

  /// The next scalar; nil at the string's end.
  @inlinable @inline(__always)
  public mutating func next() -> Element? {
    guard offset < end else { return nil }
    let start = offset
    let byte = line[start]
    if byte < 0x80, byte != UInt8(ascii: "\\") {
      offset = start &+ 1
      return (Unicode.Scalar(byte), start..<offset)
    }
    let (scalar, length) = line.scalarOrByte(at: start)
    offset = start &+ length
    return (scalar ?? "\u{FFFD}", start..<offset)
  }

  /// Continues at another place of the string.
  @inlinable public mutating func move(to offset: Int) { self.offset = offset }

  /// Moves to the next byte that is `byte`, which must be ASCII, or that begins an escape; to the end without such a byte.
  /// This is much faster than the scalars one by one.
  @inlinable public mutating func skip(to byte: UInt8) {
    while offset < end, line[offset] != byte, line[offset] != UInt8(ascii: "\\") { offset &+= 1 }
  }

  /// Where a text ends that is here, however it is written; nil if another one does.
  ///
  /// - Parameter ignoringCase: whether letters from A to Z represent those of `text`, which is in lower case then.
  public func end(of text: String, ignoringCase: Bool = false) -> Int? {
    var rest = self
    for expected in text.unicodeScalars {
      guard let (scalar, _) = rest.next() else { return nil }
      guard scalar == expected || (ignoringCase && scalar.lowercased == expected) else { return nil }
    }
    return rest.offset <= end ? rest.offset : nil
  }

  /// Whether a text is somewhere in the string, however it is written. O(n × length of the text).
  ///
  /// - Parameter ignoringCase: as for ``end(of:ignoringCase:)``.
  public func contains(_ text: String, ignoringCase: Bool = false) -> Bool {
    guard let first = text.unicodeScalars.first else { return true }
    var rest = self
    while true {
      let here = rest
      guard let (scalar, _) = rest.next() else { return false }
      guard scalar == first || (ignoringCase && scalar.lowercased == first) else { continue }
      if here.end(of: text, ignoringCase: ignoringCase) != nil { return true }
    }
  }

  /// Whether these are the scalars of a text, however they are written.
  public func equals(_ text: String) -> Bool { end(of: text) == end }
}

extension Unicode.Scalar {
  /// A letter from A to Z in lower case; any other scalar as it is.
  @inline(__always)
  fileprivate var lowercased: Unicode.Scalar {
    value &- 0x41 < 26 ? Unicode.Scalar(UInt8(truncatingIfNeeded: value) | 0x20) : self
  }
}

extension LineBytes {
  /// The scalars of a string.
  @inlinable public func scalars(of string: StringToken) -> StringScalars {
    StringScalars(self, in: string.start..<string.end)
  }

  /// The scalars in a range, for strings among other JSON.
  @inlinable public func scalars(in range: Range<Int>) -> StringScalars { StringScalars(self, in: range) }
}
