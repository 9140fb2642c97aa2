import Diagnostics

/// An excerpt and the carets beneath its fault, cut to a number of columns around the fault.
///
///     …arts":[{"text":"Hi"}]},{"role":"assistant","parts":[{"te…
///                                     ^^^^^^^^^^^
struct ExcerptView {
  /// The excerpt's text, safe to show; `…` is where the line continues.
  let text: String
  /// Spaces and carets, as wide as `text` up to the fault's end.
  let marks: String

  /// Below this, an excerpt says nothing; a narrower terminal breaks the line.
  private static let minimumColumns = 20

  /// Cuts an excerpt to at most `limit` columns.
  ///
  /// - Parameter length: how many bytes the fault covers.
  init(_ excerpt: Finding.Excerpt, length: Int = 1, columns limit: Int) {
    let line = CellLine(excerpt.bytes)
    let starts = line.starts
    let fault = Self.fault(of: excerpt, length: length, in: line)
    let whole = Self.wholeScalars(of: line, cutAs: excerpt, around: fault)
    let limit = max(limit, Self.minimumColumns)
    let shown = Self.window(in: line, whole: whole, fault: fault, columns: limit, excerpt)

    let left = shown.lowerBound > 0 || excerpt.isCutBefore ? "…" : ""
    let right = shown.upperBound < line.cells.count || excerpt.isCutAfter ? "…" : ""
    text = left + line.text(of: shown) + right

    var from = starts[fault.lowerBound]
    let to = starts[max(fault.lowerBound, min(fault.upperBound, shown.upperBound))]
    // A mark that joins the letter before has no column of its own: the letter is pointed at.
    if from == to, fault.lowerBound < line.cells.count, fault.lowerBound > shown.lowerBound { from -= 1 }
    let indent = from - starts[shown.lowerBound] + (left.isEmpty ? 0 : 1)
    marks = String(repeating: " ", count: indent) + String(repeating: "^", count: max(1, to - from))
  }

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

  /// The cells that are shown: all of them where they fit, else some around the fault.
  private static func window(
    in line: CellLine, whole: Range<Int>, fault: Range<Int>, columns limit: Int,
    _ excerpt: Finding.Excerpt
  ) -> Range<Int> {
    let starts = line.starts
    let faultColumns = max(1, starts[fault.upperBound] - starts[fault.lowerBound])
    let end = max(starts[whole.upperBound], starts[fault.lowerBound] + faultColumns)
    let marksOfCutting = (excerpt.isCutBefore ? 1 : 0) + (excerpt.isCutAfter ? 1 : 0)
    if end - starts[whole.lowerBound] + marksOfCutting <= limit { return whole }

    // Both `…` are allowed for. A long fault leaves an eighth of the columns for what goes before it.
    let room = limit - 2
    let centred = starts[fault.lowerBound] - (room - min(faultColumns, room * 3 / 4)) / 2
    let begin = max(starts[whole.lowerBound], min(centred, end - room))
    let first = whole.first { starts[$0] >= begin && line.cells[$0].columns > 0 } ?? whole.upperBound
    let lower = min(first, fault.lowerBound)
    let upper = (lower...whole.upperBound).last { starts[$0] - starts[lower] <= room } ?? lower
    return lower..<upper
  }
}
