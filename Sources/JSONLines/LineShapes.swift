/// Tells the shapes of places in a line: their pointers, but for the indices of elements.
///
/// Places that are asked for in ascending order cost one walk together, and a walk can begin at a place where it is known what is
/// open.
public struct LineShapes {
  /// An array or object that is open at the place in question.
  fileprivate struct Container {
    let isArray: Bool
    /// Whether a string that comes next is a key.
    var isBeforeKey: Bool
    /// The shape of the container.
    let outer: UInt64
    /// The shape of what is in it at the place.
    var inner: UInt64

    init(isArray: Bool, in outer: UInt64) {
      self.isArray = isArray
      isBeforeKey = !isArray
      self.outer = outer
      inner = isArray ? LineShapes.hash(1, outer) : outer
    }
  }

  private var line = LineBytes.empty
  private var open: [Container] = []
  /// How many more are open within the deepest that a reader opens.
  private var deeper = 0
  /// Up to where the line was walked: never into a string.
  private var offset = 0
  /// The string whose end was looked for last.
  private var string = 0..<0

  /// Shapes of places in no line.
  public init() {}

  /// Begins a line, which must still be there when shapes are asked for.
  public mutating func begin(_ line: LineBytes) {
    self.line = line
    open.removeAll(keepingCapacity: true)
    (deeper, offset, string) = (0, 0, 0..<0)
  }

  /// A number made of the pointer to a place, but for the indices of elements: places with equal ones have pointers of the
  /// same shape.
  ///
  /// - Parameters:
  ///   - start: a place that is not behind the target, from where the line is walked.
  ///   - stretch: what is open there.
  public mutating func shape(to target: Int, from start: Int = 0, in stretch: Stretch = .line) -> UInt64 {
    if target < offset || offset < start {
      open.removeAll(keepingCapacity: true)
      open.append(contentsOf: stretch.open)
      (deeper, offset) = (0, start)
    }
    walk(to: target)
    guard let last = open.last else { return Stretch.line.shape }
    if deeper > 0 { return Self.hash(UInt64(truncatingIfNeeded: deeper), last.inner) }
    if last.isBeforeKey, line[offset] == UInt8(ascii: "\""), let end = endOfString() {
      return hash(ofKey: offset..<end, last.outer)
    }
    return last.inner
  }

  private mutating func walk(to target: Int) {
    let end = min(target, line.count)
    while offset < end {
      let byte = line[offset]
      if byte == UInt8(ascii: "\"") {
        // A place within a string belongs to the string.
        guard let stringEnd = endOfString(), stringEnd <= target else { return }
        if deeper == 0, let last = open.indices.last, open[last].isBeforeKey {
          open[last].isBeforeKey = false
          open[last].inner = hash(ofKey: offset..<stringEnd, open[last].outer)
        }
        offset = stringEnd
      } else {
        if byte == UInt8(ascii: ",") || byte > UInt8(ascii: "Z") { note(byte) }
        offset += 1
      }
    }
  }

  /// Takes a byte that is in no string.
  private mutating func note(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if deeper > 0 || open.count == JSONReader.maximumDepth {
        deeper += 1
      } else {
        open.append(Container(isArray: byte == UInt8(ascii: "["), in: open.last?.inner ?? Stretch.line.shape))
      }
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if deeper > 0 { deeper -= 1 } else { _ = open.popLast() }
    case UInt8(ascii: ","):
      guard deeper == 0, let last = open.indices.last, !open[last].isArray else { return }
      open[last].isBeforeKey = true
      open[last].inner = open[last].outer
    default: break
    }
  }

  /// Where the string ends that begins at `offset`; nil if the line's end cuts it.
  private mutating func endOfString() -> Int? {
    if string.lowerBound == offset, !string.isEmpty { return string.upperBound }
    guard let end = line.endOfString(from: offset) else { return nil }
    string = offset..<end
    return end
  }

  // MARK: Hashes

  private func hash(ofKey key: Range<Int>, _ hash: UInt64) -> UInt64 {
    var hash = Self.hash(UInt64(truncatingIfNeeded: key.count), hash)
    for offset in stride(from: key.lowerBound, to: key.upperBound, by: 8) {
      hash = Self.hash(line.word(ofFirst: key.upperBound - offset, at: offset), hash)
    }
    return hash
  }

  @inline(__always)
  private static func hash(_ word: UInt64, _ hash: UInt64) -> UInt64 {
    let product = (hash ^ word ^ 0x2D35_8DCC_AA6C_78A5).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// What is open at a place.
  public struct Stretch: Sendable {
    /// The beginning of a line.
    public static let line = Stretch(open: [], shape: 0)

    fileprivate let open: [Container]
    /// The shape of the place.
    public let shape: UInt64

    /// The beginning of an element of an array that is a member of an object here.
    public func elements(of key: StaticString) -> Stretch {
      var object = Container(isArray: false, in: shape)
      object.isBeforeKey = false
      object.inner = member(key)
      let array = Container(isArray: true, in: object.inner)
      return Stretch(open: open + [object, array], shape: array.inner)
    }

    /// The shape of a member of an object that begins here.
    public func member(_ key: StaticString) -> UInt64 { LineShapes.hash(key.identity, shape) }
  }
}

extension LineBytes {
  /// Where the string ends, with its quote, that begins with the quote at an offset; nil if the line's end cuts it.
  func endOfString(from start: Int) -> Int? {
    // Nearly all strings are what JSON allows.
    let scan = scanString(from: start + 1)
    if scan.stop == 0 { return scan.end + 1 }
    var end = scan.end
    while end < count {
      let stops = stringStops(at: end)
      end += min(16, stops.trailingZeroBitCount)
      if stops == 0 || end >= count { continue }
      if self[end] == UInt8(ascii: "\"") { return end + 1 }
      end += self[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
