import JSONLines

/// Looks for matches of expressions. Its memory is used again.
struct PatternMatcher {
  /// The instructions that wait for the next character, and those that wait for the one after it.
  private var current: ContiguousArray<Int32> = []
  private var following: ContiguousArray<Int32> = []
  /// For each instruction, the number of the place for which it was added last.
  private var marks: ContiguousArray<Int32> = []
  private var number: Int32 = 0
  /// The instructions that are to be added.
  private var waiting: ContiguousArray<Int32> = []

  /// A place between two characters.
  private struct Place {
    let last: Unicode.Scalar?
    let next: Unicode.Scalar?

    func fulfils(_ assertion: PatternAssertion) -> Bool {
      switch assertion {
      case .start: last == nil
      case .end: next == nil
      case .wordBoundary: isWord(last) != isWord(next)
      case .noWordBoundary: isWord(last) == isWord(next)
      }
    }

    private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map(CharacterClass.wordCharacters.contains) ?? false
    }
  }

  /// Whether an expression matches somewhere in a string. O(length · instructions).
  ///
  /// - Parameter budget: how many more steps can be done; each instruction at each character is one. Once it is used up, the
  ///   answer is yes.
  mutating func finds(
    _ program: PatternProgram, in string: StringToken, of line: LineBytes, _ budget: inout Int
  ) -> Bool {
    if marks.count < program.instructions.count || number > Int32.max / 2 {
      marks = ContiguousArray(repeating: 0, count: max(marks.count, program.instructions.count))
      number = 0
    }
    var scalars = line.scalars(of: string)
    var place = Place(last: nil, next: scalars.next()?.scalar)
    number += 1
    following.removeAll(keepingCapacity: true)
    // A match can begin at every place.
    if add(0, program, place) { return true }
    while let character = place.next {
      swap(&current, &following)
      following.removeAll(keepingCapacity: true)
      budget -= 1 + current.count
      if budget < 0 { return true }
      place = Place(last: character, next: scalars.next()?.scalar)
      number += 1
      for instruction in current {
        guard case .characters(let set) = program.instructions[Int(instruction)],
          program.classes[Int(set)].contains(character)
        else { continue }
        if add(instruction + 1, program, place) { return true }
      }
      if add(0, program, place) { return true }
    }
    return false
  }

  /// Adds an instruction and all that follow it without a character; whether a match is among them.
  private mutating func add(_ first: Int32, _ program: PatternProgram, _ place: Place) -> Bool {
    waiting.removeAll(keepingCapacity: true)
    waiting.append(first)
    while let instruction = waiting.popLast() {
      guard marks[Int(instruction)] != number else { continue }
      marks[Int(instruction)] = number
      switch program.instructions[Int(instruction)] {
      case .characters: following.append(instruction)
      case .assertion(let assertion): if place.fulfils(assertion) { waiting.append(instruction + 1) }
      case .split(let left, let right):
        waiting.append(right)
        waiting.append(left)
      case .jump(let target): waiting.append(target)
      case .match: return true
      }
    }
    return false
  }
}
