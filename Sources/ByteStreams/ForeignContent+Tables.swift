extension ForeignContent {
  /// A table as text, told by its first row, which gives the columns names, and the rows after it.
  ///
  /// No row may begin as a line of JSON does: a file whose first line is a heading is still JSON Lines. Where the names are
  /// identifiers, the rows may have any number of values, since texts with commas are often not quoted; else every row has
  /// as many values as the first.
  ///
  ///     prompt,completion
  ///     "Do you ship to Malta, too?",Yes.
  static func table(_ bytes: ArraySlice<UInt8>) -> ForeignContent? {
    let text = withoutByteOrderMark(bytes).drop { $0 == 0x0A || $0 == 0x0D }
    guard !text.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) else { return nil }
    let separators: [(content: ForeignContent, byte: UInt8)] = [
      (.tabSeparated, 0x09), (.commaSeparated, UInt8(ascii: ",")), (.semicolonSeparated, UInt8(ascii: ";")),
    ]
    return separators.first { isTable(TableReader(Array(text), separator: $0.byte)) }?.content
  }

  private static func isTable(_ table: TableReader) -> Bool {
    var table = table
    guard let header = table.nextRow(), header.isHeader else { return false }
    var hasRows = false
    while let row = table.nextRow() {
      if row.isBlank { continue }
      if row.beginsAsJSON { return false }
      let fits = row.isCut ? row.count <= header.count : row.count == header.count
      guard fits || header.hasIdentifiers else { return false }
      hasRows = true
    }
    return hasRows
  }
}

/// Reads a table as text, by RFC 4180: a value in quotes may contain the separator and line breaks.
private struct TableReader {
  /// A row, as far as it tells whether the text is a table.
  struct Row {
    /// How many values it has.
    var count = 0
    /// Whether every value is an identifier, as programs name columns.
    var hasIdentifiers = true
    /// Whether a value begins as a number does, or with a space, as the name of a column does not.
    var hasOtherValues = false
    /// Whether the text ends before the row does.
    var isCut = false
    /// Whether it contains nothing.
    var isBlank = false
    /// Whether it begins as an object or an array does.
    var beginsAsJSON = false

    /// Whether it can give the columns names.
    var isHeader: Bool { count > 1 && !isCut && !beginsAsJSON && !hasOtherValues }
  }

  private let text: [UInt8]
  private let separator: UInt8
  private var cursor = 0

  init(_ text: [UInt8], separator: UInt8) {
    self.text = text
    self.separator = separator
  }

  /// The next row; nil at the end.
  mutating func nextRow() -> Row? {
    guard cursor < text.count else { return nil }
    let start = cursor
    var row = Row()
    let first = text[start...].first { $0 != 0x20 }
    row.beginsAsJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    repeat { readValue(of: &row) } while take(separator)
    row.isBlank = cursor == start
    row.isCut = cursor == text.count
    _ = take(0x0D)
    _ = take(0x0A)
    return row
  }

  private mutating func readValue(of row: inout Row) {
    let quote = UInt8(ascii: "\"")
    var start = cursor
    var end = cursor
    if take(quote) {
      start = cursor
      repeat { move { $0 == quote } } while take(quote) && take(quote)
      end = max(start, cursor - 1)
    }
    // After the closing quote nothing is left; a value that only begins with a quote continues.
    move { [separator] in $0 == separator || $0 == 0x0A || $0 == 0x0D }
    if end <= start { end = cursor }
    note(text[start..<end], in: &row)
  }

  private func note(_ value: ArraySlice<UInt8>, in row: inout Row) {
    row.count += 1
    let isIdentifier = value.allSatisfy {
      ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_")
    }
    let isNumber = value.first.map { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    // The column of row numbers that a data frame writes has no name.
    if !isIdentifier || value.isEmpty && row.count > 1 { row.hasIdentifiers = false }
    if isNumber == true || value.first == 0x20 { row.hasOtherValues = true }
  }

  /// Passes a byte; false if another is next.
  private mutating func take(_ byte: UInt8) -> Bool {
    guard cursor < text.count, text[cursor] == byte else { return false }
    cursor += 1
    return true
  }

  /// Moves to the next byte for which something is true, or to the end.
  private mutating func move(to isEnd: (UInt8) -> Bool) {
    cursor = text[cursor...].firstIndex(where: isEnd) ?? text.count
  }
}
