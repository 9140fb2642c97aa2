import JSONLines

/// The keys at the top of a line that no training example has, as far as they tell of another format.
struct TellingKeys {
  /// Every key of a format or method, once.
  private static let names = Array(
    Set(OtherTuningMethod.fields.map(\.name) + ForeignFormat.all.flatMap(\.keys))
  ).sorted()

  /// The first bytes of the names: a key that begins otherwise is not one of them, which spares most a closer look.
  /// The backslash begins an escaped one.
  private static let firstBytes = ContiguousArray<Bool>(
    (0...255).map { byte in byte == UInt8(ascii: "\\") || names.contains { $0.utf8.first == byte } })
  private let canBegin = firstBytes
  /// The keys that were met, in the order of `names`.
  private var tokens = ContiguousArray<StringToken?>(repeating: nil, count: names.count)
  private var hasAny = false

  /// Forgets the keys.
  mutating func clear() {
    guard hasAny else { return }
    hasAny = false
    for index in tokens.indices { tokens[index] = nil }
  }

  /// Notes a key, if it tells anything.
  mutating func note(_ key: StringToken, in line: LineBytes) {
    guard canBegin[Int(line[key.start])] else { return }
    guard let index = Self.names.firstIndex(where: { line.string(key, equals: $0) }) else { return }
    hasAny = true
    tokens[index] = key
  }

  /// What the line is.
  func verdict(hasContents: Bool) -> ExampleDecoder.Verdict {
    guard hasAny else { return .example }
    for field in OtherTuningMethod.fields {
      if let key = token(of: field.name) { return .otherMethod(isPreference: field.isPreference, key: key) }
    }
    if hasContents { return .example }
    for (index, format) in ForeignFormat.all.enumerated() {
      guard let key = token(of: format.keys[0]), format.keys.allSatisfy({ token(of: $0) != nil }) else {
        continue
      }
      return .foreignFormat(index, key: key)
    }
    return .example
  }

  private func token(of name: String) -> StringToken? {
    Self.names.firstIndex(of: name).flatMap { tokens[$0] }
  }
}
