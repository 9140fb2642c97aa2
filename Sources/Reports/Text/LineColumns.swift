/// A line of cells, each of some columns.
protocol LineColumns {
  /// How many cells there are.
  var count: Int { get }
  /// The column at which a cell begins, from 0, or after the last one the column at which the line ends.
  func start(of index: Int) -> Int
  /// The first cell that begins at a column or after it; `count` where that is at the line's end, and one more after that.
  func index(from column: Int) -> Int
}
