import Diagnostics

/// An excerpt and the carets beneath its fault, cut to a number of columns around the fault.
///
///     …arts":[{"text":"Hi"}]},{"role":"assistant","parts":[{"te…
///                                     ^^^^^^^^^^^
struct ExcerptView {
  /// What is shown of the excerpt.
  private enum Content {
    case plain(Range<Int>, of: [UInt8])
    case cells(CellLine, Range<Int>, of: [UInt8])
  }

  private let content: Content
  // Whether `…` is before and behind it.
  private let isCutBefore: Bool
  private let isCutAfter: Bool
  /// How many columns are before the carets.
  let indent: Int
  /// How many carets there are, at least 1.
  let carets: Int

  /// Below this, an excerpt says nothing; a narrower terminal breaks the line.
  private static let minimumColumns = 20

  /// Cuts an excerpt to at most `limit` columns.
  ///
  /// - Parameter length: how many bytes the fault covers.
  init(_ excerpt: Finding.Excerpt, length: Int = 1, columns limit: Int) {
    var memory = ScalarMemory()
    self.init(excerpt, length: length, columns: limit, &memory)
  }

  /// Cuts an excerpt likewise, with what is remembered of others.
  init(_ excerpt: Finding.Excerpt, length: Int, columns limit: Int, _ memory: inout ScalarMemory) {
    let limit = max(limit, Self.minimumColumns)
    let window: Window
    if let line = PlainLine(excerpt.bytes) {
      let first = min(excerpt.faultOffset, line.count)
      let fault = first..<max(first, min(excerpt.faultOffset + length, line.count))
      window = Window(in: line, whole: 0..<line.count, fault: fault, columns: limit, excerpt)
      content = .plain(window.shown, of: excerpt.bytes)
    } else {
      let line = CellLine(excerpt.bytes, &memory)
      let fault = Self.fault(of: excerpt, length: length, in: line)
      let whole = Self.wholeScalars(of: line, cutAs: excerpt, around: fault)
      window = Window(in: line, whole: whole, fault: fault, columns: limit, excerpt)
      content = .cells(line, window.shown, of: excerpt.bytes)
    }
    isCutBefore = window.isCutBefore
    isCutAfter = window.isCutAfter
    indent = window.indent
    carets = window.carets
  }

  /// Writes the excerpt's text, safe to show; `…` is where the line continues.
  func write(to text: inout VisibleBuffer) {
    if isCutBefore { text.add("…") }
    switch content {
    case .plain(let range, let bytes): text.add(printable: bytes.span.extracting(range))
    case .cells(let line, let range, let bytes):
      text.add { line.write(range, of: bytes, to: &$0) }
    }
    if isCutAfter { text.add("…") }
  }

  /// The excerpt's text.
  var text: String {
    var text = VisibleBuffer()
    write(to: &text)
    return VisibleText(takenFrom: text).description
  }

  /// Spaces and carets, as wide as `text` up to the fault's end.
  var marks: String { String(repeating: " ", count: indent) + String(repeating: "^", count: carets) }

  /// The cells of the fault; empty at the line's end where the fault is after it.
  private static func fault(of excerpt: Finding.Excerpt, length: Int, in line: CellLine) -> Range<Int> {
    let first = line.index(ofByte: excerpt.faultOffset)
    let last = line.index(ofByte: excerpt.faultOffset + length - 1)
    return first..<max(first, min(last + 1, line.cells.count))
  }

  /// The cells without the halves of scalars that were left where the line was cut.
  private static func wholeScalars(
    of line: CellLine, cutAs excerpt: Finding.Excerpt, around fault: Range<Int>
  ) -> Range<Int> {
    func isContinuation(_ index: Int) -> Bool {
      excerpt.bytes[line.cells[index].bytes.lowerBound] & 0xC0 == 0x80
    }
    var first = 0
    if excerpt.isCutBefore {
      let most = min(3, fault.lowerBound)
      while first < most, line.cells[first].isInvalid, isContinuation(first) { first += 1 }
    }
    let end = line.cells.count
    var last = end
    if excerpt.isCutAfter {
      while last > max(end - 3, fault.upperBound, first), line.cells[last - 1].isInvalid {
        last -= 1
        if !isContinuation(last) { return first..<last }
      }
    }
    return first..<end
  }

  /// The cells that are shown, and where the carets are.
  private struct Window {
    let shown: Range<Int>
    let isCutBefore: Bool
    let isCutAfter: Bool
    let indent: Int
    let carets: Int

    init(
      in line: some LineColumns, whole: Range<Int>, fault: Range<Int>, columns limit: Int,
      _ excerpt: Finding.Excerpt
    ) {
      let shown = Self.shown(in: line, whole: whole, fault: fault, columns: limit, excerpt)
      self.shown = shown
      isCutBefore = shown.lowerBound > 0 || excerpt.isCutBefore
      isCutAfter = shown.upperBound < line.count || excerpt.isCutAfter
      var from = line.start(of: fault.lowerBound)
      let to = line.start(of: max(fault.lowerBound, min(fault.upperBound, shown.upperBound)))
      // A mark that joins the letter before has no column of its own: the letter is pointed at.
      if from == to, fault.lowerBound < line.count, fault.lowerBound > shown.lowerBound { from -= 1 }
      indent = from - line.start(of: shown.lowerBound) + (isCutBefore ? 1 : 0)
      carets = max(1, to - from)
    }

    /// All cells where they fit, else some around the fault.
    private static func shown(
      in line: some LineColumns, whole: Range<Int>, fault: Range<Int>, columns limit: Int,
      _ excerpt: Finding.Excerpt
    ) -> Range<Int> {
      let faultStart = line.start(of: fault.lowerBound)
      let faultColumns = max(1, line.start(of: fault.upperBound) - faultStart)
      let end = max(line.start(of: whole.upperBound), faultStart + faultColumns)
      let marksOfCutting = (excerpt.isCutBefore ? 1 : 0) + (excerpt.isCutAfter ? 1 : 0)
      if end - line.start(of: whole.lowerBound) + marksOfCutting <= limit { return whole }

      // Both `…` are allowed for. A long fault leaves an eighth of the columns for what goes before it.
      let room = limit - 2
      let centred = faultStart - (room - min(faultColumns, room * 3 / 4)) / 2
      let begin = max(line.start(of: whole.lowerBound), min(centred, end - room))
      var first = max(whole.lowerBound, line.index(from: begin))
      // What joins the cell before is not a beginning.
      while first < whole.upperBound, line.start(of: first) == line.start(of: first + 1) { first += 1 }
      let lower = min(first, fault.lowerBound, whole.upperBound)
      let upper = min(whole.upperBound, line.index(from: line.start(of: lower) + room + 1) - 1)
      return lower..<max(lower, upper)
    }
  }
}
