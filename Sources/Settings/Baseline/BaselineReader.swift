import Diagnostics
import JSONLines

/// Reads the entries of a baseline from its bytes, without a value for each of them.
struct BaselineReader: ~Copyable {
  /// What is wrong with JSON that is not a baseline.
  struct Fault: Error {
    /// The place in bytes.
    let offset: Int
    /// What is wrong, and what to do.
    let problem: String
  }

  private let line: LineBytes
  private var reader = JSONReader()
  private var entries: ContiguousArray<Baseline.Entry> = []
  private var hasVersion = false
  private var hasFindings = false
  private var fault: Fault?

  init(_ line: LineBytes) { self.line = line }

  /// Reads the file.
  ///
  /// - Throws: the fault of a file that is not one JSON value.
  mutating func read() throws(JSONFault) -> Result<Baseline, Fault> {
    try reader.begin(line)
    try forEachMember("an object with 'schemaVersion' and 'findings'") { (file, name) throws(JSONFault) in
      switch name {
      case "schemaVersion": try file.readVersion()
      case "findings": try file.readFindings()
      default: try file.reader.skipValue()
      }
    }
    try reader.end()
    if !hasVersion || !hasFindings {
      note("the fields 'schemaVersion' and 'findings' are missing, so it is not a baseline", at: 0)
    }
    if let fault { return .failure(fault) }
    let isInOrder = zip(entries, entries.dropFirst()).allSatisfy { $0.isBefore($1) }
    return isInOrder ? .success(Baseline(entries)) : sorted()
  }

  /// Puts the entries in order.
  private mutating func sorted() -> Result<Baseline, Fault> {
    entries.sort { $0.isBefore($1) }
    for index in entries.indices.dropFirst() where entries[index].isSame(as: entries[index - 1]) {
      let code = RuleCode(number: Int(entries[index].code))
      return .failure(Fault(offset: 0, problem: "\(code) has the same fingerprint twice: write it again"))
    }
    return .success(Baseline(entries))
  }

  private mutating func readVersion() throws(JSONFault) {
    let start = reader.offset
    try reader.skipValue()
    hasVersion = true
    let version = String(decoding: line.bytes(in: start..<reader.offset).prefix(20), as: UTF8.self)
    if version != "\(Baseline.schemaVersion)" {
      note(
        "schema version \(version) is not supported, this program reads version \(Baseline.schemaVersion)",
        at: start)
    }
  }

  private mutating func readFindings() throws(JSONFault) {
    hasFindings = true
    try forEachMember("fingerprints by the codes of rules") { (file, name) throws(JSONFault) in
      guard let code = RuleCode(name) else {
        file.note("expected the code of a rule", at: file.reader.offset)
        return try file.reader.skipValue()
      }
      try file.readEntries(of: UInt16(truncatingIfNeeded: code.number))
    }
  }

  private mutating func readEntries(of code: UInt16) throws(JSONFault) {
    guard try reader.kind() == .object else { return try refuse("numbers by fingerprints") }
    // Whether a fingerprint occurs twice is seen when the entries are in order.
    _ = try reader.openObject()
    var isFirst = true
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      let start = reader.offset
      try reader.skipValue()
      guard let fingerprint = number(key.start..<key.end, radix: 16, digits: 16),
        let count = number(start..<reader.offset, radix: 10, digits: 10), let count = UInt32(exactly: count),
        count > 0
      else {
        note("expected a fingerprint of 16 digits and a number from 1 on", at: key.start)
        continue
      }
      if entries.count == Baseline.maximumEntries {
        note("there are more than \(Baseline.maximumEntries) entries", at: key.start)
      } else if fault == nil {
        entries.append(Baseline.Entry(fingerprint: fingerprint, code: code, count: count))
      }
    }
  }

  /// The number that digits are; nil if they are no such digits.
  private func number(_ range: Range<Int>, radix: UInt64, digits: Int) -> UInt64? {
    guard !range.isEmpty, radix == 16 ? range.count == digits : range.count <= digits else { return nil }
    var number: UInt64 = 0
    for offset in range {
      let byte = line[offset]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number * radix + UInt64(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f") where radix == 16:
        number = number * radix + UInt64(byte - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    return number
  }

  // MARK: Objects

  /// Calls `body` for each member of the object that comes next, which reads the member's value.
  private mutating func forEachMember(
    _ expected: String, _ body: (inout BaselineReader, String) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    guard try reader.kind() == .object else { return try refuse(expected) }
    var scope = try reader.openObject()
    var isFirst = true
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      try reader.noteKey(key, in: &scope)
      try body(&self, String(decoding: line.bytes(in: key.start..<key.end), as: UTF8.self))
    }
    try reader.closeObject(scope)
  }

  /// Skips a value that is not what it should be.
  private mutating func refuse(_ expected: String) throws(JSONFault) {
    note("expected \(expected)", at: reader.offset)
    try reader.skipValue()
  }

  /// Keeps the first fault.
  private mutating func note(_ problem: String, at offset: Int) {
    if fault == nil { fault = Fault(offset: offset, problem: problem) }
  }
}
