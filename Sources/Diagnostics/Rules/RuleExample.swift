/// A dataset that a rule accepts or rejects: shown in its documentation, run by its tests.
public struct RuleExample: Sendable {
  /// A way in which the tests change an example before they run it again.
  public enum Variation: String, Sendable, CaseIterable {
    /// Every line ends in CR LF.
    case carriageReturns = "CRLF line endings"
    /// The last line has no line feed.
    case noFinalNewline = "no final newline"
    /// The data are compressed.
    case gzip = "gzip"
    /// Two blank lines go before.
    case blankLinesBefore = "blank lines before"
    /// The data arrive in pieces of every size.
    case cutChunks = "cut at every chunk boundary"
  }

  /// A limit or option that an example needs, so that it can be small.
  public enum Setting: Sendable {
    /// The line limit in bytes.
    case maximumLineBytes(Int)
    /// The size in uncompressed bytes from which a file is reported as a warning and as an error.
    case maximumFileBytes(warning: Int, error: Int)
    /// The most examples of a training dataset: text only, and with media.
    case maximumExamples(text: Int, multimodal: Int)
    /// The most tokens of an example.
    case maximumTokens(Int)
    /// The most media files of each kind in an example.
    case maximumMediaFiles(Int)
    /// The largest media file of each kind, in megabytes.
    case maximumMediaMegabytes(Int)
    /// The model cannot be tuned on media.
    case textOnly
    /// The name that the file has.
    case fileName(String)
    /// The model that is to be tuned.
    case model(String)
    /// The day on which the job would be created, as `year-month-day`.
    case today(String)
    /// The project that an option gives.
    case project(String)
    /// The location that an option gives.
    case location(String)
    /// The description of the tuned model that the job continues from, as JSON.
    case modelDescription(String)
    /// The job's datasets were read and contain media.
    case mediaInDatasets
    /// The job's datasets were read and have the same bytes.
    case sameDatasets
    /// A receipt is wanted, and the training dataset cannot be put on it, because of this.
    case unvalidatedTrainingDataset(String)
  }

  /// A variation that says nothing about an example, or changes what is found.
  public struct Exception: Sendable {
    /// The variation.
    public let variation: Variation
    /// The findings that it is known to add; nil if it does not apply at all.
    public let adds: [RuleCode]?
    /// Why.
    public let reason: String

    /// The variation does not apply.
    public static func inapplicable(_ variation: Variation, because reason: String) -> Exception {
      Exception(variation: variation, adds: nil, reason: reason)
    }

    /// The variation adds findings of its own.
    public static func adding(
      _ codes: [RuleCode], in variation: Variation, because reason: String
    ) -> Exception {
      Exception(variation: variation, adds: codes, reason: reason)
    }
  }

  /// What an example was given as. It is taken apart only when it is shown or run, not at every start.
  private enum Content: Sendable {
    case text(String)
    case marked(String)
    case bytes([UInt8], faultOffsets: [Int])
  }

  /// What the example shows, in a few words.
  public let title: String
  /// Whether the rule finds something in it.
  public let isRejected: Bool
  private let content: Content
  /// How often `bytes` is repeated, a line each time.
  public let repetitions: Int
  /// The severity expected, where it is the rule's second one.
  public let severity: Severity?
  /// Other rules that find something too, because the fault cannot be had alone.
  public let alongside: [RuleCode]
  /// The number of examples of the training dataset, where this one is a validation dataset.
  public let trainingExamples: Int?
  /// The limits and options it needs.
  public let settings: [Setting]
  /// The variations that are not as the others.
  public let exceptions: [Exception]
  /// The file in which it is declared.
  public let file: StaticString
  /// The line on which it is declared.
  public let line: UInt

  /// An example in which the rule finds nothing.
  public static func accepts(
    _ title: String, _ text: String, repeated repetitions: Int = 1, alongside: [RuleCode] = [],
    besideTraining trainingExamples: Int? = nil, with settings: [Setting] = [],
    except exceptions: [Exception] = [], file: StaticString = #filePath, line: UInt = #line
  ) -> RuleExample {
    RuleExample(
      title: title, isRejected: false, content: .text(text),
      repetitions: repetitions, severity: nil, alongside: alongside, trainingExamples: trainingExamples,
      settings: settings, exceptions: exceptions, file: file, line: line)
  }

  /// An example in which the rule finds something at each `↓`, which is before the byte in question.
  public static func rejects(
    _ title: String, _ marked: String, as severity: Severity? = nil, repeated repetitions: Int = 1,
    alongside: [RuleCode] = [], besideTraining trainingExamples: Int? = nil, with settings: [Setting] = [],
    except exceptions: [Exception] = [], file: StaticString = #filePath, line: UInt = #line
  ) -> RuleExample {
    RuleExample(
      title: title, isRejected: true, content: .marked(marked),
      repetitions: repetitions, severity: severity, alongside: alongside,
      trainingExamples: trainingExamples, settings: settings, exceptions: exceptions, file: file,
      line: line)
  }

  /// An example that is no text, accepted.
  public static func accepts(
    _ title: String, bytes: [UInt8], alongside: [RuleCode] = [], with settings: [Setting] = [],
    except exceptions: [Exception] = [], file: StaticString = #filePath, line: UInt = #line
  ) -> RuleExample {
    RuleExample(
      title: title, isRejected: false, content: .bytes(bytes, faultOffsets: []), repetitions: 1,
      severity: nil, alongside: alongside, trainingExamples: nil, settings: settings,
      exceptions: exceptions, file: file, line: line)
  }

  /// An example that is no text, rejected at these offsets of the uncompressed data.
  public static func rejects(
    _ title: String, bytes: [UInt8], at faultOffsets: [Int], as severity: Severity? = nil,
    alongside: [RuleCode] = [], with settings: [Setting] = [], except exceptions: [Exception] = [],
    file: StaticString = #filePath, line: UInt = #line
  ) -> RuleExample {
    RuleExample(
      title: title, isRejected: true, content: .bytes(bytes, faultOffsets: faultOffsets),
      repetitions: 1, severity: severity, alongside: alongside, trainingExamples: nil, settings: settings,
      exceptions: exceptions, file: file, line: line)
  }
}

// MARK: The data

extension RuleExample {
  /// The bytes of the dataset, the marks taken out. O(length).
  public var bytes: [UInt8] {
    switch content {
    case .text(let text): Array(text.utf8)
    case .marked(let marked):
      Array(marked.unicodeScalars.filter { $0 != "↓" }.map { Array($0.utf8) }.joined())
    case .bytes(let bytes, _): bytes
    }
  }

  /// Where in `bytes` the rule finds something, in ascending order; empty for a finding about the whole file. O(length).
  public var faultOffsets: [Int] {
    switch content {
    case .text: return []
    case .marked(let marked):
      var offsets: [Int] = []
      var offset = 0
      for scalar in marked.unicodeScalars {
        if scalar == "↓" { offsets.append(offset) } else { offset += UTF8.width(scalar) }
      }
      return offsets
    case .bytes(_, let offsets): return offsets
    }
  }

  /// Whether it was given as text, which gets a final line feed before it is run.
  public var isText: Bool { if case .bytes = content { false } else { true } }
}
