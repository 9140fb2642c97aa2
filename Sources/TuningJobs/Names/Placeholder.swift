/// A text that a sample or a template has in the place of a name, such as `my-bucket`, `PROJECT_ID` or `<agent_id>`.
struct Placeholder: Equatable {
  /// What the text around a placeholder is.
  enum Text {
    /// An id, a resource name or an address.
    case name
    /// The URI of an object: what comes after the bucket can be any words.
    case uri
    /// A text for people: only a word in brackets, or a text that is in capitals as a whole, is a placeholder there.
    case words
  }

  /// The placeholder.
  let text: String
  /// Where it is in the text, in bytes.
  let range: Range<Int>

  /// The longest text in bytes in which placeholders are looked for. A longer one is not a name.
  private static let maximumBytes = 4096

  /// Finds the first placeholder; nil if the text has no placeholder.
  ///
  /// - Complexity: linear in the text's length.
  init?(in text: String, _ kind: Text) {
    guard text.utf8.count <= Self.maximumBytes else { return nil }
    let bytes = Array(text.utf8)
    guard let range = Self.bracketed(bytes, kind) ?? Self.word(bytes, kind) else { return nil }
    self.text = String(decoding: bytes[range], as: UTF8.self)
    self.range = range
  }

  // MARK: Brackets

  /// A word in brackets: `<bucket>`, `{bucket}`, `${BUCKET}`, `[BUCKET]`, or `$BUCKET`.
  private static func bracketed(_ bytes: [UInt8], _ kind: Text) -> Range<Int>? {
    for start in bytes.indices {
      let opening = bytes[start]
      let closing: UInt8
      switch opening {
      case UInt8(ascii: "<"): closing = UInt8(ascii: ">")
      case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
      case UInt8(ascii: "[") where kind != .words: closing = UInt8(ascii: "]")
      case UInt8(ascii: "$") where kind != .words:
        let end = start + 1 + bytes[(start + 1)...].prefix(while: isCapital).count
        if end > start + 1 { return start..<end }
        continue
      default: continue
      }
      let word = bytes[(start + 1)...].prefix(while: isInWord)
      if let first = word.first, isLetter(first), word.endIndex < bytes.count, bytes[word.endIndex] == closing
      {
        let isShell = start > 0 && bytes[start - 1] == UInt8(ascii: "$")
        return (isShell ? start - 1 : start)..<word.endIndex + 1
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
  private static func isCapital(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "A") < 26 || byte == UInt8(ascii: "_")
  }
  private static func isInWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: " ")
  }

  // MARK: Words

  /// A piece between slashes, `@` and colons that is a placeholder as a whole.
  private static func word(_ bytes: [UInt8], _ kind: Text) -> Range<Int>? {
    let pieces = kind == .words ? [bytes[...]] : bytes.split { "/@:".utf8.contains($0) }
    for (index, piece) in pieces.enumerated() where piece.count <= 64 {
      let whole = String(decoding: piece, as: UTF8.self)
      // The project comes before the rest of an account's domain.
      let text = whole.hasSuffix(accountEnding) ? String(whole.dropLast(accountEnding.count)) : whole
      // The scheme and the bucket come first.
      let isName = kind == .name || kind == .uri && index < 2
      if text == "..." || text == "…" || isInCapitals(text, isName) || isName && isOfSample(text) {
        return piece.startIndex..<piece.startIndex + text.utf8.count
      }
    }
    return nil
  }

  private static let accountEnding = ".iam.gserviceaccount.com"

  /// Whether a text is in capitals and ends as the variables of samples do: `PROJECT_ID`, `TRAINING_DATASET_URI`.
  private static func isInCapitals(_ text: String, _ isName: Bool) -> Bool {
    guard text.utf8.allSatisfy({ isCapital($0) || isDigit($0) || $0 == UInt8(ascii: "-") }) else {
      return false
    }
    if isName, capitals.contains(text) { return true }
    let words = text.split { $0 == "_" || $0 == "-" }.map(String.init)
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    return first == "YOUR" || ["ID", "NAME", "URI", "NUMBER", "DISPLAYNAME"].contains(last)
  }

  private static let capitals: Set = [
    "PROJECT", "BUCKET", "REGION", "LOCATION", "MODEL", "BASE_MODEL", "CHECKPOINT", "VERSION", "KEY",
    "KEY_RING",
    "PROJECTID", "BUCKETNAME", "TUNING_JOB_REGION", "GCS_BUCKET",
  ]

  /// Whether a text is `my-bucket`, `your-project-id`, `bucket-name` and the like.
  private static func isOfSample(_ text: String) -> Bool {
    var words = text.lowercased().split { $0 == "-" || $0 == "_" || $0 == "." }.map(String.init)
    if words.count == 1 { return joined.contains(words[0]) }
    let isOwned = words.first == "my" || words.first == "your"
    let isYours = words.first == "your"
    if isOwned { words.removeFirst() }
    let isCalled = words.count > 1 && ["id", "name", "number"].contains(words.last)
    if isCalled { words.removeLast() }
    while words.count > 1, let first = words.first,
      ["gcs", "gcp", "google", "cloud", "storage"].contains(first)
    {
      words.removeFirst()
    }
    guard isOwned || isCalled else { return false }
    let noun = words.joined(separator: "-")
    return ["project", "bucket"].contains(noun)
      || (isYours ? yours.contains(noun) : isOwned && noun == "key-ring" || text == "my-key")
  }

  private static let joined: Set = ["myproject", "mybucket", "yourproject", "yourbucket"]
  private static let yours: Set = [
    "region", "location", "model", "key", "key-ring", "keyring", "dataset", "endpoint", "service-account",
    "account",
  ]
}
