import JSONLines

/// The function calls that the model makes before it gets responses, and the responses before it speaks again, as
/// indices in the lists of an example.
struct CallRound {
  /// What does not match in a round.
  enum Fault {
    /// A response whose call is not there.
    case responseWithoutCall(Int)
    /// Calls that the model continues after without a response.
    case callsWithoutResponse
    /// Not as many responses as calls.
    case count
    /// A response that is for another of the calls than the one in its place.
    case order(Int)
    /// A response whose id is that of no call.
    case unknownID(Int)
  }

  var calls: Range<Int>
  var responses: Range<Int>
  /// Whether the model speaks again.
  var isFollowed = false
  /// Whether some of the parts could not be read, so that others may be there than are known.
  var isSpoilt = false

  /// What does not match; nil if all does, or if it cannot be told. O(length of the names and ids).
  ///
  /// - Parameter ids: memory for the ids of the calls.
  func fault(_ context: borrowing ExampleContext, _ ids: inout StringTable) -> Fault? {
    if isSpoilt { return nil }
    if calls.isEmpty { return .responseWithoutCall(responses.lowerBound) }
    for index in calls where context.example.functionCalls[index].name.isUnknown { return nil }
    if responses.isEmpty { return isFollowed ? .callsWithoutResponse : nil }
    if haveIDs(context) { return faultByID(context, &ids) }
    if calls.count != responses.count { return .count }
    return faultByName(context, ids)
  }

  /// Whether all calls and all responses have ids.
  private func haveIDs(_ context: borrowing ExampleContext) -> Bool {
    for index in calls where context.example.functionCalls[index].id.isUnknown { return false }
    for index in responses where context.example.functionResponses[index].id.isUnknown { return false }
    return true
  }

  /// Ids say which call a response is for, so the order does not matter.
  private func faultByID(_ context: borrowing ExampleContext, _ ids: inout StringTable) -> Fault? {
    let answered = -1
    ids.clear()
    for index in calls {
      guard let id = context.example.functionCalls[index].id.string else { return nil }
      _ = ids.insert(id, index, in: context.line)
    }
    for index in responses {
      let response = context.example.functionResponses[index]
      guard let id = response.id.string else { return nil }
      guard let call = ids.number(of: id, in: context.line) else { return .unknownID(index) }
      guard call != answered, calls.count == responses.count else { return .count }
      ids.setNumber(of: id, to: answered, in: context.line)
      guard let name = context.example.functionCalls[call].name.string, let other = response.name.string
      else {
        continue
      }
      if !context.line.content(of: name, isThatOf: other, in: context.line) {
        return .responseWithoutCall(index)
      }
    }
    return calls.count == responses.count ? nil : .count
  }

  /// Without ids, a response is for the call in its place.
  private func faultByName(_ context: borrowing ExampleContext, _ table: StringTable) -> Fault? {
    var first: Int?
    // The sum of the hashes does not depend on the order.
    var sums: (calls: UInt64, responses: UInt64) = (0, 0)
    for (call, response) in zip(calls, responses) {
      guard let name = context.example.functionCalls[call].name.string,
        let other = context.example.functionResponses[response].name.string
      else { return nil }
      if first == nil, context.line.content(of: name, isThatOf: other, in: context.line) { continue }
      first = first ?? response
      sums.calls &+= table.hash(of: name, in: context.line)
      sums.responses &+= table.hash(of: other, in: context.line)
    }
    guard let first else { return nil }
    return sums.calls == sums.responses ? .order(first) : .responseWithoutCall(first)
  }
}
