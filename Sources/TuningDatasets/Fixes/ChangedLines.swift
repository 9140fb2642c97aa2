/// The lines of a file that were changed, in its order.
public struct ChangedLines: Sendable, Codable {
  /// Lines in a row that were changed.
  public struct Run: Sendable, Codable, Equatable {
    /// The first of them, from 1; the line before which others come, if there are none.
    public internal(set) var first: Int
    /// How many there were.
    public internal(set) var before: Int
    /// How many they have become.
    public internal(set) var after: Int
  }

  /// The runs. Between two of them is a line that was not changed.
  public private(set) var runs: [Run] = []

  /// Adds lines that were changed, all behind the others.
  mutating func add(_ first: Int, lines before: Int = 1, become after: Int) {
    guard let last = runs.last, last.first + last.before == first else {
      return runs.append(Run(first: first, before: before, after: after))
    }
    runs[runs.count - 1].before += before
    runs[runs.count - 1].after += after
  }

  /// The changes, if of the lines that are there then some are removed too, given by their numbers, in ascending order.
  func removing(_ removed: [Int]) -> ChangedLines {
    var result = ChangedLines()
    var rest = removed[...]
    var added = 0
    for run in runs {
      while let line = rest.first, line < run.first + added {
        result.add(line - added, become: 0)
        rest.removeFirst()
      }
      var after = run.after
      while let line = rest.first, line < run.first + added + run.after {
        after -= 1
        rest.removeFirst()
      }
      result.add(run.first, lines: run.before, become: after)
      added += run.after - run.before
    }
    for line in rest { result.add(line - added, become: 0) }
    return result
  }

  /// Adds the changes of lines that follow after so many.
  mutating func append(_ next: ChangedLines, behind lines: Int) {
    for run in next.runs { add(run.first + lines, lines: run.before, become: run.after) }
  }
}
