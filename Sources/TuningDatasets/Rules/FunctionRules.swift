/// Runs the rules about function declarations, calls and responses, for an example that has some.
enum FunctionRules {
  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
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
}
