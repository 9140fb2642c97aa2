public import Diagnostics

/// What the first digit of a rule's code says: the stage at which its findings can be made.
public enum RuleFamily: Int, CaseIterable, Sendable {
  /// The file as bytes: compression, size, kind.
  case stream = 0
  /// The bytes as text: UTF-8, line ends.
  case text
  /// The text as JSON.
  case syntax
  /// The JSON as a training example: fields and their types.
  case shape
  /// The example as a conversation: turns, roles, texts.
  case conversation
  /// Images, audio, video and documents.
  case media
  /// Function declarations, calls and responses.
  case tools
  /// All examples of the training and validation datasets together.
  case dataset
  /// The tuning job that uses the datasets.
  case job

  /// The family of a code; nil for a code that starts with 9, which none has.
  public init?(of code: RuleCode) {
    self.init(rawValue: code.family)
  }

  /// The family's name in headings: `JSON syntax`.
  public var title: String {
    switch self {
    case .stream: "Stream"
    case .text: "Text"
    case .syntax: "JSON syntax"
    case .shape: "Shape"
    case .conversation: "Conversation"
    case .media: "Media"
    case .tools: "Tools"
    case .dataset: "Dataset"
    case .job: "Tuning job"
    }
  }
}
