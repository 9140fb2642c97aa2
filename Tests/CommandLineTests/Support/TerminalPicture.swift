import Foundation

/// What a terminal shows, as a picture for light and dark pages.
struct TerminalPicture {
  /// The picture, an SVG document.
  let svg: String

  /// How large a cell is, and how much is around all of them.
  private static let (cellWidth, lineHeight, margin) = (8, 19, 16)

  /// - Parameters:
  ///   - text: what the terminal received, in which colours are the only escape sequences.
  ///   - command: what was typed before.
  ///   - columns: where long lines continue on the next.
  init(of text: String, after command: String, columns: Int) {
    var rows = ""
    var row = 0
    for line in ["\u{1B}[2m$\u{1B}[0m \u{1B}[1m\(command)\u{1B}[0m"]
      + text.components(separatedBy: "\n").dropLast()
    {
      var (style, column) = ("", 0)
      for piece in Self.pieces(of: line) {
        switch piece {
        case .style(let name): style = name
        case .text(var rest):
          while !rest.isEmpty {
            if column == columns { (row, column) = (row + 1, 0) }
            let part = rest.prefix(columns - column)
            rows += Self.element(String(part), style, row: row, column: column)
            column += part.count
            rest = String(rest.dropFirst(part.count))
          }
        }
      }
      row += 1
    }
    let width = columns * Self.cellWidth + 2 * Self.margin
    let height = row * Self.lineHeight + 2 * Self.margin
    svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)">
      <style>
      .paper { fill: #f6f8fa; stroke: #d1d9e0; }
      text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328; white-space: pre; }
      .i1 { font-weight: 700; } .i2 { fill: #59636e; } .i31 { fill: #b3261e; } .i33 { fill: #7a4f00; } .i36 { fill: #0b5e73; }
      @media (prefers-color-scheme: dark) {
        .paper { fill: #151b23; stroke: #3d444d; }
        text { fill: #f0f6fc; } .i2 { fill: #9198a1; } .i31 { fill: #ff9b91; } .i33 { fill: #f2c572; } .i36 { fill: #7fd4e6; }
      }
      </style>
      <rect class="paper" x=".5" y=".5" width="\(width - 1)" height="\(height - 1)" rx="6"/>
      \(rows)</svg>

      """
  }

  /// A piece of a line: text, or the classes of the text from there on.
  private enum Piece {
    case text(String)
    case style(String)
  }

  private static func pieces(of line: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = line[...]
    while let escape = rest.firstMatch(of: /\u{1B}\[([0-9;]*)m/) {
      pieces.append(.text(String(rest[..<escape.range.lowerBound])))
      let inks = escape.1.split(separator: ";").filter { $0 != "0" }
      pieces.append(.style(inks.map { "i\($0)" }.joined(separator: " ")))
      rest = rest[escape.range.upperBound...]
    }
    return pieces + [.text(String(rest))]
  }

  /// Text at a place, without the spaces around it, and as wide as its cells in every font.
  private static func element(_ text: String, _ style: String, row: Int, column: Int) -> String {
    let shown = text.drop { $0 == " " }
    let first = column + text.count - shown.count
    let trimmed = String(shown.reversed().drop { $0 == " " }.reversed())
    if trimmed.isEmpty { return "" }
    let escaped = trimmed.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let (x, y) = (margin + first * cellWidth, margin + row * lineHeight + 14)
    let name = style.isEmpty ? "" : " class=\"\(style)\""
    return
      "<text\(name) x=\"\(x)\" y=\"\(y)\" textLength=\"\(trimmed.count * cellWidth)\">\(escaped)</text>\n"
  }
}
