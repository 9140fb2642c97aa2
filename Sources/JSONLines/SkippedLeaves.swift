/// What becomes of the leaves of a value that a reader skips: strings, numbers, literals, and what has nothing in it.
protocol SkippedLeaves {
  /// What leads to a value.
  associatedtype Place

  /// What leads to a member of an object.
  static func member(_ key: StringToken, of object: Place, in line: LineBytes) -> Place

  /// What leads to an element of an array.
  static func element(_ index: Int, of array: Place) -> Place

  /// Takes a string that has been read.
  mutating func add(_ string: StringToken, at place: Place, in line: LineBytes)

  /// Takes any other leaf that has been read, by the offset of its first byte.
  mutating func add(leafAt offset: Int, at place: Place, in line: LineBytes)
}

/// Takes no leaves.
struct NoLeaves: SkippedLeaves {
  @inline(__always)
  static func member(_ key: StringToken, of object: Void, in line: LineBytes) {}
  @inline(__always)
  static func element(_ index: Int, of array: Void) {}
  @inline(__always)
  mutating func add(_ string: StringToken, at place: Void, in line: LineBytes) {}
  @inline(__always)
  mutating func add(leafAt offset: Int, at place: Void, in line: LineBytes) {}
}

/// Adds the leaves up.
extension ContentDigest: SkippedLeaves {
  @inline(__always)
  static func member(_ key: StringToken, of object: Path, in line: LineBytes) -> Path {
    object.member(line.digest(ofKey: key))
  }

  @inline(__always)
  static func element(_ index: Int, of array: Path) -> Path { array.element(index) }

  @inline(__always)
  mutating func add(_ string: StringToken, at place: Path, in line: LineBytes) {
    self += line.digest(of: string, at: place)
  }

  @inline(__always)
  mutating func add(leafAt offset: Int, at place: Path, in line: LineBytes) {
    self += line.digest(ofLeafAt: offset, at: place)
  }
}
