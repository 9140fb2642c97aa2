/// A pattern of paths: `*` is any part of a name, `?` one character, and `**` any folders.
///
///     *.jsonl              every such file, in any folder, because the pattern has no slash
///     data/*.jsonl         the files in data
///     data/**/val.jsonl    data/val.jsonl and data/a/b/val.jsonl
public struct PathPattern: Equatable, Sendable {
  /// A step of the pattern.
  private enum Step: Equatable, Sendable {
    case scalar(Unicode.Scalar)
    /// One scalar but the slash.
    case one
    /// Any scalars but slashes.
    case many
    /// Any scalars.
    case anything
    /// Any folders, each with its slash.
    case folders
  }

  /// The longest pattern, in Unicode scalars.
  static let maximumLength = 1024

  /// The pattern as it was written.
  public let text: String
  private let steps: [Step]

  /// Reads a pattern.
  public init(_ text: String) {
    self.text = text
    var rest = Array(text.unicodeScalars)[...]
    if rest.starts(with: "./".unicodeScalars) { rest = rest.dropFirst(2) }
    var steps: [Step] = rest.contains("/") ? [] : [.folders]
    var isAtStart = true
    while let next = rest.popFirst() {
      if next == "*", rest.first == "*" {
        rest = rest.drop { $0 == "*" }
        if isAtStart, rest.first == "/" {
          rest = rest.dropFirst()
          steps.append(.folders)
          continue
        }
        steps.append(.anything)
      } else {
        steps.append(next == "*" ? .many : next == "?" ? .one : .scalar(next))
      }
      isAtStart = next == "/"
    }
    self.steps = steps
  }

  /// Whether a path, relative to the folder of the settings file, matches.
  ///
  /// - Complexity: O(length of the pattern · length of the path).
  public func matches(_ path: String) -> Bool {
    var states = [Bool](repeating: false, count: steps.count + 1)
    states[0] = true
    skipEmpty(&states, atStartOfName: true)
    for scalar in path.unicodeScalars {
      var next = [Bool](repeating: false, count: steps.count + 1)
      for (index, step) in steps.enumerated() where states[index] {
        switch step {
        case .scalar(let own): if own == scalar { next[index + 1] = true }
        case .one: if scalar != "/" { next[index + 1] = true }
        case .many: if scalar != "/" { next[index] = true }
        case .anything, .folders: next[index] = true
        }
      }
      skipEmpty(&next, atStartOfName: scalar == "/")
      states = next
    }
    return states[steps.count]
  }

  /// Continues after steps that can match nothing.
  private func skipEmpty(_ states: inout [Bool], atStartOfName: Bool) {
    for (index, step) in steps.enumerated() where states[index] {
      switch step {
      case .many, .anything: states[index + 1] = true
      case .folders: if atStartOfName { states[index + 1] = true }
      case .scalar, .one: break
      }
    }
  }
}
