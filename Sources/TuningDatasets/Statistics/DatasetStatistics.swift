import ByteStreams

/// What a dataset is like, in numbers.
public struct DatasetStatistics: Sendable {
  /// A file of the dataset.
  public struct File: Sendable {
    /// The path as the user wrote it.
    public let path: String
    /// The lines that are examples.
    public let examples: Int
    /// The lines that could not be read as examples.
    public let linesNotRead: Int
    /// The lines in another format, or for another tuning method.
    public let linesInOtherFormats: Int
    /// How many uncompressed bytes were read.
    public let bytes: Int
    /// Why it was not read to its end, in one line; nil if it was.
    public let failure: String?

    init(_ path: String, _ lines: CountedLines) {
      self.path = path
      examples = lines.statistics.examples
      linesNotRead = lines.statistics.linesNotRead
      linesInOtherFormats = lines.statistics.linesInOtherFormats
      bytes = lines.end.bytesRead
      if let failure = lines.end.failure {
        self.failure = failure
      } else if let fault = lines.end.fault, fault.cutsData {
        let what =
          switch fault {
          case .corrupt: "are damaged"
          case .truncated, .trailingData: "are cut off"
          }
        failure =
          "the gzip data in '\(path)' \(what) after \(lines.count) lines, and what follows is not counted: "
          + "run 'tunekit validate'"
      } else {
        failure = nil
      }
    }
  }

  /// An example with very many tokens.
  public struct LongExample: Sendable, Equatable {
    /// The file, as the user wrote its path.
    public let path: String
    /// The line, from 1.
    public let line: Int
    /// All of its tokens.
    public let tokens: Int
  }

  /// The files, in the order in which they were given.
  public let files: [File]
  /// What the examples of all files are like.
  public let examples: ExampleStatistics
  /// The examples with the most tokens, at most five, the longest first.
  public let longest: [LongExample]
  /// The examples that repeat others.
  public let repeats: RepeatedExamples

  init(_ files: [(path: String, lines: CountedLines)], _ repeats: RepeatedExamples) {
    self.files = files.map { File($0.path, $0.lines) }
    var examples = ExampleStatistics()
    var longest: [LongExample] = []
    for (path, lines) in files {
      examples.append(lines.statistics)
      for example in lines.longest.examples {
        // After equally long ones, which are in earlier files or lines.
        let index = longest.firstIndex { $0.tokens < example.tokens } ?? longest.count
        longest.insert(LongExample(path: path, line: example.line, tokens: example.tokens), at: index)
      }
    }
    examples.finish()
    self.examples = examples
    self.longest = Array(longest.prefix(LongestExamples.most))
    self.repeats = repeats
  }
}
