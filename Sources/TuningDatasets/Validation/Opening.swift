import ByteStreams
import Diagnostics
import JSONLines

/// What the first line that is not blank tells of the file: whether it is a JSON array, or JSON over several lines, where
/// it should have one example per line. Only the next line can show this.
enum Opening {
  case awaited
  // Kept elsewhere: it is large, and is looked at for every line.
  indirect case held(Held)
  case settled

  var isAwaited: Bool { if case .awaited = self { true } else { false } }
  var isSettled: Bool { if case .settled = self { true } else { false } }

  /// What the first bytes of a file show: that it is not text, or that it is a pointer to another file.
  static func foreignContent(_ firstBytes: [UInt8]) -> LineFindings.Item? {
    if ForeignContent.isGitLFSPointer(firstBytes) { return LineFindings.Item(GitLFSPointer.self) }
    return ForeignContent.recognize(firstBytes).map {
      LineFindings.Item(NotATextFile.self, texts: [$0.name, $0.remedy])
    }
  }

  /// A first line whose fault may be the whole file's.
  struct Held {
    /// The finding of the line itself, if it turns out to be just the line's.
    var lineFinding: Finding?
    /// The finding of its byte order mark, if that is not reported yet.
    var markFinding: Finding?
    /// Whether the line is an array.
    let isArray: Bool
    /// Whether the array does not end on its line.
    let isCertainlyAnArrayFile: Bool
    /// Where the line ends in the data.
    let end: Int
    private let expectation: JSONFault.Expectation?
    /// Where the first value begins.
    private let start: Finding

    /// Holds a line back if its fault may be the file's; nil if it can only be its own.
    init?(_ fault: JSONFault, _ line: LineBytes, number: Int, offset: Int) {
      if fault.kind == .byteOrderMark {
        let skipped = fault.offset + "\u{FEFF}".utf8.count
        let fault = LineBytes.with(line.bytes(in: skipped..<line.count), Self.fault)
        guard let fault else { return nil }
        self.init(fault, line, from: skipped, number: number, offset: offset)
      } else {
        self.init(fault, line, from: 0, number: number, offset: offset)
      }
    }

    /// - Parameter begin: where what is judged begins, from which the fault's offset counts.
    private init?(_ fault: JSONFault, _ line: LineBytes, from begin: Int, number: Int, offset: Int) {
      let first = line.afterSpace(from: begin)
      isArray = line[first] == UInt8(ascii: "[")
      if isArray {
        // What begins like an array of examples is one; a line that only has a bracket first is like any other.
        let isLog = fault.kind != .notAnObject(.array) && !line.beginsElement(at: first + 1)
        if isLog { return nil }
        isCertainlyAnArrayFile = fault.kind != .notAnObject(.array)
        expectation = nil
      } else if line[first] == UInt8(ascii: "{"), case .unexpected(let expected) = fault.kind,
        begin + fault.offset == line.textEnd, expected.isBetweenTokens
      {
        isCertainlyAnArrayFile = false
        expectation = expected
      } else {
        return nil
      }
      end = offset + line.count
      start = Finding(
        LineFindings.Item(InvalidJSON.self, at: first), in: line, number: number, offset: offset)
    }

    /// What is wrong with a line after its byte order mark; nil if it is an example.
    private static func fault(of line: LineBytes) -> JSONFault? {
      var reader = JSONReader()
      do throws(JSONFault) {
        try reader.begin(line)
        let kind = try reader.kind()
        try reader.skipValue()
        try reader.end()
        return kind == .array ? JSONFault.notAnObject(kind, from: 0, to: line.count) : nil
      } catch {
        return error
      }
    }

    /// The finding of a rule about the file, at the first value.
    func finding<Found: Rule>(of rule: Found.Type) -> Finding {
      let description = Found.description
      return Finding(
        code: description.code, severity: description.severity, arguments: [], location: start.location,
        length: start.length, excerpt: start.excerpt)
    }

    /// Whether the next line continues with the object that this one leaves open: it begins with what has to follow, and
    /// is not the beginning of an example of its own.
    func isContinued(by line: LineBytes, _ reader: inout JSONReader) -> Bool {
      let first = line.afterSpace(from: 0)
      guard let expectation, expectation.isMet(by: line[first]) else { return false }
      // Lines of examples begin with a brace too. One that continues is indented, or contains nothing else, or ends in the
      // comma or the bracket of what it continues with.
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
  /// Whether an element of an array of examples begins at an offset, or the array is empty or continues after the line.
  fileprivate func beginsElement(at offset: Int) -> Bool {
    let offset = afterSpace(from: offset)
    return offset == count
      || [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\"")].contains(self[offset])
  }
}

extension JSONFault.Expectation {
  /// Whether a line break is allowed there.
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
