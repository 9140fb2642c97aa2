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
  init(_ bytes: some Collection<UInt8>) {
    var parser = Unicode.UTF8.ForwardParser()
    var source = bytes.makeIterator()
    var counter = ColumnCounter()
    // The parser has read one byte ahead of what it reports, so the invalid bytes are looked up by offset.
    let bytes = Array(bytes)
    cells.reserveCapacity(bytes.count)
    starts.reserveCapacity(bytes.count + 1)
    var offset = 0
    while true {
      switch parser.parseScalar(from: &source) {
      case .emptyInput: return
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        append(Self.cell(of: scalar, at: offset, length: encoded.count, counter: &counter))
        offset += encoded.count
      case .error(let length):
        for byte in bytes[offset..<offset + length] {
          let picture = VisibleText.picture(ofByte: byte)
          let columns = Self.columns(of: picture, counter: &counter)
          let scalar = Unicode.Scalar(byte)
          append(Cell(scalar: scalar, columns: columns, bytes: offset..<offset + 1, isInvalid: true))
          offset += 1
        }
      }
    }
  }

  /// The cell that contains a byte, or `cells.count` after the line.
  func index(ofByte offset: Int) -> Int { cells.firstIndex { $0.bytes.upperBound > offset } ?? cells.count }

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

  /// Where a row of at most so many columns ends that begins with the cell `first`: after the last `mark` in its second
  /// half, where one is there and the line is longer.
  func rowEnd(from first: Int, columns: Int, behind mark: String) -> Int {
    let start = starts[first]
    let end = (first...cells.count).last { starts[$0] - start <= columns } ?? first
    if end == cells.count { return end }
    let marked = (first..<end).last { cells[$0].picture == mark && starts[$0] - start > columns / 2 }
    return marked.map { $0 + 1 } ?? max(end, first + 1)
  }

  private mutating func append(_ cell: Cell) {
    starts.append(starts[cells.count] + cell.columns)
    cells.append(cell)
  }

  private static func cell(
    of scalar: Unicode.Scalar, at offset: Int, length: Int, counter: inout ColumnCounter
  ) -> Cell {
    let isLetter = ColumnCounter.isPlainLetter(scalar)
    let picture = isLetter ? nil : VisibleText.picture(of: scalar)
    let columns = picture.map { self.columns(of: $0, counter: &counter) } ?? counter.columns(adding: scalar)
    return Cell(scalar: scalar, columns: columns, bytes: offset..<offset + length, isInvalid: false)
  }

  private static func columns(of picture: String, counter: inout ColumnCounter) -> Int {
    picture.unicodeScalars.reduce(0) { $0 + counter.columns(adding: $1) }
  }
}
