import JSONLines

/// Keys at the top of a line that tell what kind of line it is, as far as they were met.
struct TellingKeys {
  private let names: [String]
  /// The first bytes of the names: a key that begins otherwise is not one of them, which spares most a closer look.
  /// The backslash begins an escaped one.
  private let canBegin: ContiguousArray<Bool>
  /// The keys that were met, in the order of `names`.
  private var tokens: ContiguousArray<StringToken?>
  /// Whether any was met.
  private(set) var hasAny = false

  /// - Parameter names: the names to look for.
  init(_ names: [String]) {
    self.names = names
    var canBegin = ContiguousArray(repeating: false, count: 256)
    for byte in names.compactMap({ $0.utf8.first }) + [UInt8(ascii: "\\")] { canBegin[Int(byte)] = true }
    self.canBegin = canBegin
    tokens = ContiguousArray(repeating: nil, count: names.count)
  }

  /// Forgets the keys.
  mutating func clear() {
    guard hasAny else { return }
    hasAny = false
    for index in tokens.indices { tokens[index] = nil }
  }

  /// Notes a key; false if it tells nothing.
  @discardableResult
  mutating func note(_ key: StringToken, in line: LineBytes) -> Bool {
    guard canBegin[Int(line[key.start])] else { return false }
    guard let index = names.firstIndex(where: { line.string(key, equals: $0) }) else { return false }
    hasAny = true
    tokens[index] = key
    return true
  }

  /// The key of a name; nil if it was not met.
  subscript(name: String) -> StringToken? { names.firstIndex(of: name).flatMap { tokens[$0] } }
}
