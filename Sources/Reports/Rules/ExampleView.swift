import Diagnostics

/// An example of a rule as rows of text, with a caret beneath every byte at which the rule finds something.
struct ExampleView {
  /// `Accepted: …` or `Rejected: …`, without the conditions.
  let title: String
  /// The conditions: options, repetitions, other rules.
  let notes: [String]
  /// The data, safe to show.
  let rows: [String]
  /// Whether `rows` are the data's own text, not bytes in hexadecimal digits.
  let isText: Bool

  /// A line of more rows, or of more columns where nothing is wrapped, is cut around its fault.
  private static let maximumRowsOfLine = 6
  private static let maximumColumns = 400
  private static let columnsWhenCut = 160
  /// The middle of an example with more lines is left out.
  private static let maximumLines = 8
  private static let maximumBytesInHexadecimal = 48
  /// The indentation of the continuation rows of a wrapped line.
  private static let continuation = "    "

  /// Lays an example out in rows of at most so many columns; nil wraps nothing.
  init(_ example: RuleExample, columns: Int?) {
    let verdict = example.isRejected ? "Rejected" : "Accepted"
    title = "\(verdict): \(VisibleText.of(example.title))"
    isText = Self.isText(example.bytes)
    notes = Self.notes(on: example, isText: isText)
    if example.bytes.isEmpty {
      rows = ["(no bytes)"]
    } else {
      rows = isText ? Self.rows(of: example, columns: columns) : Self.hexadecimalRows(of: example.bytes)
    }
  }

  /// Whether bytes are meant to be read: four of five are text, so a stray byte may be among them.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    let cells = CellLine(bytes).cells
    let strange = cells.count { cell in
      let byte = bytes[cell.bytes.lowerBound]
      return cell.isInvalid || byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
    }
    return strange * 5 <= bytes.count
  }

  private static func rows(of example: RuleExample, columns: Int?) -> [String] {
    var lines = example.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let isEndMarked = example.faultOffsets.contains(example.bytes.count)
    if lines.count > 1, lines.last?.isEmpty == true, !isEndMarked { lines.removeLast() }

    var rows: [String] = []
    var omitted = 0
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      // A line feed belongs to the line that it ends.
      let faults = example.faultOffsets.filter { ($0 >= line.startIndex) && ($0 <= line.endIndex) }
        .map { $0 - line.startIndex }
      if lines.count > maximumLines, index >= maximumLines / 2, faults.isEmpty, !isLast {
        omitted += 1
        continue
      }
      if omitted > 0 { rows.append("… \(Quantity.count(omitted, "line")) …") }
      omitted = 0
      rows += self.rows(of: line, faults: faults, columns: columns)
    }
    return rows
  }

  private static func rows(of bytes: ArraySlice<UInt8>, faults: [Int], columns: Int?) -> [String] {
    let line = CellLine(bytes)
    let most = columns.map { $0 * maximumRowsOfLine } ?? maximumColumns
    if line.starts[line.cells.count] > most {
      let excerpt = Finding.Excerpt(
        bytes: Array(bytes), faultOffset: faults.first ?? 0, isCutBefore: false, isCutAfter: false)
      let view = ExcerptView(excerpt, columns: columns ?? columnsWhenCut)
      return faults.isEmpty ? [view.text] : [view.text, view.marks]
    }
    var rows: [String] = []
    var first = 0
    repeat {
      let indent = first == 0 ? "" : continuation
      let end = line.rowEnd(from: first, columns: (columns ?? most) - indent.utf8.count, behind: ",")
      rows.append(indent + line.text(of: first..<end))
      let marked = faults.map(line.index(ofByte:))
        .filter { $0 >= first && ($0 < end || end == line.cells.count) }
      if !marked.isEmpty { rows.append(indent + marks(at: marked, in: line, from: first)) }
      first = end
    } while first < line.cells.count
    return rows
  }

  /// Spaces and carets beneath cells, in ascending order, of a row that begins with the cell `first`.
  private static func marks(at cells: [Int], in line: CellLine, from first: Int) -> String {
    var marks = ""
    for cell in cells {
      let column = line.starts[cell] - line.starts[first]
      let columns = cell < line.cells.count ? line.cells[cell].columns : 1
      guard column >= marks.utf8.count else { continue }
      marks += String(repeating: " ", count: column - marks.utf8.count)
      marks += String(repeating: "^", count: max(1, columns))
    }
    return marks
  }

  private static func hexadecimalRows(of bytes: [UInt8]) -> [String] {
    let shown = bytes.prefix(maximumBytesInHexadecimal)
    var rows = stride(from: 0, to: shown.count, by: 16).map { start in
      shown[start..<min(start + 16, shown.count)].map { String($0, radix: 16, digits: 2) }
        .joined(separator: " ")
    }
    if bytes.count > shown.count { rows.append("… \(Quantity.count(bytes.count)) bytes in all") }
    return rows
  }

  private static func notes(on example: RuleExample, isText: Bool) -> [String] {
    var notes: [String] = []
    if let severity = example.severity {
      notes.append("as \(severity == .warning ? "a" : "an") \(severity.name)")
    }
    if example.repetitions > 1 { notes.append("repeated \(Quantity.count(example.repetitions)) times") }
    if let training = example.trainingExamples {
      notes.append("as the validation dataset for \(Quantity.count(training, "training example"))")
    }
    notes += example.settings.map(note)
    // Offsets are those of the uncompressed data, so there is nothing to mark in compressed bytes.
    if !isText, !example.faultOffsets.isEmpty {
      let offsets = example.faultOffsets.map { Quantity.count($0) }.joined(separator: " and ")
      let isCompressed = example.bytes.starts(with: [0x1F, 0x8B])
      notes.append("found at byte offset \(offsets)\(isCompressed ? " of the uncompressed data" : "")")
    }
    if !example.alongside.isEmpty {
      notes.append("\(example.alongside.map(\.description).joined(separator: " and ")) found too")
    }
    return notes
  }

  private static func note(on setting: RuleExample.Setting) -> String {
    switch setting {
    case .maximumLineBytes(let bytes): "lines of at most \(Quantity.count(bytes, "byte"))"
    case .maximumFileBytes(let warning, let error):
      "files of at most \(Quantity.count(error, "byte")), a warning from \(Quantity.count(warning))"
    case .maximumExamples(let text, let multimodal):
      "at most \(Quantity.count(text, "example")), \(Quantity.count(multimodal)) with media"
    case .maximumTokens(let count): "at most \(Quantity.count(count, "token")) an example"
    case .maximumMediaFiles(let count): "at most \(Quantity.count(count, "media file")) of each kind"
    case .maximumMediaMegabytes(let count): "media files of at most \(Quantity.count(count)) MB"
    case .textOnly: "for a model that cannot be tuned on media"
    case .fileName(let name): "in a file named \(VisibleText.of(name))"
    case .model(let model): "for \(VisibleText.of(model))"
    case .unvalidatedTrainingDataset(let reason): "with --receipt, where \(VisibleText.of(reason))"
    case .today(let day): "on \(VisibleText.of(day))"
    case .project(let project): "with the project \(VisibleText.of(project))"
    case .location(let location): "with the location \(VisibleText.of(location))"
    case .modelDescription(let json): "with the model description \(VisibleText.of(json))"
    case .mediaInDatasets: "with media in the datasets"
    case .sameDatasets: "with the same bytes in both datasets"
    }
  }
}
