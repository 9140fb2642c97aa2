import JSONLines

/// Which functions are declared and called, and how often.
public struct FunctionStatistics: Sendable, Codable {
  /// A function by its name.
  public struct Function: Sendable, Codable, Equatable, Tally {
    /// The name, cut after ``longestName`` bytes.
    public let name: String
    /// How often it is declared.
    public fileprivate(set) var declarations = 0
    /// How often it is called.
    public fileprivate(set) var calls = 0
    /// How many responses it has.
    public fileprivate(set) var responses = 0

    fileprivate init(_ name: StringToken, in line: LineBytes) {
      var characters = String.UnicodeScalarView()
      for (scalar, place) in line.scalars(of: name) {
        if place.upperBound - name.start > FunctionStatistics.longestName {
          characters.append("…")
          break
        }
        characters.append(scalar)
      }
      self.name = String(characters)
    }

    mutating func add(_ other: Function) {
      declarations += other.declarations
      calls += other.calls
      responses += other.responses
    }
  }

  /// The most bytes of a name that are kept: twice as many as a function's name may have.
  public static let longestName = 256

  /// The examples that declare functions.
  public private(set) var examplesWithDeclarations = 0
  /// The examples with calls.
  public private(set) var examplesWithCalls = 0
  /// How many functions an example declares, of those that declare some.
  public private(set) var declarationsPerExample = ValueHistogram()
  /// All calls.
  public private(set) var calls = 0
  /// All responses.
  public private(set) var responses = 0
  /// The turns with several calls.
  public private(set) var turnsWithParallelCalls = 0
  /// The most calls of a turn.
  public private(set) var mostCallsInTurn = 0
  private var functions = SampledTallies<Function>()

  init() {}

  /// How many functions there are by their names; an estimate where ``areAllKept`` is false.
  public var distinct: Int { functions.distinct }
  /// Whether all functions were counted one by one, because they are not more than 65,536; of more, a sample was.
  public var areAllKept: Bool { functions.areAll }

  /// The functions that are called most, then those that are declared most, then by their names; nil where ``areAllKept`` is
  /// false, because a sample may be without the most used ones. O(n log n).
  public func mostUsed(atMost most: Int) -> [Function]? {
    guard areAllKept else { return nil }
    return Array(
      functions.values.sorted {
        ($1.calls, $1.declarations, $0.name) < ($0.calls, $0.declarations, $1.name)
      }.prefix(most))
  }

  /// What was counted of a function, which is exact; nil if it is not there, or not in the sample where ``areAllKept`` is
  /// false. O(n).
  public func function(named name: String) -> Function? { functions.values.first { $0.name == name } }

  // MARK: Counting

  /// Adds the functions of an example, if it has some.
  @inline(__always)
  mutating func add(_ context: borrowing ExampleContext) {
    if context.example.hasFunctions { addSome(context) }
  }

  @inline(never)
  private mutating func addSome(_ context: borrowing ExampleContext) {
    let line = context.line
    let declarations = context.example.functionDeclarations.count
    if declarations > 0 {
      examplesWithDeclarations += 1
      declarationsPerExample.add(declarations)
    }
    for index in 0..<declarations {
      count(context.example.functionDeclarations[index].name, in: line) { $0.declarations += 1 }
    }
    let calls = context.example.functionCalls.count
    if calls > 0 { examplesWithCalls += 1 }
    self.calls += calls
    for index in 0..<calls {
      count(context.example.functionCalls[index].name, in: line) { $0.calls += 1 }
    }
    responses += context.example.functionResponses.count
    for index in 0..<context.example.functionResponses.count {
      count(context.example.functionResponses[index].name, in: line) { $0.responses += 1 }
    }
    countParallelCalls(of: context.example)
  }

  private mutating func count(
    _ name: TrainingExample.Place, in line: LineBytes, _ change: (inout Function) -> Void
  ) {
    guard let place = name.string else { return }
    let name = StringToken(start: place.start, end: place.end, traits: [.hasEscape, .hasLongEscape])
    functions.count(
      line.digest(of: name, at: .root).low, first: Function(name, in: line), change)
  }

  private mutating func countParallelCalls(of example: borrowing TrainingExample) {
    var call = 0
    for index in 0..<example.turns.count where call < example.functionCalls.count {
      let turn = example.turns[index]
      var calls = 0
      while call < example.functionCalls.count, example.functionCalls[call].part < turn.endOfParts {
        if example.functionCalls[call].part >= turn.firstPart { calls += 1 }
        call += 1
      }
      if calls > 1 { turnsWithParallelCalls += 1 }
      mostCallsInTurn = max(mostCallsInTurn, calls)
    }
  }

  /// Ends the counting.
  mutating func finish() { functions.prune() }

  mutating func append(_ next: FunctionStatistics) {
    examplesWithDeclarations += next.examplesWithDeclarations
    examplesWithCalls += next.examplesWithCalls
    declarationsPerExample.append(next.declarationsPerExample)
    calls += next.calls
    responses += next.responses
    turnsWithParallelCalls += next.turnsWithParallelCalls
    mostCallsInTurn = max(mostCallsInTurn, next.mostCallsInTurn)
    functions.append(next.functions)
  }
}
