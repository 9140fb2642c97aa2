import JSONLines

/// Estimates how many tokens a text has, in one pass over its characters.
///
/// A token begins at a character with a frequency that depends on it and on the character before: nearly always after a
/// space's beginning, seldom within an English word, more often within a word of a language that is rarer. Which language it
/// is, accents and letters nearby tell. The sum of the frequencies is the estimate; ``TokenCosts`` says where they are from.
struct TokenEstimator {
  private let costs = TokenCosts.shared
  private let table = CharacterClass.table

  /// How long a letter tells the language, in characters.
  private static let reach = 150

  /// What a text comes to.
  struct Estimate {
    /// The tokens, in thousandths.
    var thousandths = 0
    /// The characters that are surely not white space.
    var characters = 0
  }

  /// What is known of the characters so far.
  private struct State {
    var index = 0
    var row = 0
    /// The language that accents tell, times 4096, and where they do so no more.
    var language = 0
    var endOfLanguage = Int.max
    var previous = CharacterClass.start
    // Where letters tell no more what the language is.
    var (endOfRussian, endOfOtherCyrillic, endOfPersian, endOfKana) = (0, 0, 0, 0)
  }

  /// Estimates the tokens of a string in a range of a line. O(length of the range).
  func estimate(of range: Range<Int>, in line: LineBytes) -> Estimate {
    var estimate = Estimate()
    var state = State()
    for (scalar, _) in line.scalars(in: range) {
      state.index &+= 1
      if state.index > state.endOfLanguage { (state.language, state.endOfLanguage) = (0, .max) }
      guard scalar.value < 0x80 else {
        add(scalar.value, to: &estimate, &state)
        continue
      }
      let found = table[Int(scalar.value)]
      let column = Int(found.rawValue)
      estimate.thousandths &+= Int(costs.pairs[state.language | state.row | column])
      if scalar.value > 0x20 { estimate.characters &+= 1 }
      state.row = column << 6
      state.previous = found
    }
    return estimate
  }

  /// Adds a character that is not ASCII.
  private func add(_ value: UInt32, to estimate: inout Estimate, _ state: inout State) {
    let isInTable = value < UInt32(CharacterClass.endOfTable)
    let found = isInTable ? table[Int(value)] : CharacterClass.beyondTable(value)
    let column: Int
    if let (script, isMark) = found.script {
      Self.noteLanguage(of: found, &state)
      let place = Self.place(in: script, isMark, &state)
      estimate.thousandths += Int(costs.scripts[24 * script + 8 * Self.language(of: found, state) + place])
      if found != .cjkPunctuation { estimate.characters += 1 }
      column = Int(CharacterClass.other.rawValue)
    } else {
      column = Int(found.rawValue)
      if found.isAccented {
        state.language = (column - Int(CharacterClass.latin.rawValue) + 1) << 12
        state.endOfLanguage = state.index + Self.reach
        estimate.characters += 1
      }
      estimate.thousandths += Int(costs.pairs[state.language | state.row | column])
    }
    state.row = column << 6
    state.previous = found
  }

  /// The place of a letter or mark among those that were before, as ``TokenCosts`` orders them.
  private static func place(in script: Int, _ isMark: Bool, _ state: inout State) -> Int {
    let mark = isMark ? 1 : 0
    if let previous = state.previous.script, previous.index == script {
      return (previous.isMark ? 6 : 4) + mark
    }
    return (state.previous == .space ? 2 : 0) + mark
  }

  private static func noteLanguage(of found: CharacterClass, _ state: inout State) {
    let end = state.index + reach
    switch found {
    case .russian: state.endOfRussian = end
    case .otherCyrillic: state.endOfOtherCyrillic = end
    case .persian: state.endOfPersian = end
    case .hiragana, .katakana: state.endOfKana = end
    default: break
    }
  }

  /// Which of a script's languages it is.
  private static func language(of found: CharacterClass, _ state: State) -> Int {
    switch found {
    case .cyrillic, .russian, .otherCyrillic:
      state.index < state.endOfOtherCyrillic ? 2 : state.index < state.endOfRussian ? 1 : 0
    case .arabic, .arabicMark, .persian: state.index < state.endOfPersian ? 1 : 0
    case .han, .cjkPunctuation: state.index < state.endOfKana ? 1 : 0
    default: 0
    }
  }
}
