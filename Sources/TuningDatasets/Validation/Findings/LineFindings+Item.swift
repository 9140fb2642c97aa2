import Diagnostics

extension LineFindings {
  /// A finding whose text has not been made.
  struct Item {
    let facts: Facts
    /// The texts among the arguments that were made for it.
    var texts: [String] = []

    var code: RuleCode { facts.code }
    var severity: Severity { facts.severity }
    var offset: Int { facts.offset }
    var length: Int { facts.length }
    var arguments: (FindingArgument, FindingArgument, FindingArgument) { facts.arguments }
    var related: Related? { facts.related }
  }

  /// What is known of a finding beside the texts that were made for it. It has no reference: to copy it is to copy bytes.
  struct Facts {
    let code: RuleCode
    let severity: Severity
    /// Where it is, in bytes of the line, and how long it is.
    let offset: Int
    let length: Int
    /// What fills the placeholders of the rule's message.
    let arguments: (FindingArgument, FindingArgument, FindingArgument)
    /// Another place of the line that it is about.
    var related: Related?
  }

  /// Another place of a finding's line, and what is there.
  struct Related {
    /// What is there, in words.
    enum Message: String {
      case call = "the call"
      case firstCall = "the first call"
      case idOfCall = "the id of a call"
      case firstDeclaration = "the first declaration"
      case keyword = "the keyword of the declaration"
      case schema = "the schema"
    }

    private let first: Int32
    let message: Message

    /// A place of a line, which is shorter than 32 bits can tell.
    init(offset: Int, _ message: Message) {
      first = Int32(offset)
      self.message = message
    }

    /// Where it is in the line.
    var offset: Int { Int(first) }
  }
}
