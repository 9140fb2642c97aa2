/// Puts the parts of a file together in the order of the file, whichever of them comes first.
struct InOrder<Pass: LinePass & ~Copyable>: Sendable {
  /// What was found up to the first batch that is not there yet.
  private(set) var part: Pass.Part
  private let settings: Pass.Settings
  private var nextNumber = 0
  /// What was found in later batches, by number.
  private var waiting: [Int: Pass.Part] = [:]

  /// - Parameter part: what was found before the first batch.
  init(_ settings: Pass.Settings, behind part: Pass.Part) {
    self.settings = settings
    self.part = part
  }

  /// Adds what was found in a batch.
  ///
  /// - Returns: how many batches are in their place now that were not before.
  mutating func add(_ found: Pass.Part, number: Int) -> Int {
    guard number == nextNumber else {
      waiting[number] = found
      return 0
    }
    append(found)
    while let next = waiting.removeValue(forKey: nextNumber) { append(next) }
    return nextNumber - number
  }

  private mutating func append(_ next: Pass.Part) {
    nextNumber += 1
    if !part.isOver { Pass.append(next, to: &part, settings) }
  }
}
