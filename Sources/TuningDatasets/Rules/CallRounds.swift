/// Finds the rounds of function calls of an example, one after another. O(turns, parts).
struct CallRounds {
  /// The turn, the call and the response that come next.
  private var turn = 0
  private var call = 0
  private var response = 0
  private var round: CallRound?
  /// The last turn with calls.
  private var lastTurnWithCalls = -1
  /// Whether a turn could not be read in which there may be calls.
  private var mayLackCalls = false

  /// The next round; nil after the last one.
  mutating func next(_ context: borrowing ExampleContext) -> CallRound? {
    while turn < context.example.turns.count {
      turn += 1
      if let finished = pass(context.example.turns[turn - 1], context.example) { return finished }
    }
    defer { round = nil }
    return round
  }

  /// Takes a turn; the round that it ends, if it ends one.
  private mutating func pass(
    _ turn: TrainingExample.Turn, _ example: borrowing TrainingExample
  ) -> CallRound? {
    let calls = Self.pass(&call, of: turn, count: example.functionCalls.count) {
      example.functionCalls[$0].part
    }
    let responses = Self.pass(&response, of: turn, count: example.functionResponses.count) {
      example.functionResponses[$0].part
    }
    let isSpoilt = example.isSpoilt(turn)
    if isSpoilt { round?.isSpoilt = true }
    if !calls.isEmpty {
      if let open = round, open.responses.isEmpty, responses.isEmpty, lastTurnWithCalls == self.turn - 2 {
        // Calls in two turns in a row belong together.
        round?.calls = open.calls.lowerBound..<calls.upperBound
        lastTurnWithCalls = self.turn - 1
        return nil
      }
      let finished = endedRound
      // Which of the two comes first in one turn does not matter: that is no turn of the model's, nor of the user's.
      round = CallRound(calls: calls, responses: responses, isSpoilt: isSpoilt || !responses.isEmpty)
      lastTurnWithCalls = self.turn - 1
      mayLackCalls = false
      return finished
    }
    if !responses.isEmpty {
      if let open = round {
        let first = open.responses.isEmpty ? responses.lowerBound : open.responses.lowerBound
        round?.responses = first..<responses.upperBound
      } else {
        round = CallRound(calls: calls, responses: responses, isSpoilt: isSpoilt || mayLackCalls)
      }
      return nil
    }
    if isSpoilt { mayLackCalls = true }
    guard turn.role == .model else { return nil }
    let finished = endedRound
    round = nil
    mayLackCalls = isSpoilt
    return finished
  }

  /// The round that is open, as one that the model speaks after.
  private var endedRound: CallRound? {
    var ended = round
    ended?.isFollowed = true
    return ended
  }

  /// The calls or responses of a turn, by their indices; those before it belong to the system instruction, and are passed.
  ///
  /// - Parameter part: the part that one of them is in.
  @inline(__always)
  private static func pass(
    _ next: inout Int, of turn: TrainingExample.Turn, count: Int, part: (Int) -> Int
  ) -> Range<Int> {
    var first = next
    while next < count, part(next) < turn.endOfParts {
      next += 1
      if part(next - 1) < turn.firstPart { first = next }
    }
    return first..<next
  }
}
