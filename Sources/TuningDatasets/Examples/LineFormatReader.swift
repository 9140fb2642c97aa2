import JSONLines

/// Recognizes what a line without `contents` is: a second look at lines that are refused anyway, so that the first look at
/// every line does not pay for it.
struct LineFormatReader: ~Copyable {
  var keys = TellingKeys(
    Set(
      LineFormat.pairs.flatMap { [$0.text, $0.answer] }
        + ["chosen", "rejected", "preferred_output", "non_preferred_output", "prompt", "input", "context"]
        + [
          "system", "system_prompt", "tools", "functions", "anthropic_version", "schemaVersion", "request",
          "response",
        ]
    ).sorted())
  var traits: LineFormatTraits = []
  /// The key of a list of messages, and whether it is one whatever is in it.
  var list: (key: StringToken, isCertain: Bool, isMessages: Bool)?
  /// The key of an object, or of a list of objects, with `contents`.
  var wrapper: (key: StringToken, isList: Bool)?
  /// The key of an object with `messages`, and whether it is the body of a request.
  var messages: (key: StringToken, isBody: Bool)?
  /// Whether the contents in the wrapper end with the model's turn.
  var hasAnswer = false

  /// What a line is, from whose first byte the reader reads one object that was read before and is JSON; nil for anything
  /// that is not known. The reader is somewhere in the line then. O(length of the line).
  mutating func recognize(_ reader: inout JSONReader) -> LineFormat.Match? {
    keys.clear()
    traits = []
    list = nil
    wrapper = nil
    messages = nil
    hasAnswer = false
    do throws(JSONFault) {
      try reader.begin(reader.line)
      try readLine(&reader)
    } catch {
      return nil
    }
    return pair ?? chat ?? inside
  }

  // MARK: What the line is

  private func match(_ format: LineFormat, _ key: StringToken) -> LineFormat.Match {
    LineFormat.Match(format: format, key: key, traits: traits)
  }

  private var pair: LineFormat.Match? {
    guard keys.hasAny else { return nil }
    if let key = keys["chosen"], keys["rejected"] != nil { return match(.chosenRejected, key) }
    if let key = keys["preferred_output"], keys["non_preferred_output"] != nil {
      return match(.openAIPreference, key)
    }
    for pair in LineFormat.pairs {
      if let key = keys[pair.text], keys[pair.answer] != nil { return match(pair.format, key) }
    }
    return nil
  }

  private var chat: LineFormat.Match? {
    guard let list else { return nil }
    if traits.contains(.parts) { return match(.geminiTurns, list.key) }
    guard list.isCertain || !traits.isDisjoint(with: [.content, .value, .text]) else { return nil }
    if traits.contains(.author) { return match(.palmChat, list.key) }
    if keys["schemaVersion"] != nil { return match(.bedrock, list.key) }
    let isAnthropic =
      keys["anthropic_version"] != nil || !traits.isDisjoint(with: [.anthropicBlocks, .anthropicTools])
      || list.isMessages && !traits.contains(.from) && !traits.contains(.system) && keys["system"] != nil
    if isAnthropic { return match(.anthropic, list.key) }
    if traits.contains(.model), traits.contains(.content) { return match(.gemini1, list.key) }
    let isShareGPT = traits.contains(.from) || !list.isMessages && traits.isDisjoint(with: [.content, .text])
    return match(isShareGPT ? .shareGPT : .openAIChat, list.key)
  }

  private var inside: LineFormat.Match? {
    if let wrapper {
      if wrapper.isList { return match(.listOfExamples, wrapper.key) }
      guard let request = keys["request"], request == wrapper.key else { return match(.wrapped, wrapper.key) }
      let isOutput = keys["response"] != nil
      return match(isOutput ? .batchOutput : hasAnswer ? .wrapped : .batchRequest, request)
    }
    return messages.map { match($0.isBody ? .openAIBatch : .wrappedMessages, $0.key) }
  }
}
