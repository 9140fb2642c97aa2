import JSONLines

/// Estimates how many tokens a text has, in one pass over its characters.
///
/// A token begins at a character with a frequency that depends on it and on those before: nearly always at a space, seldom
/// within a word of usual letters, more often within one of unusual letters. How often within words, the letters of the
/// last characters tell too, as a sum of what each pair of them and each accent tells: Basque has more tokens than Spanish in
/// words of the same letters. The sum of the frequencies is the estimate; ``TokenCosts`` says where they are from.
struct TokenEstimator {
  private let costs = TokenCosts.shared
  private let table = CharacterClass.table

  /// So many characters are added up before what they tell is applied.
  private static let charactersOfBlock = 32

  /// What a text comes to.
  struct Estimate {
    /// The tokens, in thousandths.
    var thousandths = 0
    /// The characters that are surely not white space.
    var characters = 0
  }

  /// What is known of the characters before.
  private struct State {
    /// The class of the character before, times 64.
    var row = 0
    /// The letters of the two characters before, five bits each.
    var letters = 0
    /// The character before, if it is not ASCII.
    var scalar: UInt32 = 0
  }

  /// What the letters of a block and of the three blocks before tell.
  private struct Signal {
    private var blocks = SIMD4<Int>()

    /// Adds what a block tells, and returns what all tell.
    mutating func add(_ block: Int) -> Int {
      blocks = SIMD4(blocks.y, blocks.z, blocks.w, block)
      return blocks.wrappedSum()
    }
  }

  /// Estimates the tokens of a string in a range of a line. O(length of the range).
  func estimate(of range: Range<Int>, in line: LineBytes) -> Estimate {
    var estimate = Estimate()
    var state = State()
    var signal = Signal()
    var scalars = line.scalars(in: range)
    while true {
      var sum = TokenCosts.Share.none
      var rest = Self.charactersOfBlock
      while rest > 0, let (scalar, _) = scalars.next() {
        rest &-= 1
        guard scalar.value < 0x80 else {
          sum.add(share(ofBeyondASCII: scalar.value, &state))
          continue
        }
        let found = table[Int(scalar.value)].rawValue
        let column = Int(found)
        if found &- CharacterClass.a.rawValue < 26 {
          let isWithinWord = state.letters & 0x1F != 0
          sum.add(isWithinWord ? costs.letters[state.letters << 5 | column] : costs.pairs[state.row | column])
          state.letters = (state.letters << 5 | column) & 0x3FF
        } else {
          sum.add(costs.pairs[state.row | column])
          state.letters = (state.letters << 5 | Int(costs.letterCodes[column])) & 0x3FF
        }
        state.row = column << 6
      }
      let told = signal.add(sum.signal)
      estimate.thousandths &+= sum.fixed &+ TokenCosts.scaled(sum.withinWords, by: told)
      estimate.characters &+= sum.characters
      if rest > 0 { return estimate }
    }
  }

  /// The share of a character that is not ASCII.
  private func share(ofBeyondASCII value: UInt32, _ state: inout State) -> TokenCosts.Share {
    let isInTable = value < UInt32(CharacterClass.endOfTable)
    let found = isInTable ? table[Int(value)] : CharacterClass.beyondTable(value)
    let column = Int(found.rawValue)
    var share: TokenCosts.Share
    if let (script, isMark) = found.script {
      let place = Self.place(in: script, isMark, state)
      share = costs.share(of: value, in: script, at: place, after: state.scalar)
      state.letters = 0
    } else {
      share = costs.pairs[state.row | column]
      if found.isAccented { share.add(costs.signal(ofAccented: value)) }
      state.letters = (state.letters << 5 | Int(costs.letterCodes[column])) & 0x3FF
    }
    state.row = column << 6
    state.scalar = value
    return share
  }

  /// The place of a letter or mark among those that were before, as ``TokenCosts`` orders them.
  private static func place(in script: Int, _ isMark: Bool, _ state: State) -> Int {
    let mark = isMark ? 1 : 0
    guard let previous = CharacterClass(rawValue: UInt8(state.row >> 6)) else { return mark }
    if let before = previous.script, before.index == script { return (before.isMark ? 6 : 4) + mark }
    return (previous == .space ? 2 : 0) + mark
  }
}
