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
  /// What is between the quotes of the pointer of a finding.
  private var pointer: [UInt8] = []

  /// What goes before the values, with the quotes of strings; and values that are always the same.
  private struct Names {
    let line: [UInt8]
    let column: [UInt8]
    let byteOffsetInLine: [UInt8]
    let byteOffset: [UInt8]
    let pointer: [UInt8]
    let length: [UInt8]
    /// All of those without values.
    let noPlace: [UInt8]
    let fingerprint: [UInt8]
    let noFix: [UInt8]
    let noRelated: [UInt8]
    /// The bytes of all of them, and of a fingerprint.
    let count: Int

    init(_ layout: Layout) {
      func name(_ name: String, _ end: String = "") -> [UInt8] { FindingJSON.name(name, layout) + end.utf8 }
      line = name("line")
      column = name("column")
      byteOffsetInLine = name("byteOffsetInLine")
      byteOffset = name("byteOffset")
      pointer = name("pointer", "\"")
      length = Array("\"".utf8) + name("length")
      noPlace = ["line", "column", "byteOffsetInLine", "byteOffset", "pointer", "length"]
        .flatMap { name($0, "null") }
      fingerprint = name("fingerprint", "\"")
      noFix = name("fix", "null")
      noRelated = name("related", "[]")
      let all = [
        line, column, byteOffsetInLine, byteOffset, pointer, length, noPlace, fingerprint, noFix, noRelated,
      ]
      count = all.reduce(16 + 1) { $0 + $1.count }
    }
  }

  /// Prepares for findings of these rules.
  init(_ rules: RuleBook, _ layout: Layout) {
    self.rules = rules
    self.layout = layout
    names = Names(layout)
  }

  /// Writes the members of a finding that are neither arrays nor objects. Without a fix, writes that too, and then an empty array
  /// of related places if there are none.
  mutating func write(_ finding: FindingRecord, to bytes: inout [UInt8]) {
    let form = form(of: finding)
    pointer.clear()
    JSONWriter.append(escaped: finding.pointer.span, to: &pointer)
    let most =
      forms[form].message.count + forms[form].remedy.count + pointer.count + names.count
      + 5 * OutputSpan<UInt8>.mostDigits
    bytes.append(addingCapacity: most) { room in
      room.append(forms[form].message.span)
      room.append(forms[form].remedy.span)
      if finding.hasPlace {
        room.append(names.line.span)
        room.append(digitsOf: finding.line)
        room.append(names.column.span)
        room.append(digitsOf: finding.column)
        room.append(names.byteOffsetInLine.span)
        room.append(digitsOf: finding.byteOffsetInLine)
        room.append(names.byteOffset.span)
        room.append(digitsOf: finding.byteOffset)
        room.append(names.pointer.span)
        room.append(pointer.span)
        room.append(names.length.span)
        room.append(digitsOf: finding.length)
      } else {
        room.append(names.noPlace.span)
      }
      room.append(names.fingerprint.span)
      room.append(digitsOf: finding.fingerprint)
      room.append(UInt8(ascii: "\""))
      if finding.edits.isEmpty { room.append(names.noFix.span) }
      if finding.edits.isEmpty, finding.related.isEmpty { room.append(names.noRelated.span) }
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

  /// A name, and what is between it and the member before.
  fileprivate static func name(_ name: String, _ layout: Layout) -> [UInt8] {
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
}

extension OutputSpan<UInt8> {
  /// Appends the sixteen digits of a fingerprint.
  fileprivate mutating func append(digitsOf fingerprint: Fingerprint) {
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: fingerprint.value >> UInt64(shift)) & 0xF
      append(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a"))
    }
  }
}
