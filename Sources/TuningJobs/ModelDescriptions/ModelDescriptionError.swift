import JSONLines

/// Why a file is no description of a tuned model.
public struct ModelDescriptionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    /// The file is longer than `ModelDescription.maximumFileBytes`.
    case tooLarge
    /// The file holds nothing but white space.
    case empty
    /// The file ends within its value.
    case truncated
    /// The file is not one JSON value.
    case notJSON(String)
    /// The file lists models or jobs: how many.
    case list(Int)
    /// The file is the answer to a request that failed.
    case failedRequest
    /// The file is something else: what.
    case noModel(String)
    /// The tuning job has made no model: its state.
    case noModelYet(state: String?)
    /// A field holds a value of the wrong type.
    case wrongType(field: String, expected: String, found: String)
    /// A name or version that is none.
    case invalidName(field: String, NameFault)
    /// A time that is none.
    case invalidTime(field: String, Timestamp.Fault)
  }

  /// What is wrong.
  public let problem: Problem
  /// The line of the fault, from 1.
  public let line: Int
  /// The column of the fault, from 1, in Unicode scalars.
  public let column: Int

  /// Finds the line and the column of an offset.
  init(_ problem: Problem, at offset: Int, in bytes: [UInt8]) {
    let before = bytes.prefix(offset)
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    self.problem = problem
    line = 1 + before.count { $0 == 0x0A }
    column = LineBytes.with(bytes[start...].prefix { $0 != 0x0A }) { $0.column(of: offset - start) }
  }

  /// The fault and what to do about it, in one line that begins with the place:
  /// `1:1: this is a list of 3 models or jobs, describe the one that is tuned`.
  public var description: String { "\(line):\(column): \(problem)" }
}

extension ModelDescriptionError.Problem: CustomStringConvertible {
  /// The problem without its place.
  public var description: String {
    let describe = "save what 'gcloud ai models describe MODEL@VERSION --region=REGION --format=json' prints"
    switch self {
    case .tooLarge:
      return
        "this is longer than the \(ModelDescription.maximumFileBytes) bytes that a model's description has "
        + "at most; \(describe)"
    case .empty: return "this is empty, where a model's description is due; \(describe)"
    case .truncated: return "the file ends within its JSON value, so it was cut; save the description again"
    case .notJSON(let fault): return "\(fault); \(describe)"
    case .list(let count):
      return "this is a list with \(count) \(count == 1 ? "entry" : "entries"), not one model; \(describe)"
    case .failedRequest: return "this is the answer to a request that failed, not a model; \(describe)"
    case .noModel(let what): return "this is \(what), not a tuned model or its tuning job; \(describe)"
    case .noModelYet(let state):
      let state = state.map { ", its state is \(Shown.name($0))" } ?? ""
      return "this tuning job has made no model\(state); save it again when it has succeeded"
    case .wrongType(let field, let expected, let found):
      return "the field '\(field)' holds \(found) where \(expected) belongs; \(describe)"
    case .invalidName(let field, let fault):
      return "the field '\(field)' names no model: the \(fault.piece) \(fault.problem); \(describe)"
    case .invalidTime(let field, let fault):
      return "the time in the field '\(field)' \(fault.problem); \(describe)"
    }
  }
}
