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

  // MARK: Order

  /// Whether the user and the model speak by turns, the model last, so that nothing is wrong with the order of turns.
  var isInOrder: Bool { orderedTurns == turnsInLine && orderedTurns > 0 && orderedTurns & 1 == 0 }

  /// Whether the user and the model speak by turns, the model last, a text each: what most examples are.
  var isPlainConversation: Bool { isInOrder && !hasOtherTurns }

  /// Whether a turn is what should come next, and no rule about roles and their order has anything to say of it: one of the
  /// user or of function responses, then one of the model with an answer.
  // Inlined, because an example that is lent is copied first.
  @inline(__always)
  func isInOrder(_ turn: Turn) -> Bool {
    if turnsInLine & 1 == 1 {
      guard turn.role == .model, turn.speaker == .model, turn.firstPart < turn.endOfParts else {
        return false
      }
      let last = parts[turn.endOfParts - 1]
      return last.kind == .functionCall || last.kind == .text && last.start < last.end
    }
    switch turn.speaker {
    case .user: return turn.role == .user
    case .functionResponse: return turnsInLine > 0 && (turn.role == .user || turn.role == .absent)
    case .model, nil: return false
    }
  }

  // MARK: Roles

  /// Whether a turn has a role.
  func has(_ role: Role) -> Bool { roles >> role.rawValue & 1 == 1 }

  /// Whether there are turns and none has a role, not even a wrong one.
  var hasNoRole: Bool { roles == 1 << Role.absent.rawValue }

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
  @inline(__always)
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
