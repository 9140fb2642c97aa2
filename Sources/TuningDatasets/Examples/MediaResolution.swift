import JSONLines

/// The media resolution of an example, and where it is given.
struct MediaResolution {
  /// What media become tokens at.
  enum Level: UInt8, Codable, Sendable {
    case low = 1
    case medium, high
  }

  let level: Level
  /// Where the value is in the line; nil if it is not given.
  let range: Range<Int>?

  /// That of an example that gives none: for images, the page about tuning says that it is high.
  static var notGiven: MediaResolution { MediaResolution(level: .high, range: nil) }

  private init(level: Level, range: Range<Int>?) { (self.level, self.range) = (level, range) }

  /// Reads a value of `mediaResolution`: a name, or the name's number, perhaps in quotes. Any other value is one that is not
  /// given, and a fault of its own.
  init(in range: Range<Int>, of line: LineBytes) {
    let isString = line[range.lowerBound] == UInt8(ascii: "\"")
    let content = isString ? range.lowerBound + 1..<range.upperBound - 1 : range
    let string = StringToken(start: content.lowerBound, end: content.upperBound, traits: .hasEscape)
    if line.string(string, equals: "MEDIA_RESOLUTION_LOW") || line.string(string, equals: "1") {
      self.init(level: .low, range: range)
    } else if line.string(string, equals: "MEDIA_RESOLUTION_MEDIUM") || line.string(string, equals: "2") {
      self.init(level: .medium, range: range)
    } else if line.string(string, equals: "MEDIA_RESOLUTION_HIGH") || line.string(string, equals: "3") {
      self.init(level: .high, range: range)
    } else {
      self = .notGiven
    }
  }

  /// What it is called in a sentence.
  var name: StaticString {
    switch level {
    case .low: "LOW"
    case .medium: "MEDIUM"
    case .high: range == nil ? "HIGH by default" : "HIGH"
    }
  }
}
