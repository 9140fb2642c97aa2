import Diagnostics

/// Compares the examples of a run with each other: within each dataset, and those of validation with those of training.
struct DatasetComparison {
  /// What was found in the examples of one file.
  struct FileMatches {
    /// Examples that are the same as an earlier one of the dataset: one for each group.
    var duplicates: ExampleMatches
    /// Examples whose prompt an earlier one has with another answer: one for each prompt.
    var conflicts: ExampleMatches
    /// Validation examples that training has too, all of it or the prompt.
    var overlaps: ExampleMatches
  }

  /// The rules that it is for.
  private static let rules = [
    DuplicateExample.description, ValidationOverlapsTraining.description, ConflictingAnswers.description,
  ]

  /// Whether a rule that it is for counts.
  static func isWanted(by settings: RuleSettings) -> Bool {
    let counted = settings.counted
    return rules.contains { counted[$0.code.number] }
  }

  private(set) var files: [FileMatches]
  private let index: PromptIndex

  /// - Parameters:
  ///   - examples: the examples of each file, those of training first.
  ///   - datasets: the files of each dataset.
  ///   - trainingFiles: how many of the files are for training.
  ///   - most: the most matches that are kept for a file; 0 for all.
  init(_ examples: [ComparedExamples], datasets: [Range<Int>], trainingFiles: Int, atMost most: Int) {
    let none = ExampleMatches(atMost: most)
    var files = examples.map { _ in FileMatches(duplicates: none, conflicts: none, overlaps: none) }
    var index = PromptIndex(examples)
    let ends = datasets.map { index.start(ofFile: $0.upperBound) }
    let endOfTraining = index.start(ofFile: trainingFiles)
    index.forEachGroup { index, places in
      let first = index.index(at: places.lowerBound)
      Self.forEachDataset(places, ends, index) { places in Self.findConflict(places, index, &files) }
      index.forEachAnswer(in: places) { index, places in
        Self.forEachDataset(places, ends, index) { Self.findDuplicates($0, index, &files) }
        let firstSame = index.index(at: places.lowerBound)
        guard first < endOfTraining else { return }
        for place in places where index.index(at: place) >= endOfTraining {
          let isSame = firstSame < endOfTraining
          let own = index.index(at: place)
          files[index.file(of: own)].overlaps.add(
            ExampleMatches.Match(index: own, earlier: isSame ? firstSame : first, isSameExample: isSame))
        }
      }
    }
    self.files = files
    self.index = index
  }

  /// Calls `body` with the places of the examples of each dataset, where that are several.
  private static func forEachDataset(
    _ places: Range<Int>, _ ends: [Int], _ index: borrowing PromptIndex, _ body: (Range<Int>) -> Void
  ) {
    var start = places.lowerBound
    while start < places.upperBound {
      let first = index.index(at: start)
      let end = ends[ends.firstPlace { $0 > first }]
      let next = (start..<places.upperBound).firstPlace { index.index(at: $0) >= end }
      if next - start > 1 { body(start..<next) }
      start = next
    }
  }

  private static func findDuplicates(
    _ places: Range<Int>, _ index: borrowing PromptIndex, _ files: inout [FileMatches]
  ) {
    let second = index.index(at: places.lowerBound + 1)
    files[index.file(of: second)].duplicates.add(
      ExampleMatches.Match(
        index: second, earlier: index.index(at: places.lowerBound), examples: places.count))
  }

  private static func findConflict(
    _ places: Range<Int>, _ index: borrowing PromptIndex, _ files: inout [FileMatches]
  ) {
    guard let place = index.firstOtherAnswer(in: places) else { return }
    let (first, other) = (index.index(at: places.lowerBound), index.index(at: place))
    files[index.file(of: other)].conflicts.add(
      ExampleMatches.Match(index: other, earlier: first, examples: places.count, isSameExample: false))
  }

  // MARK: Places

  /// The file of an example, and its line there.
  func place(of index: Int) -> (file: Int, line: LinePlace) {
    let example = self.index[index]
    return (self.index.file(of: index), LinePlace(line: example.line, offset: example.offset))
  }

  /// What tells a match again, wherever its examples are: the example, or the prompt alone if the answers differ.
  func content(of match: ExampleMatches.Match) -> UInt64 {
    let example = index[match.index]
    return match.isSameExample ? example.prompt.0 ^ example.answer : example.prompt.0
  }
}

extension RandomAccessCollection {
  /// The first place whose element meets a condition, which those after it meet too; the end if none does. O(log n).
  fileprivate func firstPlace(_ isMet: (Element) -> Bool) -> Index {
    var (first, count) = (startIndex, count)
    while count > 0 {
      let middle = index(first, offsetBy: count / 2)
      if isMet(self[middle]) {
        count /= 2
      } else {
        first = index(after: middle)
        count -= count / 2 + 1
      }
    }
    return first
  }
}
