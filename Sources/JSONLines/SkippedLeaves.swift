import CByteKernels

/// What becomes of the leaves of a value that a reader skips: strings, numbers, literals, and what has nothing in it.
protocol SkippedLeaves {
  /// What leads to a value.
  associatedtype Place

  /// What leads to a member of an object, given the hash of its key.
  static func member(_ key: UInt64, of object: Place) -> Place

  /// What leads to an element of an array.
  static func element(_ index: Int, of array: Place) -> Place

  /// Takes a string that has been read.
  mutating func add(_ string: StringToken, at place: Place, in line: LineBytes)

  /// Judges and takes the number that begins at an offset, if it is as short as most are, and returns its length. Returns 0,
  /// and takes nothing, if the number is to be read first.
  mutating func addNumber(at offset: Int, at place: Place, in line: LineBytes) -> Int

  /// Takes a literal, or an object or array without members, by its first byte.
  mutating func add(literal first: UInt8, at place: Place)

  /// Takes a number that has been read, by the offset of its first byte.
  mutating func add(numberAt offset: Int, at place: Place, in line: LineBytes)
}

/// Takes no leaves.
struct NoLeaves: SkippedLeaves {
  @inline(__always)
  static func member(_ key: UInt64, of object: Void) {}
  @inline(__always)
  static func element(_ index: Int, of array: Void) {}
  @inline(__always)
  mutating func add(_ string: StringToken, at place: Void, in line: LineBytes) {}
  @inline(__always)
  mutating func addNumber(at offset: Int, at place: Void, in line: LineBytes) -> Int { 0 }
  @inline(__always)
  mutating func add(literal first: UInt8, at place: Void) {}
  @inline(__always)
  mutating func add(numberAt offset: Int, at place: Void, in line: LineBytes) {}
}

/// Adds the leaves up.
extension ContentDigest: SkippedLeaves {
  @inline(__always)
  static func member(_ key: UInt64, of object: Path) -> Path { object.member(key) }

  @inline(__always)
  static func element(_ index: Int, of array: Path) -> Path { array.element(index) }

  @inline(__always)
  mutating func add(_ string: StringToken, at place: Path, in line: LineBytes) {
    self += line.digest(of: string, at: place)
  }

  @inline(__always)
  mutating func addNumber(at offset: Int, at place: Path, in line: LineBytes) -> Int {
    let number = line.number(at: offset)
    if number.length > 0 { self += ContentDigest(tk_digest_number(number, place.value)) }
    return Int(number.length)
  }

  @inline(__always)
  mutating func add(literal first: UInt8, at place: Path) {
    self += ContentDigest(tk_digest_literal(first, place.value))
  }

  @inline(__always)
  mutating func add(numberAt offset: Int, at place: Path, in line: LineBytes) {
    self += line.digest(ofLeafAt: offset, at: place)
  }
}
