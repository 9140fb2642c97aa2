extension TrainingExample {
  /// Who speaks, function responses told from users.
  enum Speaker {
    case user, model, functionResponse
  }

  /// Who speaks in a turn, given all parts; nil if that cannot be told.
  static func speaker(of turn: Turn, _ parts: ReusedArray<Part>) -> Speaker? {
    switch turn.role {
    case .model: parts.areFunctionResponses(in: turn) ? .functionResponse : .model
    case .user, .absent:
      turn.hasSpoiltParts ? nil : parts.areFunctionResponses(in: turn) ? .functionResponse : .user
    case .function: parts.areFunctionResponses(in: turn) ? .functionResponse : nil
    case .system, .unknown, .spoilt: nil
    }
  }

  /// Whether a turn needs a role and no turn has one: who answers cannot be told. O(turns) if no turn has a role.
  var lacksAllRoles: Bool {
    guard hasNoRole else { return false }
    for index in 0..<turns.count where needsRole(turns[index]) { return true }
    return false
  }

  /// Whether a turn without a role should have one. It depends on the turn's parts.
  func needsRole(_ turn: Turn) -> Bool { !isSpoilt(turn) && !holdsOnlyFunctionResponses(turn) }

  /// Whether a turn contains function responses and nothing else.
  func holdsOnlyFunctionResponses(_ turn: Turn) -> Bool { parts.areFunctionResponses(in: turn) }

  /// Whether a turn has a part or a role that could not be read.
  func isSpoilt(_ turn: Turn) -> Bool {
    if turn.hasSpoiltParts || turn.role == .spoilt { return true }
    for index in turn.firstPart..<turn.endOfParts where parts[index].kind == .spoilt { return true }
    return false
  }
}

extension ReusedArray<TrainingExample.Part> {
  /// Whether the parts of a turn are function responses, all of them.
  fileprivate func areFunctionResponses(in turn: TrainingExample.Turn) -> Bool {
    guard !turn.hasSpoiltParts, turn.firstPart < turn.endOfParts else { return false }
    for index in turn.firstPart..<turn.endOfParts where self[index].kind != .functionResponse { return false }
    return true
  }
}
