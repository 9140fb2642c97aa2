import JSONLines

extension ExampleContext {
  /// Calls `body` with each text of the example that is counted as tokens, and whether the model learns to write it.
  ///
  /// These are the texts that Google's SDK counts: texts of parts and of the system instruction; names of function calls
  /// and responses, and all keys and strings in them; and of declarations what ``DeclarationTexts`` lists. Nothing is counted
  /// for roles, for what delimits turns, or for numbers. What the model learns to write are its turns, all of them: which of
  /// them the service trains on is not documented.
  ///
  /// Source: `local_tokenizer.py` of google-genai 2.19.0 and 3.6.1.
  ///
  /// - Complexity: linear in the example.
  func forEachCountedText(_ body: (StringToken, _ isOutput: Bool) -> Void) {
    for index in example.instructionParts where example.parts[index].kind == .text {
      body(example.parts[index].token, false)
    }
    for index in 0..<example.functionDeclarations.count {
      guard let object = example.functionDeclarations[index].object.range else { continue }
      var texts = DeclarationTexts(of: line, at: object.lowerBound)
      texts.forEach { body($0, false) }
    }
    for index in 0..<example.turns.count {
      let turn = example.turns[index]
      let isOutput = turn.speaker == .model
      for part in turn.firstPart..<turn.endOfParts where example.parts[part].kind == .text {
        body(example.parts[part].token, isOutput)
      }
    }
    if example.functionCalls.count > 0 || example.functionResponses.count > 0 { forEachTextOfCalls(body) }
  }

  private func forEachTextOfCalls(_ body: (StringToken, _ isOutput: Bool) -> Void) {
    var turn = 0
    for index in 0..<example.functionCalls.count {
      let call = example.functionCalls[index]
      while turn < example.turns.count, example.turns[turn].endOfParts <= call.part { turn += 1 }
      let isOutput =
        turn < example.turns.count && example.turns[turn].contains(call.part)
        && example.turns[turn].speaker == .model
      if let name = call.name.string { body(name, isOutput) }
      if let arguments = call.arguments.range {
        line.forEachString(in: arguments) { body($0, isOutput) }
      }
    }
    for index in 0..<example.functionResponses.count {
      let response = example.functionResponses[index]
      if let name = response.name.string { body(name, false) }
      if let value = response.response.range { line.forEachString(in: value) { body($0, false) } }
    }
  }
}

extension TrainingExample.Turn {
  /// Whether a part is one of the turn's, by its index.
  fileprivate func contains(_ part: Int) -> Bool { firstPart <= part && part < endOfParts }
}
