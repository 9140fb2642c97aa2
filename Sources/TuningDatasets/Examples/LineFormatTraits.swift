/// What is in a line of another format, as far as its mapping to Gemini's format depends on it.
struct LineFormatTraits: OptionSet, Sendable, Codable {
  let rawValue: UInt32

  // The fields of messages: which have the role, and which the text.
  static let from = Self(rawValue: 1 << 0)
  static let author = Self(rawValue: 1 << 1)
  static let content = Self(rawValue: 1 << 2)
  static let value = Self(rawValue: 1 << 3)
  static let text = Self(rawValue: 1 << 4)
  static let parts = Self(rawValue: 1 << 5)
  /// A `content` that is a list.
  static let blocks = Self(rawValue: 1 << 6)
  /// Blocks as only Anthropic's messages have them.
  static let anthropicBlocks = Self(rawValue: 1 << 7)
  static let toolCalls = Self(rawValue: 1 << 8)

  // The roles of messages.
  static let assistant = Self(rawValue: 1 << 9)
  static let gpt = Self(rawValue: 1 << 10)
  static let bot = Self(rawValue: 1 << 11)
  static let chatbot = Self(rawValue: 1 << 12)
  static let human = Self(rawValue: 1 << 13)
  static let model = Self(rawValue: 1 << 14)
  static let system = Self(rawValue: 1 << 15)
  static let developer = Self(rawValue: 1 << 16)
  static let tool = Self(rawValue: 1 << 17)

  // What is at the top of the line.
  static let topSystem = Self(rawValue: 1 << 18)
  static let topSystemPrompt = Self(rawValue: 1 << 19)
  static let topContext = Self(rawValue: 1 << 20)
  static let topInput = Self(rawValue: 1 << 21)
  static let topPrompt = Self(rawValue: 1 << 22)
  /// Tools that are not in Gemini's format.
  static let tools = Self(rawValue: 1 << 23)
  /// Fields that Gemini's format does not have, and whose content it has no use for.
  static let others = Self(rawValue: 1 << 24)
  /// Tools as only Anthropic has them.
  static let anthropicTools = Self(rawValue: 1 << 25)
  /// A list of messages in place of a text.
  static let listedText = Self(rawValue: 1 << 26)

  /// The roles by their names.
  static let roles: [(name: String, trait: Self)] = [
    ("assistant", .assistant), ("model", .model), ("gpt", .gpt), ("human", .human), ("system", .system),
    ("tool", .tool), ("function", .tool), ("developer", .developer), ("bot", .bot), ("chatbot", .chatbot),
    ("Chatbot", .chatbot), ("System", .system),
  ]

  /// The fields of a message by their names.
  static let fields: [(name: String, trait: Self)] = [
    ("content", .content), ("value", .value), ("text", .text), ("parts", .parts), ("tool_calls", .toolCalls),
    ("function_call", .toolCalls),
  ]
}
