/// A gzip stream made by a recipe, since bytes at random hardly ever have the checksum that they need.
///
///     kind, length, bytes …, kind, length, bytes …
struct GzipRecipe {
  /// The stream.
  private(set) var stream: [UInt8] = []
  /// What the stream holds; nil where that cannot be told, because the recipe asks for damage.
  private(set) var content: [UInt8]? = []

  init(_ recipe: some Collection<UInt8>) {
    var rest = recipe[...]
    while let kind = rest.popFirst(), let length = rest.popFirst() {
      let bytes = Array(rest.prefix(Int(length)))
      rest = rest.dropFirst(bytes.count)
      add(kind % 8, bytes, length: Int(length))
    }
  }

  private mutating func add(_ kind: UInt8, _ bytes: [UInt8], length: Int) {
    switch kind {
    case 0, 1: addMember(bytes)
    // More comes out of it than a buffer holds, again and again.
    case 2: addMember(Array(repeatElement(bytes, count: 40).joined()))
    case 3: addMember(bytes, flags: 4, extraField: [0x42, 0x43, 2, 0])
    case 4: addMember(bytes, flags: 8, extraField: [])
    case 5: addPadding(length)
    case 6: addDamage(bytes)
    default:
      addMember(bytes)
      stream.removeLast(min(length, stream.count))
      content = nil
    }
  }

  private mutating func addMember(_ bytes: [UInt8], flags: UInt8 = 0, extraField: [UInt8] = []) {
    stream += Self.member(bytes, flags: flags, extraField: extraField)
    content? += bytes
  }

  /// A member with no more in its header than the flags say: a field of BGZF, or a name.
  static func member(_ bytes: [UInt8], flags: UInt8 = 0, extraField: [UInt8] = []) -> [UInt8] {
    let deflated = Zlib.deflate(bytes)
    var member: [UInt8] = [0x1F, 0x8B, 8, flags, 0, 0, 0, 0, 0, 0xFF]
    if flags & 4 != 0 {
      // A block of BGZF states its whole length, less one.
      let lengthMinusOne = 10 + 2 + extraField.count + 2 + deflated.count + 8 - 1
      member +=
        littleEndian(UInt32(extraField.count + 2), 2) + extraField + littleEndian(UInt32(lengthMinusOne), 2)
    }
    if flags & 8 != 0 { member += Array("a.jsonl".utf8) + [0] }
    member += deflated
    return member + littleEndian(Zlib.checksum(bytes), 4) + littleEndian(UInt32(bytes.count), 4)
  }

  /// Adds zeros, which are padding behind a member; before the first they would be no gzip data.
  private mutating func addPadding(_ length: Int) {
    if !stream.isEmpty { stream += [UInt8](repeating: 0, count: length) }
  }

  private mutating func addDamage(_ bytes: [UInt8]) {
    stream += bytes
    content = nil
  }

  private static func littleEndian(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32($0 * 8)) }
  }
}
