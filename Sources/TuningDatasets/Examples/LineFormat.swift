import JSONLines

/// The format of a line that has no `contents`, because it is an example for another program or another service.
enum LineFormat: UInt8, CaseIterable, Sendable, Codable {
  // Answers to prefer from.
  case chosenRejected, openAIPreference
  // A text and an answer, in two fields.
  case alpaca, dolly, promptCompletion, promptResponse, palm, aiStudio, inputOutput, inputTarget,
    questionAnswer,
    questionResponse,
    queryResponse, userAssistant
  // A list of messages.
  case openAIChat, anthropic, bedrock, shareGPT, palmChat, gemini1, geminiTurns
  // An example, or a request with one, inside something else.
  case batchRequest, batchOutput, openAIBatch, wrapped, wrappedMessages, listOfExamples

  /// A line that was recognized.
  struct Match {
    let format: LineFormat
    /// The key that tells it.
    let key: StringToken
    /// What else is in the line, as far as the mapping to Gemini's format depends on it.
    let traits: LineFormatTraits
  }

  /// A format that has the text and the answer in two fields.
  struct Pair {
    let format: LineFormat
    /// The field with the text.
    let text: String
    /// The field with the answer.
    let answer: String
  }

  /// The formats of two fields; one with more distinctive names comes before one with fewer.
  static let pairs = [
    Pair(format: .alpaca, text: "instruction", answer: "output"),
    Pair(format: .dolly, text: "instruction", answer: "response"),
    Pair(format: .promptCompletion, text: "prompt", answer: "completion"),
    Pair(format: .promptResponse, text: "prompt", answer: "response"),
    Pair(format: .palm, text: "input_text", answer: "output_text"),
    Pair(format: .aiStudio, text: "text_input", answer: "output"),
    Pair(format: .inputOutput, text: "input", answer: "output"),
    Pair(format: .inputTarget, text: "input", answer: "target"),
    Pair(format: .questionAnswer, text: "question", answer: "answer"),
    Pair(format: .questionResponse, text: "question", answer: "response"),
    Pair(format: .queryResponse, text: "query", answer: "response"),
    Pair(format: .userAssistant, text: "user", answer: "assistant"),
  ]

  /// The fields under which messages are listed; under the first two, a list is one of messages even if it is empty.
  static let lists = [
    "messages", "conversations", "conversation", "dialog", "dialogue", "history", "chat_history", "turns",
    "chat",
  ]

  /// What a line in this format is, as the end of a sentence that begins with "the line is".
  ///
  /// - Parameter key: the key that tells it.
  func name(key: String) -> String {
    switch self {
    case .geminiTurns: "in Gemini's format, but with its turns in '\(key)'"
    case .batchRequest: "a request for batch prediction"
    case .batchOutput: "output of batch prediction"
    case .openAIBatch: "a request for OpenAI's batch API"
    case .wrappedMessages: "a list of messages inside '\(key)'"
    case .wrapped: "an example inside '\(key)'"
    case .listOfExamples: "a list of examples in '\(key)'"
    default: "in the \(vendor) format"
    }
  }

  /// The name of the format, as it is written before the word "format".
  private var vendor: String {
    switch self {
    case .chosenRejected: "chosen/rejected preference"
    case .openAIPreference: "OpenAI preference"
    case .alpaca: "Alpaca"
    case .dolly: "Dolly"
    case .palm: "PaLM"
    case .aiStudio: "AI Studio"
    case .openAIChat: "OpenAI chat"
    case .anthropic: "Anthropic Messages"
    case .bedrock: "Amazon Bedrock"
    case .shareGPT: "ShareGPT"
    case .palmChat: "PaLM chat"
    case .gemini1: "Gemini 1.0"
    default: Self.pairs.first { $0.format == self }.map { "\($0.text)/\($0.answer)" } ?? ""
    }
  }
}
