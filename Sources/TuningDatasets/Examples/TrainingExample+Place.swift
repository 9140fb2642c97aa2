import JSONLines

extension TrainingExample {
  /// Where the value of a field is, if it is there and has the right type.
  struct Place {
    private let start: Int32
    /// Where it ends; the complement of that where it has the wrong type.
    private var end: Int32

    /// A field that is absent, or null.
    static var absent: Place { Place(start: -1, end: -1) }

    private init(start: Int32, end: Int32) { (self.start, self.end) = (start, end) }

    /// - Parameter isSpoilt: whether the value has the wrong type, which is a fault of shape.
    init(_ range: Range<Int>, isSpoilt: Bool = false) {
      self.init(from: range.lowerBound, to: range.upperBound)
      if isSpoilt { end = ~end }
    }

    /// The place of a string.
    init(_ string: StringToken) {
      self.init(from: string.start &- 1, to: string.end &+ 1)
    }

    /// A value that begins at an offset and ends before another.
    @inline(__always)
    init(from start: Int, to end: Int) { self.init(start: Int32(inLine: start), end: Int32(inLine: end)) }

    /// Whether the field is absent, or null.
    var isAbsent: Bool { start < 0 }
    /// Whether the value has the wrong type, so that no rule looks at it.
    var isSpoilt: Bool { start >= 0 && end < 0 }

    /// Whether nothing is known of the value, because it is absent or has the wrong type.
    var isUnknown: Bool { end < 0 }

    /// The bytes of the value, with its quotes or braces; nil if it is absent or has the wrong type.
    var range: Range<Int>? { end < 0 ? nil : Int(start)..<Int(end) }

    /// The string, for a field that contains one; nil if it is absent or has the wrong type.
    var string: StringToken? {
      end < 0 ? nil : StringToken(start: Int(start) + 1, end: Int(end) - 1, traits: .hasEscape)
    }
  }
}

extension Int32 {
  /// An offset in a line, or a count of what is in it, which is always less: see ``Limits/largestMaximumLineBytes``.
  @inline(__always)
  init(inLine number: Int) { self.init(truncatingIfNeeded: number) }
}
