/// A regular expression that has been compiled: a machine whose states are looked at all at once, so that a string takes time
/// in proportion to its length, whatever the expression is.
struct PatternProgram: Sendable {
  /// A state of the machine.
  enum Instruction: Sendable {
    /// A character of a class, and on to the next instruction.
    case characters(Int32)
    /// A place that is as it is asked for, and on to the next instruction.
    case assertion(PatternAssertion)
    /// On to both instructions.
    case split(Int32, Int32)
    case jump(Int32)
    case match
  }

  /// The most instructions; an expression that needs more is not supported.
  private static let mostInstructions = 4096

  private(set) var instructions: [Instruction] = []
  private(set) var classes: [CharacterClass] = []

  /// Compiles an expression; nil if it is invalid, not supported or too large.
  init?(_ text: String) {
    guard let node = PatternParser.node(of: text), add(node) else { return nil }
    instructions.append(.match)
  }

  private var next: Int32 { Int32(instructions.count) }

  /// Adds what an expression needs; false if that is too much.
  private mutating func add(_ node: PatternNode) -> Bool {
    guard instructions.count < Self.mostInstructions else { return false }
    switch node {
    case .empty: return true
    case .characters(let set):
      classes.append(set)
      instructions.append(.characters(Int32(classes.count - 1)))
      return true
    case .assertion(let assertion):
      instructions.append(.assertion(assertion))
      return true
    case .sequence(let nodes):
      for node in nodes { guard add(node) else { return false } }
      return true
    case .alternatives(let nodes): return addAlternatives(nodes)
    case .repetition(let node, let least, let most): return addRepetition(of: node, least, most)
    }
  }

  private mutating func addAlternatives(_ nodes: [PatternNode]) -> Bool {
    var jumps: [Int] = []
    for node in nodes.dropLast() {
      let split = instructions.count
      instructions.append(.match)
      guard add(node) else { return false }
      jumps.append(instructions.count)
      instructions.append(.match)
      instructions[split] = .split(Int32(split + 1), next)
    }
    guard let last = nodes.last, add(last) else { return false }
    for jump in jumps { instructions[jump] = .jump(next) }
    return true
  }

  private mutating func addRepetition(of node: PatternNode, _ least: Int, _ most: Int?) -> Bool {
    guard least <= Self.mostInstructions, most ?? 0 <= Self.mostInstructions else { return false }
    for _ in 0..<least { guard add(node) else { return false } }
    guard let most else {
      // Again and again, each time with the choice to go on.
      let split = instructions.count
      instructions.append(.match)
      guard add(node) else { return false }
      instructions.append(.jump(Int32(split)))
      instructions[split] = .split(Int32(split + 1), next)
      return true
    }
    var splits: [Int] = []
    for _ in least..<most {
      splits.append(instructions.count)
      instructions.append(.match)
      guard add(node) else { return false }
    }
    for split in splits { instructions[split] = .split(Int32(split + 1), next) }
    return true
  }
}
