import Documents
public import Diagnostics
import JSONLines

/// A training example as a person reads it: turn by turn, with a place in it marked.
///
///     systemInstruction
///       Be brief.
///     contents[0] user
///       Do you sharpen knives?
///     > contents[1] assistant
///       Yes, every Friday.
public struct ExampleText {
  /// A line of the text, and the bytes of the example that it shows.
  private struct Row {
    var text: String
    let range: Range<Int>
    let isHeading: Bool
  }

  /// The longest line that is shown turn by turn, in bytes: nobody reads longer lines, and a value needs many times its length.
  private static let maximumBytes = 1 << 20
  /// What is shown of a longer line.
  private static let bytesOfLongLine = 400

  private let marked: (location: Location, excerpt: Finding.Excerpt)?
  private let columns: Int
  private let style: TerminalStyle
  private var rows: [Row] = []
  /// A note at the end.
  private var note: String?

  /// - Parameters:
  ///   - bytes: the line of the dataset.
  ///   - marked: a place in the line, and the part of the line around it.
  ///   - width: the columns of the terminal; nil for none.
  ///   - isColored: whether escape sequences for colours are written.
  /// - Complexity: linear in the line.
  public init(
    _ bytes: [UInt8], marked: (location: Location, excerpt: Finding.Excerpt)?, width: Int?, isColored: Bool
  ) {
    self.marked = marked
    columns = width ?? TextReport.columnsWithoutTerminal
    style = TerminalStyle(isColored: isColored)
    guard bytes.count <= Self.maximumBytes else {
      append(bytes: bytes.prefix(Self.bytesOfLongLine))
      note =
        "the line has \(Quantity.bytes(bytes.count)), too many to show turn by turn; --raw writes all of it"
      return
    }
    do throws(JSONFault) {
      let value = try DocumentValue(parsing: bytes)
      if value.kind == .object { appendExample(value) } else { appendText(json(value), value.range) }
      if value.kind == .object, value["contents"] == nil { note = "the line has no 'contents'" }
    } catch {
      append(bytes: bytes[...])
      let isBlank = bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      note =
        isBlank ? "the line is blank" : "\(Self.name(of: error.kind)); 'tunekit validate' says where and why"
    }
  }

  /// What a line is that cannot be shown turn by turn.
  private static func name(of fault: JSONFault.Kind) -> String {
    switch fault {
    case .duplicateKey: "the line has the same key twice in an object"
    case .loneSurrogate: "the line has an escape of half a character, without its other half"
    case .numberOutOfRange: "the line has a number beyond the range of a double"
    case .valueTooDeep: "the line has a value with more levels than Google's parsers read"
    case .nestingTooDeep: "the line has more than \(JSONReader.maximumDepth) arrays and objects in each other"
    case .severalValues: "the line has more than one JSON value"
    case .invalidUTF8: "the line is not valid UTF-8"
    case .byteOrderMark: "the line begins with a byte order mark"
    case .unexpected, .nonFiniteNumber, .notAnObject, .trailingComma, .dialect, .controlCharacter:
      "the line is not valid JSON"
    }
  }

  /// The text, which ends in a line feed.
  public var text: VisibleText {
    let markedRow = marked.flatMap { row(at: $0.location.byteOffsetInLine) }
    var lines: [VisibleText] = []
    for (index, row) in rows.enumerated() {
      let mark = index == markedRow ? style.paint(">", .bold, .red) : " "
      lines.append(
        row.isHeading ? "\(mark) \(style.paint("\(row.text)", .bold))\n" : "\(mark)   \(row.text)\n")
    }
    if let marked {
      let view = ExcerptView(marked.excerpt, columns: columns - 4)
      let pointer = marked.location.pointer
      let place = pointer.isEmpty ? "column" : "\(pointer), column"
      lines.append("\n\(place) \(marked.location.column)\n    \(view.text)\n    \(view.marks)\n")
    }
    if let note { lines.append("\n\(note)\n") }
    return lines.joined()
  }

  /// The row that shows a byte: the smallest of those that contain it.
  private func row(at offset: Int) -> Int? {
    rows.indices.filter { rows[$0].range.contains(offset) }.min {
      rows[$0].range.count < rows[$1].range.count
    }
  }

  // MARK: The parts of an example

  private mutating func appendExample(_ example: DocumentValue) {
    for member in example.members {
      let range = member.nameRange.lowerBound..<member.value.range.upperBound
      let turns = member.value.elements
      if !turns.isEmpty, turns.allSatisfy({ $0["parts"] != nil }) {
        for (index, turn) in turns.enumerated() { appendTurn("\(member.name)[\(index)]", turn, turn.range) }
      } else if member.value["parts"] != nil {
        appendTurn(member.name, member.value, range)
      } else {
        append(heading: member.name, range)
        appendText(json(member.value), member.value.range)
      }
    }
  }

  private mutating func appendTurn(_ name: String, _ turn: DocumentValue, _ range: Range<Int>) {
    append(heading: turn["role"]?.string.map { "\(name) \($0)" } ?? name, range)
    for member in turn.members where member.name != "role" {
      guard member.name == "parts", member.value.kind == .array else {
        appendText("\(member.name): \(json(member.value))", member.value.range)
        continue
      }
      for part in member.value.elements { append(part: part) }
    }
  }

  private mutating func append(part: DocumentValue) {
    guard part.kind == .object, !part.members.isEmpty else { return appendText(json(part), part.range) }
    for member in part.members {
      let range = member.nameRange.lowerBound..<member.value.range.upperBound
      if member.name == "text", let text = member.value.string {
        appendText(text, range)
      } else {
        appendText("\(member.name): \(json(member.value))", range)
      }
    }
  }

  private mutating func append(heading: String, _ range: Range<Int>) {
    rows.append(Row(text: heading, range: range, isHeading: true))
  }

  /// Adds a text, a row for each of its lines; they all show the same bytes, and the first is marked for them.
  private mutating func appendText(_ text: String, _ range: Range<Int>) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      rows.append(Row(text: String(line), range: range, isHeading: false))
    }
  }

  /// Adds bytes as they are in the line, those that are not UTF-8 as numbers.
  private mutating func append(bytes: ArraySlice<UInt8>) {
    let line = CellLine(bytes)
    rows.append(Row(text: line.text(of: line.cells.indices), range: bytes.indices, isHeading: false))
  }

  /// A value in one line.
  private func json(_ value: DocumentValue) -> String {
    var json = JSONWriter()
    json.value(value, .oneLine)
    return String(decoding: json.finish().dropLast(), as: UTF8.self)
  }
}
