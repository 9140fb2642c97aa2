import JSONLines

/// A line of printable ASCII characters: every byte is a cell of one column.
struct PlainLine: LineColumns {
  let count: Int

  /// Nil if a byte is something else.
  init?(_ bytes: [UInt8]) {
    guard bytes.span.isPlain() else { return nil }
    count = bytes.count
  }

  func start(of index: Int) -> Int { index }
  func index(from column: Int) -> Int { min(max(0, column), count + 1) }
}
