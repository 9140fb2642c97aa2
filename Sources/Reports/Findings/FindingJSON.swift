import Diagnostics
import JSONLines

/// Writes findings for programs. There may be millions, so what those of a rule have in common is made once.
struct FindingJSON {
  /// How the members of a finding are set.
  enum Layout {
    /// Each on a line of its own, indented by so many spaces.
    case lines(indent: Int)
    /// All on one line.
    case oneLine
  }

  private let rules: RuleBook
  private let layout: Layout
  /// The names of members, each with what is between it and the member before.
  private let names: Names
  private var forms = FindingForms()

  /// What goes before the values.
  private struct Names {
    let line: [UInt8]
    let column: [UInt8]
    let byteOffsetInLine: [UInt8]
    let byteOffset: [UInt8]
    let pointer: [UInt8]
    let length: [UInt8]
    let fingerprint: [UInt8]
    let fix: [UInt8]
    let related: [UInt8]
  }

  /// Prepares for findings of these rules.
  init(_ rules: RuleBook, _ layout: Layout) {
    self.rules = rules
    self.layout = layout
    func name(_ name: String) -> [UInt8] { Self.name(name, layout) }
    names = Names(
      line: name("line"), column: name("column"),
      byteOffsetInLine: name("byteOffsetInLine"), byteOffset: name("byteOffset"), pointer: name("pointer"),
      length: name("length"), fingerprint: name("fingerprint"), fix: name("fix"),
      related: name("related"))
  }

  /// Writes the members of a finding that are neither arrays nor objects. Without a fix, writes that too, and then an empty array
  /// of related places if there are none.
  mutating func write(_ finding: FindingRecord, to bytes: inout [UInt8]) {
    let form = form(of: finding)
    bytes.append(forms[form].message.span)
    bytes.append(forms[form].remedy.span)
    let hasPlace = finding.hasPlace
    write(names.line, hasPlace ? finding.line : nil, &bytes)
    write(names.column, hasPlace ? finding.column : nil, &bytes)
    write(names.byteOffsetInLine, hasPlace ? finding.byteOffsetInLine : nil, &bytes)
    write(names.byteOffset, hasPlace ? finding.byteOffset : nil, &bytes)
    bytes.append(names.pointer.span)
    if hasPlace { Self.write(finding.pointer.span, &bytes) } else { bytes.append(Self.null.span) }
    write(names.length, hasPlace ? finding.length : nil, &bytes)
    bytes.append(names.fingerprint.span)
    finding.fingerprint.write(to: &bytes)
    guard finding.edits.isEmpty else { return }
    bytes.append(names.fix.span)
    bytes.append(Self.null.span)
    if finding.related.isEmpty {
      bytes.append(names.related.span)
      bytes.append(UInt8(ascii: "["))
      bytes.append(UInt8(ascii: "]"))
    }
  }

  private mutating func form(of finding: FindingRecord) -> Int {
    forms.fill(finding) {
      let rule = rules[finding.code]
      var beginning = Array(#""code": "\#(finding.code)""#.utf8)
      beginning += Self.name("name", layout)
      Self.write(rule.name.utf8.span, &beginning)
      beginning += Self.name("severity", layout)
      Self.write(finding.severity.name.utf8.span, &beginning)
      beginning += Self.name("message", layout)
      beginning.append(UInt8(ascii: "\""))
      return FindingForm(
        beginning: beginning,
        endOfMessage: [UInt8(ascii: "\"")] + Self.name("remedy", layout) + [UInt8(ascii: "\"")],
        endOfRemedy: [UInt8(ascii: "\"")],
        RuleWords(rule) { JSONWriter.append(escaped: $0, to: &$1) })
    }
  }

  /// Writes the members of a fix.
  static func write(membersOf edits: [Edit], in json: inout JSONWriter) {
    json.member("safe", edits.allSatisfy(\.isSafe))
    json.array("edits") { json in
      for edit in edits {
        json.object { json in
          json.member("byteOffset", edit.range.lowerBound)
          json.member("length", edit.range.count)
          json.member("replacement", String(decoding: edit.replacement, as: UTF8.self))
        }
      }
    }
  }

  /// Writes the other places of a finding.
  static func write(_ places: [RelatedPlace], in json: inout JSONWriter) {
    json.array(layout: .oneLine) { json in
      for place in places { write(place, in: &json) }
    }
  }

  /// Writes another place of a finding.
  static func write(_ place: RelatedPlace, in json: inout JSONWriter) {
    json.object { json in
      json.member("path", place.path)
      json.member("line", place.location.line)
      json.member("column", place.location.column)
      json.member("byteOffset", place.location.byteOffset)
      json.member("pointer", place.location.pointer)
      json.member("message", place.message)
    }
  }

  // MARK: Members

  private static let null = Array("null".utf8)

  /// A name, and what is between it and the member before.
  private static func name(_ name: String, _ layout: Layout) -> [UInt8] {
    let space: [UInt8] =
      switch layout {
      case .lines(let indent): [0x0A] + [UInt8](repeating: 0x20, count: indent)
      case .oneLine: [0x20]
      }
    return [UInt8(ascii: ",")] + space + "\"\(name)\": ".utf8
  }

  private static func write(_ value: Span<UInt8>, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    JSONWriter.append(escaped: value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private func write(_ name: [UInt8], _ value: Int?, _ bytes: inout [UInt8]) {
    bytes.append(name.span)
    if let value { bytes.append(digitsOf: value) } else { bytes.append(Self.null.span) }
  }
}

extension Fingerprint {
  /// Writes its digits, in quotes.
  fileprivate func write(to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: 18) { room in
      room.append(UInt8(ascii: "\""))
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: value >> UInt64(shift)) & 0xF
        room.append(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a"))
      }
      room.append(UInt8(ascii: "\""))
    }
  }
}
