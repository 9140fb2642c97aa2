import JSONLines

/// The functions that an example declares, by their names. Its memory is used again.
struct DeclaredFunctions {
  private var names = StringTable()
  /// Whether no declarations are there but those that are known.
  private(set) var areAll = true
  /// The first declaration of a name that was declared already, and the declaration before it, as indices.
  private(set) var repeated: (index: Int, first: Int)?

  /// Whether no function is declared.
  var isEmpty: Bool { names.count == 0 }

  /// Takes the declarations of an example. O(length of their names).
  mutating func set(_ context: borrowing ExampleContext) {
    names.clear()
    repeated = nil
    areAll = !context.example.hasSpoiltDeclarations
    for index in 0..<context.example.functionDeclarations.count {
      guard let name = context.example.functionDeclarations[index].name.string else {
        areAll = false
        continue
      }
      let first = names.insert(name, index, in: context.line)
      if let first, repeated == nil { repeated = (index, first) }
    }
  }

  /// The index of the declaration of a name; nil if the name is not declared.
  func index(of name: StringToken, in line: LineBytes) -> Int? { names.number(of: name, in: line) }
}
