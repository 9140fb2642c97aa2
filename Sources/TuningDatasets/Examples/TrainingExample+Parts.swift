import JSONLines

extension TrainingExample {
  /// What a part contains.
  enum PartKind: UInt8 {
    case none, text, inlineData, fileData, functionCall, functionResponse, undocumented
    /// A value of the wrong type, or several at once: a fault of shape.
    case spoilt
  }

  /// A part of a turn. Offsets take 32 bits, so that a line of very many parts costs little more than itself.
  struct Part {
    var kind: PartKind
    /// The contents of the strings in it.
    var traits: StringToken.Traits
    private var places: (offset: Int32, start: Int32, end: Int32)

    init(kind: PartKind, offset: Int, start: Int, end: Int, traits: StringToken.Traits) {
      self.kind = kind
      self.traits = traits
      places = (Int32(inLine: offset), Int32(inLine: start), Int32(inLine: end))
    }

    /// Where the part's object begins.
    var offset: Int { Int(places.offset) }
    /// Where the content of its text begins; its data for any other kind.
    var start: Int { Int(places.start) }
    /// Where the content of its text ends; its data for any other kind.
    var end: Int { Int(places.end) }
    /// The text as it is written.
    var token: StringToken { StringToken(start: start, end: end, traits: traits) }

    /// Whether nothing is known of it, so that no rule tells several such parts in a row from one.
    var isUnknown: Bool { kind == .spoilt && places.start == places.end }

    /// Makes it a text.
    mutating func set(_ text: StringToken) {
      kind = .text
      traits = text.traits
      setContent(from: text.start, to: text.end)
    }

    /// Sets where the content begins and ends.
    @inline(__always)
    mutating func setContent(from start: Int, to end: Int) {
      (places.start, places.end) = (Int32(inLine: start), Int32(inLine: end))
    }
  }
}
