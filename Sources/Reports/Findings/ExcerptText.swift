import Diagnostics

/// Writes excerpts with carets beneath them. The last is kept: the findings of lines that are alike, or of places that are, often
/// have the same.
struct ExcerptText {
  /// What is beside an excerpt and its carets.
  struct Sides {
    /// What goes before the text of the line.
    let bar: VisibleBytes
    /// What is between the text of the line and the carets.
    let carets: VisibleBytes
    /// What begins the carets, and what ends them.
    let label: VisibleBytes
    let end: VisibleBytes
  }

  /// What decides how an excerpt is written.
  private struct Key: Equatable {
    var severity = Severity.info
    var columns = 0
    var length = 0
    var faultOffset = 0
    var isCutBefore = false
    var isCutAfter = false
  }

  private var memory = ScalarMemory()
  private var key = Key()
  private var bytes: [UInt8] = []
  /// The last excerpt as it was written; empty before the first.
  private(set) var text = VisibleBuffer()

  /// Becomes the part of the line around a finding, and carets, in so many columns.
  mutating func fill(_ finding: FindingRecord, columns: Int, beside sides: [Sides]) {
    let key = Key(
      severity: finding.severity, columns: columns, length: finding.length, faultOffset: finding.faultOffset,
      isCutBefore: finding.isCutBefore, isCutAfter: finding.isCutAfter)
    if text.bytes.isEmpty || key != self.key || !bytes.span.isSame(as: finding.excerpt.span) {
      let sides = sides[finding.severity.rawValue]
      self.key = key
      bytes.copy(finding.excerpt.span)
      text.removeAll()
      let excerpt = Finding.Excerpt(
        bytes: finding.excerpt, faultOffset: finding.faultOffset, isCutBefore: finding.isCutBefore,
        isCutAfter: finding.isCutAfter)
      let view = ExcerptView(excerpt, length: finding.length, columns: columns, &memory)
      text.add(sides.bar)
      view.write(to: &text)
      text.add(sides.carets)
      text.add(" ", times: view.indent)
      text.add(sides.label)
      text.add("^", times: view.carets)
      text.add(sides.end)
    }
  }
}
