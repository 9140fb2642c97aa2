/// What the examples of a dataset are like, in numbers.
///
/// Whatever lines they are counted in, and in whatever grouping parts are appended, they come to the same. Memory does not
/// grow with the data.
public struct ExampleStatistics: Sendable, Codable {
  /// The lines that are examples.
  public var examples: Int { turns.count }
  /// The lines that are not: no JSON object, too long, or without turns in `contents`.
  public internal(set) var linesNotRead = 0
  /// The lines in another format, or for another tuning method.
  public internal(set) var linesInOtherFormats = 0
  /// The turns of each example.
  public private(set) var turns = ValueHistogram()
  /// The turns by their roles.
  public private(set) var roles = RoleStatistics()
  /// The examples with a system instruction, and how many there are.
  public private(set) var instructions = InstructionStatistics()
  /// Images, audio, videos and documents.
  public private(set) var media = MediaStatistics()
  /// The functions that are declared and called.
  public private(set) var functions = FunctionStatistics()
  /// The tokens of each example.
  public private(set) var tokens = TokenStatistics()
  /// The characters of the texts.
  public private(set) var scripts = ScriptStatistics()

  init() {}

  /// Adds an example.
  mutating func add(
    _ context: borrowing ExampleContext, _ digest: borrowing ExampleDigest, _ tokens: TokenCount
  ) {
    turns.add(context.example.turnsInLine)
    roles.add(context.example)
    instructions.add(digest.instruction)
    media.add(context)
    functions.add(context)
    self.tokens.add(tokens)
    scripts.add(context)
  }

  /// Ends the counting.
  mutating func finish() {
    instructions.finish()
    functions.finish()
  }

  /// Appends what was counted of other examples.
  mutating func append(_ next: ExampleStatistics) {
    linesNotRead += next.linesNotRead
    linesInOtherFormats += next.linesInOtherFormats
    turns.append(next.turns)
    roles.append(next.roles)
    instructions.append(next.instructions)
    media.append(next.media)
    functions.append(next.functions)
    tokens.append(next.tokens)
    scripts.append(next.scripts)
  }
}
