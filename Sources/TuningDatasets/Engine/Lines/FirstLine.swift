import Diagnostics
import JSONLines

/// What the first line that is not blank tells of the file: whether it is a JSON array, or JSON over several lines, where
/// it should hold one example a line. Only the line after it can settle that.
enum FirstLine {
  case awaited
  case held(Held)
  case settled

  /// A first line whose fault may be the whole file's.
  struct Held {
    /// The finding of the line itself, if it is just the line's; nil where it does not count.
    let finding: Finding?
    /// Whether the line is an array.
    let isArray: Bool
    /// Whether the array does not end on its line.
    let isCertainlyAnArrayFile: Bool
    private let expectation: JSONFault.Expectation?
    private var start: Finding

    /// Holds a line back if its fault may be the file's; nil if it can only be its own.
    init?(
      _ fault: JSONFault, _ line: LineBytes, number: Int, offset: Int, _ findings: LineFindings
    ) {
      let first = line.afterSpace(from: 0)
      isArray = line[first] == UInt8(ascii: "[")
      if isArray {
        // What begins like an array of examples is one; a line that only has a bracket first is like any other.
        let isLog = fault.kind != .notAnObject(.array) && !line.beginsElement(at: first + 1)
        if isLog { return nil }
        isCertainlyAnArrayFile = fault.kind != .notAnObject(.array)
        expectation = nil
      } else if line[first] == UInt8(ascii: "{"), case .unexpected(let expected) = fault.kind,
        fault.offset == line.textEnd, expected.isBetweenTokens
      {
        isCertainlyAnArrayFile = false
        expectation = expected
      } else {
        return nil
      }
      finding = findings.count == 0 ? nil : Finding(findings[0], in: line, number: number, offset: offset)
      start = Finding(
        LineFindings.Item(InvalidJSON.self, at: first), in: line, number: number, offset: offset)
    }

    /// The same for a line with a byte order mark, whose fault is reported apart: what stands behind the mark tells of
    /// the file. Nil too if nothing is wrong there.
    init?(behindMarkOf line: LineBytes, at mark: Int, number: Int, offset: Int, _ findings: LineFindings) {
      let skipped = mark + "\u{FEFF}".utf8.count
      let held = LineBytes.with(line.bytes(in: skipped..<line.count)) { rest -> Held? in
        var reader = JSONReader()
        do throws(JSONFault) {
          try reader.begin(rest)
          let kind = try reader.kind()
          try reader.skipValue()
          try reader.end()
          guard kind == .array else { return nil }
          let fault = JSONFault.notAnObject(kind, from: 0, to: rest.count)
          return Held(fault, rest, number: number, offset: offset + skipped, findings)
        } catch {
          return Held(error, rest, number: number, offset: offset + skipped, findings)
        }
      }
      guard let held else { return nil }
      self = held
      start = Finding(
        LineFindings.Item(InvalidJSON.self, at: line.afterSpace(from: skipped)), in: line, number: number,
        offset: offset)
    }

    /// The finding of a rule about the file, at the first value.
    func fileFinding<Found: Rule>(_ rule: Found.Type) -> Finding {
      let description = Found.description
      return Finding(
        code: description.code, severity: description.severity, arguments: [], location: start.location,
        excerpt: start.excerpt)
    }

    /// Whether the next line goes on with the object that this one leaves open: it begins with what has to follow, and
    /// is not the beginning of an example of its own.
    func isContinued(by line: LineBytes, _ reader: inout JSONReader) -> Bool {
      let first = line.afterSpace(from: 0)
      guard let expectation, expectation.isMet(by: line[first]) else { return false }
      // Lines of examples begin with a brace too. One that goes on is indented, or holds nothing else, or ends in the
      // comma or the bracket of what it goes on with.
      guard line[first] == UInt8(ascii: "{"), first == 0 else { return true }
      do throws(JSONFault) {
        try reader.begin(line)
        try reader.skipValue()
      } catch {
        return line.afterSpace(from: 1) == line.count
      }
      reader.skipSpace()
      return [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(line[reader.offset])
    }
  }
}

extension LineBytes {
  /// Whether an element of an array of examples begins at an offset, or the array is empty or goes on behind the line.
  fileprivate func beginsElement(at offset: Int) -> Bool {
    let offset = afterSpace(from: offset)
    return offset == count
      || [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\"")].contains(self[offset])
  }
}

extension JSONFault.Expectation {
  /// Whether a line break may stand there.
  fileprivate var isBetweenTokens: Bool {
    switch self {
    case .value, .valueOrArrayEnd, .keyOrObjectEnd, .key, .colon, .commaOrObjectEnd, .commaOrArrayEnd: true
    case .closingQuote, .escape, .hexadecimalDigits, .digit, .noLeadingZero, .lineEnd: false
    }
  }

  /// Whether a byte can begin what is expected.
  fileprivate func isMet(by byte: UInt8) -> Bool {
    let quote = UInt8(ascii: "\"")
    switch self {
    case .value: return Self.beginsValue(byte)
    case .valueOrArrayEnd: return Self.beginsValue(byte) || byte == UInt8(ascii: "]")
    case .keyOrObjectEnd: return byte == quote || byte == UInt8(ascii: "}")
    case .key: return byte == quote
    case .colon: return byte == UInt8(ascii: ":")
    case .commaOrObjectEnd: return byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}")
    case .commaOrArrayEnd: return byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
    default: return false
    }
  }

  private static func beginsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
      true
    default: false
    }
  }
}
