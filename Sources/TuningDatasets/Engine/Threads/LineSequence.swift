/// Puts what was found in the batches of a file together, in the order of the file.
struct LineSequence: Sendable {
  /// What was found up to the first batch that is not there yet.
  private(set) var lines: ExaminedLines
  private var nextNumber = 0
  /// What was found in later batches, by number.
  private var waiting: [Int: ExaminedLines] = [:]

  /// - Parameter lines: what was found before the first batch.
  init(_ lines: ExaminedLines) { self.lines = lines }

  /// Adds what was found in a batch.
  ///
  /// - Returns: how many batches are in their place now that were not before.
  mutating func add(_ found: ExaminedLines, number: Int) -> Int {
    guard number == nextNumber else {
      waiting[number] = found
      return 0
    }
    append(found)
    while let next = waiting.removeValue(forKey: nextNumber) { append(next) }
    return nextNumber - number
  }

  private mutating func append(_ next: ExaminedLines) {
    nextNumber += 1
    if !lines.isOver { lines.append(next) }
  }
}
