extension LineFormat {
  /// How the fields of a line are written in Gemini's format, as the end of a sentence.
  ///
  /// - Parameters:
  ///   - key: the key that tells the format, in the first line.
  ///   - traits: what is in the lines: only that has to be converted.
  func mapping(key: String, _ traits: LineFormatTraits) -> String {
    var clauses: [String]
    switch self {
    case .chosenRejected:
      clauses = [
        traits.contains(.topPrompt)
          ? "'prompt' becomes a user turn in 'contents', and 'chosen' the model turn after it"
          : "'chosen' becomes the turns in 'contents'",
        "supervised tuning does not use 'rejected'",
      ]
    case .openAIPreference:
      clauses = [
        "the messages of 'input' become turns in 'contents', and 'preferred_output' the model turn after them",
        "supervised tuning does not use 'non_preferred_output'",
      ]
    case .openAIChat, .anthropic, .bedrock, .shareGPT, .palmChat, .gemini1: clauses = [turns(key, traits)]
    case .geminiTurns: clauses = ["rename '\(key)' to 'contents'"]
    case .batchRequest:
      return
        "the object in 'request' becomes the line itself, and the answer to learn the last turn in its 'contents'"
    case .batchOutput:
      return """
        the object in 'request' becomes the line itself, and 'content' of the first of the 'candidates' in 'response' the \
        last turn in its 'contents'
        """
    case .openAIBatch:
      return
        "each entry of 'messages' in 'body' becomes a turn in 'contents', and the answer to learn the last one"
    case .wrappedMessages: return "each entry of 'messages' in '\(key)' becomes a turn in 'contents'"
    case .wrapped: return "the object in '\(key)' becomes the line itself" + Self.command(key, "")
    case .listOfExamples:
      return "each element of '\(key)' becomes a line of its own" + Self.command(key, "[]")
    default: clauses = [pair(traits)]
    }
    clauses += roles(traits) + top(traits)
    return clauses.joined(separator: "; ")
  }

  /// A command that makes lines of what is under a key; nothing for a key that would need quotes.
  private static func command(_ key: String, _ suffix: String) -> String {
    let isIdentifier = key.utf8.enumerated().allSatisfy { index, byte in
      (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_") || index > 0 && byte &- 0x30 < 10
    }
    return isIdentifier && !key.isEmpty ? ": jq -c '.\(key)\(suffix)' old.jsonl > train.jsonl" : ""
  }

  private func pair(_ traits: LineFormatTraits) -> String {
    guard let pair = Self.pairs.first(where: { $0.format == self }) else { return "" }
    if traits.contains(.listedText) {
      return
        "each entry of '\(pair.text)' becomes a turn in 'contents', and '\(pair.answer)' the model turn after them"
    }
    var texts = ["'\(pair.text)'"]
    if traits.contains(.topInput), pair.text != "input" { texts.append("'input'") }
    if traits.contains(.topContext) { texts.append("'context'") }
    let verb = texts.count == 1 ? "becomes" : "become"
    return
      "\(texts.joined(separator: " and ")) \(verb) a user turn in 'contents', and '\(pair.answer)' a model turn"
  }

  /// What becomes of a list of messages.
  private func turns(_ key: String, _ traits: LineFormatTraits) -> String {
    let text = [("content", LineFormatTraits.content), ("value", .value), ("text", .text)].first {
      traits.contains($0.1)
    }?.0
    let parts = text.map { name in
      traits.contains(.blocks)
        ? "each text in its '\(name)' a part with 'text'" : "its '\(name)' the 'text' of a part"
    }
    return "each entry of '\(key)' becomes a turn in 'contents'" + (parts.map { ", and \($0)" } ?? "")
  }

  /// What becomes of roles that Gemini does not have, and of tools.
  private func roles(_ traits: LineFormatTraits) -> [String] {
    func names(_ roles: [(String, LineFormatTraits)]) -> String {
      roles.filter { traits.contains($0.1) }.map { "'\($0.0)'" }.joined(separator: " and ")
    }
    let role = traits.contains(.from) ? "'from'" : traits.contains(.author) ? "'author'" : ""
    let model = names([("assistant", .assistant), ("gpt", .gpt), ("bot", .bot), ("chatbot", .chatbot)])
    let user = names([("human", .human)])
    let system = names([("system", .system), ("developer", .developer)])
    var clauses: [String] = []
    if !role.isEmpty { clauses.append("\(role) becomes 'role'") }
    if !model.isEmpty { clauses.append("the role \(model) becomes 'model'") }
    if !user.isEmpty { clauses.append("the role \(user) becomes 'user'") }
    if !system.isEmpty { clauses.append("the entry with the role \(system) becomes 'systemInstruction'") }
    if !traits.isDisjoint(with: [.toolCalls, .tool, .anthropicBlocks]) {
      clauses.append(
        "calls of tools and their results become parts with 'functionCall' and 'functionResponse'")
    }
    return clauses
  }

  /// What becomes of fields at the top of the line.
  private func top(_ traits: LineFormatTraits) -> [String] {
    let instruction = #"becomes 'systemInstruction': {"parts": [{"text": …}]}"#
    var clauses: [String] = []
    if traits.contains(.topSystem) { clauses.append("the field 'system' \(instruction)") }
    if traits.contains(.topSystemPrompt) { clauses.append("the field 'system_prompt' \(instruction)") }
    if self == .palmChat, traits.contains(.topContext) {
      clauses.append("the field 'context' \(instruction)")
    }
    if traits.contains(.tools) {
      clauses.append(
        "the functions in the list of tools become entries of 'functionDeclarations' of one tool")
    }
    if traits.contains(.others) { clauses.append("the other fields are removed") }
    return clauses
  }
}
