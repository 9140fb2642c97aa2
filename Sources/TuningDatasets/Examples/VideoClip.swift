import JSONLines

/// A part of a video, as `videoMetadata` gives it.
struct VideoClip {
  /// What is wrong with a clip.
  enum Fault: UInt8 {
    case endNotAfterStart, negativeOffset, rateOutOfRange
  }

  /// A time of the video, and where it is in the line.
  struct Offset {
    let seconds: Int
    /// Of the same sign as the seconds.
    let nanoseconds: Int
    let range: Range<Int>

    /// Reads a string such as `"1.5s"`; nil for anything else, which is a fault of shape.
    init?(_ place: TrainingExample.Place, in line: LineBytes) {
      guard let range = place.range, line[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
      var offset = range.lowerBound + 1
      let isNegative = line[offset] == UInt8(ascii: "-")
      if isNegative || line[offset] == UInt8(ascii: "+") { offset += 1 }
      guard let whole = line.digits(at: &offset, most: 12) else { return nil }
      var fraction = 0
      if line[offset] == UInt8(ascii: ".") {
        offset += 1
        let start = offset
        fraction = line.digits(at: &offset, most: 9) ?? 0
        for _ in 0..<max(0, 9 - (offset - start)) { fraction *= 10 }
        while line[offset] &- 0x30 < 10 { offset += 1 }
      }
      guard line[offset] == UInt8(ascii: "s"), offset + 2 == range.upperBound else { return nil }
      seconds = isNegative ? -whole : whole
      nanoseconds = isNegative ? -fraction : fraction
      self.range = range
    }

    var isNegative: Bool { seconds < 0 || nanoseconds < 0 }

    func isAfter(_ other: Offset) -> Bool {
      (seconds, nanoseconds) > (other.seconds, other.nanoseconds)
    }

    /// Whether it is the beginning of the video.
    var isZero: Bool { seconds == 0 && nanoseconds == 0 }
  }
}

extension LineBytes {
  /// The number that some digits at an offset are, to whose end it is moved; nil without one. Digits after the most are left.
  fileprivate func digits(at offset: inout Int, most: Int) -> Int? {
    let start = offset
    var number = 0
    while offset - start < most, self[offset] &- 0x30 < 10 {
      number = 10 * number + Int(self[offset] - 0x30)
      offset += 1
    }
    return offset > start ? number : nil
  }

  /// Whether a number as it is written, perhaps in quotes, is over 0 and at most a limit; nil for what is not a number.
  func isPositive(_ range: Range<Int>, atMost limit: Double) -> Bool? {
    var offset = range.lowerBound
    if self[offset] == UInt8(ascii: "\"") { offset += 1 }
    let isNegative = self[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    var value = 0.0
    var scale = 0
    var hasDigits = false
    var isInFraction = false
    while offset < range.upperBound {
      let byte = self[offset]
      if byte &- 0x30 < 10 {
        value = value * 10 + Double(byte &- 0x30)
        if isInFraction { scale -= 1 }
        hasDigits = true
      } else if byte == UInt8(ascii: "."), !isInFraction {
        isInFraction = true
      } else {
        break
      }
      offset += 1
    }
    guard hasDigits else { return nil }
    if self[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      let isDown = self[offset] == UInt8(ascii: "-")
      if isDown || self[offset] == UInt8(ascii: "+") { offset += 1 }
      guard let exponent = digits(at: &offset, most: 4) else { return nil }
      scale += isDown ? -exponent : exponent
    }
    if isNegative || value == 0 { return false }
    // Only whether it is over the limit is asked for, so that steps of ten are precise enough.
    while scale > 0, value <= limit { (value, scale) = (value * 10, scale - 1) }
    while scale < 0, value > limit { (value, scale) = (value / 10, scale + 1) }
    return value <= limit
  }
}
