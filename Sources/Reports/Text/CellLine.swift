/// A line of data as a terminal shows it: one cell for each Unicode scalar or byte that is not UTF-8.
///
///     bytes    7B   22   E4 B8 96   1B   FF
///     cells    {    "    世         ␛    <FF>
///     columns  1    1    2          1    4
struct CellLine: LineColumns {
  /// What is shown for a scalar or a byte.
  struct Cell {
    /// The scalar, or the byte that is not UTF-8.
    fileprivate let scalar: Unicode.Scalar
    /// How many columns it fills; 0 for what joins the cell before.
    let columns: Int
    /// Where it is in the bytes.
    let bytes: Range<Int>
    /// Whether it is a byte that is not UTF-8.
    let isInvalid: Bool
    /// Whether something else is shown in its place.
    fileprivate let hasPicture: Bool

    /// The text, safe to show.
    var picture: String {
      isInvalid
        ? VisibleText.picture(ofByte: UInt8(scalar.value)) : VisibleText.picture(of: scalar) ?? String(scalar)
    }
  }

  /// The cells, in the order of the bytes.
  private(set) var cells: [Cell] = []
  /// The column at which each cell begins, from 0, and after them the column at which the line ends.
  private(set) var starts: [Int] = [0]

  /// Reads the cells of a line.
  init(_ bytes: some Sequence<UInt8>) {
    var memory = ScalarMemory()
    self.init(Array(bytes), &memory)
  }

  /// Reads the cells of a line, with what is remembered of other lines.
  init(_ bytes: [UInt8], _ memory: inout ScalarMemory) {
    var counter = ColumnCounter()
    cells.reserveCapacity(bytes.count)
    starts.reserveCapacity(bytes.count + 1)
    var offset = 0
    while offset < bytes.count {
      let cell: Cell
      if let (scalar, length) = Self.scalar(in: bytes.span, at: offset) {
        cell = Self.cell(of: scalar, at: offset, length: length, &counter, &memory)
      } else {
        let picture = VisibleText.picture(ofByte: bytes[offset])
        counter.addPlain(">")
        cell = Cell(
          scalar: Unicode.Scalar(bytes[offset]), columns: picture.utf8.count, bytes: offset..<offset + 1,
          isInvalid: true, hasPicture: true)
      }
      starts.append(starts[cells.count] + cell.columns)
      cells.append(cell)
      offset = cell.bytes.upperBound
    }
  }

  /// The scalar that begins at an offset, and its length; nil for a byte that is not UTF-8.
  @inline(__always)
  private static func scalar(in bytes: Span<UInt8>, at offset: Int) -> (Unicode.Scalar, Int)? {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first < 0xF5, offset + length <= bytes.count else { return nil }
    var value = first & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      guard bytes[index] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    // Longer than it has to be, or a surrogate, or beyond the last scalar.
    let isShortest = length == 2 || value >= (length == 3 ? 0x800 : 0x10000)
    return isShortest ? Unicode.Scalar(value).map { ($0, length) } : nil
  }

  /// The cell that contains a byte, or `cells.count` after the line.
  func index(ofByte offset: Int) -> Int {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].bytes.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  var count: Int { cells.count }

  func start(of index: Int) -> Int { starts[index] }

  func index(from column: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < column { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The cells' text.
  func text(of range: Range<Int>) -> String {
    cells[range].reduce(into: "") { $0 += $1.picture }
  }

  /// Writes the cells' text; `bytes` are those of the line.
  func write(_ range: Range<Int>, of bytes: [UInt8], to text: inout [UInt8]) {
    var plain =
      range.isEmpty
      ? 0..<0 : cells[range.lowerBound].bytes.lowerBound..<cells[range.upperBound - 1].bytes.upperBound
    for cell in cells[range] where cell.hasPicture {
      text.append(contentsOf: bytes[plain.lowerBound..<cell.bytes.lowerBound])
      text.append(contentsOf: cell.picture.utf8)
      plain = cell.bytes.upperBound..<plain.upperBound
    }
    text.append(contentsOf: bytes[plain])
  }

  /// Where a row of at most so many columns ends that begins with the cell `first`: after the last `mark` in its second
  /// half, where one is there and the line is longer.
  func rowEnd(from first: Int, columns: Int, behind mark: String) -> Int {
    let start = starts[first]
    let end = (first...cells.count).last { starts[$0] - start <= columns } ?? first
    if end == cells.count { return end }
    let marked = (first..<end).last { cells[$0].picture == mark && starts[$0] - start > columns / 2 }
    return marked.map { $0 + 1 } ?? max(end, first + 1)
  }

  private static func cell(
    of scalar: Unicode.Scalar, at offset: Int, length: Int, _ counter: inout ColumnCounter,
    _ memory: inout ScalarMemory
  ) -> Cell {
    var (columns, hasPicture) = (1, false)
    if (0x20...0x7E).contains(scalar.value) {
      counter.addPlain(scalar)
    } else if ColumnCounter.isPlainLetter(scalar) {
      columns = counter.columns(adding: scalar)
    } else {
      let facts = memory.facts(of: scalar)
      hasPicture = facts.hasPicture
      columns =
        hasPicture
        ? self.columns(of: VisibleText.picture(of: scalar) ?? "", &counter)
        : counter.columns(adding: scalar) { facts.columns }
    }
    return Cell(
      scalar: scalar, columns: columns, bytes: offset..<offset + length, isInvalid: false,
      hasPicture: hasPicture)
  }

  private static func columns(of picture: String, _ counter: inout ColumnCounter) -> Int {
    picture.unicodeScalars.reduce(0) { $0 + counter.columns(adding: $1) }
  }
}
