import Diagnostics
import JSONLines

/// A string that should be base64 (RFC 4648), judged as Google's two JSON parsers read it.
///
/// The parser of the google-genai SDK is strict: one of the two alphabets, whole bytes, padding or a part of it. That of
/// protobuf reads both alphabets, skips all other characters, and ends at complete padding; it refuses what has one character
/// too many for whole bytes. What both refuse, or what leaves no byte, is an error.
struct Base64Text {
  /// What is wrong with the string.
  enum Fault: UInt8 {
    case dataURL, whiteSpace, otherCharacter, bothAlphabets, afterPadding, superfluousPadding, cutOff,
      leftoverBits
  }

  /// The first fault, if there is one, and where it is in the line.
  private(set) var fault: (kind: Fault, place: Range<Int>)?
  /// The number of characters that are data.
  private(set) var count = 0
  /// How many `=` come after the data.
  private var padding = 0
  private var alphabets: UInt32 = 0
  private var lastValue: UInt8 = 0
  private var lenient = LenientBase64()
  private let line: LineBytes

  /// Reads a string that is not empty. O(n); nothing is decoded.
  init(_ string: StringToken, in line: LineBytes) {
    self.line = line
    let whole = string.start - 1..<string.end + 1
    if let end = line.scalars(of: string).end(of: "data:", ignoringCase: true) {
      let comma = line.offset(ofFirst: UInt8(ascii: ","), in: end..<string.end)
      fault = (.dataURL, string.start..<(comma.map { $0 + 1 } ?? end))
    }
    var offset = string.start
    while offset < string.end {
      let (end, found) = line.scanBase64(from: offset)
      if end > offset {
        readRun(offset..<end, found)
        offset = end
      } else {
        var scalars = line.scalars(in: offset..<string.end)
        guard let (scalar, place) = scalars.next() else { break }
        read(scalar, at: place)
        offset = place.upperBound
      }
    }
    lenient.end()
    noteEnd(of: whole)
  }

  /// The severity of the fault.
  var severity: Severity { lenient.isRefused || count == 0 ? .error : .warning }

  // MARK: Reading

  private mutating func readRun(_ range: Range<Int>, _ found: UInt32) {
    if padding > 0 { note(.afterPadding, at: range.lowerBound..<range.lowerBound + 1) }
    if alphabets | found == 3, alphabets != 3 {
      note(.bothAlphabets, at: firstOfOtherAlphabet(in: range))
    }
    alphabets |= found
    count += range.count
    lastValue = Unicode.Scalar(line[range.upperBound - 1]).base64Value ?? 0
    lenient.readData(range.count)
  }

  /// Reads a scalar that is written as an escape or is not in an alphabet.
  private mutating func read(_ scalar: Unicode.Scalar, at place: Range<Int>) {
    if scalar == "=" {
      padding += 1
      lenient.readPadding()
    } else if let value = scalar.base64Value {
      if padding > 0 { note(.afterPadding, at: place) }
      let found: UInt32 = scalar == "+" || scalar == "/" ? 1 : scalar == "-" || scalar == "_" ? 2 : 0
      if alphabets | found == 3, alphabets != 3 { note(.bothAlphabets, at: place) }
      alphabets |= found
      count += 1
      lastValue = value
      lenient.readData(1)
    } else {
      if fault == nil { note(scalar.isSpace ? .whiteSpace : .otherCharacter, at: place) }
      lenient.skip(scalar)
    }
  }

  private mutating func note(_ kind: Fault, at place: Range<Int>) {
    if fault == nil { fault = (kind, place) }
  }

  /// The first character that the alphabet met before lacks; of a run with both, the second of the two.
  private func firstOfOtherAlphabet(in range: Range<Int>) -> Range<Int> {
    var met = alphabets
    for offset in range {
      switch line[offset] {
      case UInt8(ascii: "+"), UInt8(ascii: "/"): met |= 1
      case UInt8(ascii: "-"), UInt8(ascii: "_"): met |= 2
      default: break
      }
      if met == 3 { return offset..<offset + 1 }
    }
    return range
  }

  /// Notes what only the end tells.
  private mutating func noteEnd(of whole: Range<Int>) {
    let unusedBits = [0, 0, 4, 2][count & 3]
    if count & 3 == 1 {
      note(.cutOff, at: whole)
    } else if padding > unusedBits / 2 {
      note(.superfluousPadding, at: whole)
    } else if lastValue & ((1 << unusedBits) - 1) != 0 {
      note(.leftoverBits, at: whole)
    }
  }
}

/// What protobuf's parser for Python makes of base64: the decoder of Python's `binascii`, which is lenient, after as many `=` as
/// the length lacks, or four.
private struct LenientBase64 {
  /// How many characters of a group of four were read.
  private var place = 0
  private var padding = 0
  /// The length in bytes of UTF-8.
  private var length = 0
  private var isComplete = false
  private(set) var isRefused = false

  mutating func readData(_ count: Int) {
    length &+= count
    if isComplete { return }
    place = (place + count) & 3
    padding = 0
  }

  mutating func readPadding() {
    length &+= 1
    addPadding()
  }

  private mutating func addPadding() {
    guard place >= 2, !isComplete else { return }
    padding += 1
    if place + padding >= 4 { isComplete = true }
  }

  mutating func skip(_ scalar: Unicode.Scalar) { length &+= UTF8.width(scalar) }

  mutating func end() {
    for _ in 0..<4 - (length & 3) { addPadding() }
    isRefused = !isComplete && place != 0
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool {
    value < 0x80 ? value == 0x20 || 0x9...0xD ~= value : properties.isWhitespace
  }
}

extension LineBytes {
  /// The first place of a byte in a range; nil without one. O(length of the range).
  fileprivate func offset(ofFirst byte: UInt8, in range: Range<Int>) -> Int? {
    range.first { self[$0] == byte }
  }
}
