/// Runs the rules about function declarations, calls and responses, for an example that has some.
struct FunctionRules: ~Copyable {
  private var declared = DeclaredFunctions()
  private var ids = StringTable()
  private var arguments = ArgumentCheck()

  mutating func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    checkNames(context, &findings)
    TooManyFunctions.check(context, &findings)
    declared.set(context)
    DuplicateFunction.check(declared, context, &findings)
    CallID.check(context, &findings)
    if context.example.functionCalls.count > 0 {
      UndeclaredFunctionCall.check(declared, context, &findings)
      arguments.check(declared, context, &findings)
    }
    if context.example.functionCalls.count > 0 || context.example.functionResponses.count > 0 {
      checkRounds(context, &findings)
    }
  }

  private func checkNames(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    for index in 0..<context.example.functionDeclarations.count {
      let declaration = context.example.functionDeclarations[index]
      InvalidFunctionName.check(declaration.name, context, &findings)
    }
    for index in 0..<context.example.functionCalls.count {
      InvalidFunctionName.check(context.example.functionCalls[index].name, context, &findings)
    }
    for index in 0..<context.example.functionResponses.count {
      InvalidFunctionName.check(context.example.functionResponses[index].name, context, &findings)
    }
  }

  /// Checks that calls and responses match. Of each rule, the first finding of the line counts: whoever leaves out one response
  /// leaves out others too.
  private mutating func checkRounds(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    var (lacksCall, lacksResponse, isMismatched, hasUnknownID) = (false, false, false, false)
    var rounds = CallRounds()
    while let round = rounds.next(context) {
      switch round.fault(context, &ids) {
      case nil: break
      case .responseWithoutCall(let response):
        if !lacksCall { ResponseWithoutCall.report(response, round, context, &findings) }
        lacksCall = true
      case .callsWithoutResponse:
        if !lacksResponse { CallWithoutResponse.report(round, context, &findings) }
        lacksResponse = true
      case .count:
        if !isMismatched { ParallelCallMismatch.report(countOf: round, context, &findings) }
        isMismatched = true
      case .order(let response):
        if !isMismatched { ParallelCallMismatch.report(orderOf: response, in: round, context, &findings) }
        isMismatched = true
      case .unknownID(let response):
        if !hasUnknownID { CallID.report(unknownIDOf: response, round, context, &findings) }
        hasUnknownID = true
      }
    }
  }
}
