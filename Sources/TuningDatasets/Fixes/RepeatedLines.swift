import ByteStreams
import Diagnostics

/// The lines of a file whose examples its dataset has before.
struct RepeatedLines: Sendable {
  /// Where they begin in the data, and their numbers, both in ascending order.
  private(set) var offsets: [Int] = []
  private(set) var numbers: [Int] = []
  /// How many different examples they are.
  private(set) var examples = 0

  var isEmpty: Bool { offsets.isEmpty }

  /// No lines.
  init() {}

  /// Finds them among the examples of a file.
  ///
  /// - Parameter earlier: the examples of the dataset's files before.
  /// - Complexity: linear in the number of all examples, in 16 bytes for each that is repeated.
  init(_ compared: ComparedExamples, behind earlier: [ComparedExamples] = []) {
    var repeated: [LinePlace] = []
    var index = PromptIndex(earlier + [compared])
    let start = index.start(ofFile: earlier.count)
    index.forEachGroup { index, places in
      index.forEachAnswer(in: places) { index, places in
        let own = places.dropFirst().filter { index.index(at: $0) >= start }
        if !own.isEmpty { examples += 1 }
        for place in own {
          let example = index[index.index(at: place)]
          repeated.append(LinePlace(line: example.line, offset: example.offset))
        }
      }
    }
    repeated.sort { $0.offset < $1.offset }
    offsets = repeated.map(\.offset)
    numbers = repeated.map(\.line)
  }

  /// Whether one of them begins at an offset. O(log n).
  func contains(_ offset: Int) -> Bool {
    var (first, count) = (0, offsets.count)
    while count > 0 {
      let half = count / 2
      if offsets[first + half] < offset {
        (first, count) = (first + half + 1, count - half - 1)
      } else {
        count = half
      }
    }
    return first < offsets.count && offsets[first] == offset
  }
}

extension FileFixing {
  /// The lines that are removed, because the dataset has their examples before: not all of a file's, which would be a fault.
  var repeated: RepeatedLines {
    guard choice.fixes(DuplicateExample.self) else { return RepeatedLines() }
    var compared = file.lines.observations.compared
    compared.keep(atMost: ComparedExamples.most - earlier.reduce(0) { $0 + $1.count })
    let repeated = RepeatedLines(compared, behind: earlier)
    let isAll = repeated.offsets.count >= file.lines.observations.totals.examples
    return isAll ? RepeatedLines(compared) : repeated
  }

  /// Removes the examples that a dataset has before, as it was read last; nil without any, or if there is trouble.
  ///
  /// - Parameter data: what was fixed before; nil if nothing was.
  mutating func withoutRepeats<Failure: Error>(
    _ source: String, _ data: FixedData?, into makeFile: MakeFile, isCompressed: Bool,
    _ progress: ProgressOf<Failure>
  ) throws(Failure) -> FixedData? {
    guard !file.lines.isNoDataset, trouble == nil else { return nil }
    let repeated = repeated
    guard !repeated.isEmpty,
      var next = try fixedLines(
        of: data?.file.path ?? source, into: makeFile, isCompressed: isCompressed, without: repeated, progress
      )
    else { return nil }
    next.fixed = data?.fixed ?? [:]
    next.fixed[DuplicateExample.description.code] = repeated.examples
    next.lines = data?.lines ?? next.lines
    next.changes = (data?.changes ?? ChangedLines()).removing(repeated.numbers)
    return next
  }
}
