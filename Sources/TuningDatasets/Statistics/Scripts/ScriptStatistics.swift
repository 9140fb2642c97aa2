/// How many characters of the texts belong to each writing system.
///
/// The texts are those of parts and of system instructions, escapes resolved; characters are Unicode scalars.
public struct ScriptStatistics: Sendable, Codable, Equatable {
  private var counts = ContiguousArray(repeating: 0, count: WritingSystem.allCases.count)

  init() {}

  /// How many characters belong to a writing system.
  public subscript(system: WritingSystem) -> Int { counts[Int(system.rawValue)] }

  /// How many characters there are.
  public var characters: Int { counts.reduce(0, +) }

  /// Adds the texts of an example. O(length of the texts).
  mutating func add(_ context: borrowing ExampleContext) {
    var counts = TextCharacters()
    for index in 0..<context.example.parts.count where context.example.parts[index].kind == .text {
      counts.add(context.example.parts[index].token, in: context.line)
    }
    for index in self.counts.indices { self.counts[index] += counts[index] }
  }

  mutating func append(_ next: ScriptStatistics) {
    for index in counts.indices { counts[index] += next.counts[index] }
  }
}
