/// How many tokens begin at a character, on average, given those before it: the figures of an estimate.
///
/// They are frequencies in texts that Gemma 3's vocabulary cut into tokens: 370 collections in 71 languages and in ten
/// kinds of code, 32 million characters. The collections are manuals, Debian's reference, the help of GNOME and LibreOffice,
/// translations of LibreOffice, Evolution, Thunderbird and the game Wesnoth, words drawn at random as frequent as wordfreq
/// counts them, and sources. The more a language is used, the more it weighs, and each figure is drawn towards that of rarer
/// letters. What letters tell was then fitted by a ridge regression, so that the errors of blocks and of whole collections
/// are small, languages weighing more alike; frequencies and regression were done twice, each given the other.
///
/// `token-costs.txt` has them, a printable character for each figure; the lines of a table are in the order of the classes
/// of ``CharacterClass``:
///
/// 1. 57 lines: a class of characters, and the 57 that can follow.
/// 2. 28 lines, for what is two characters before (nothing that matters, a to z, another letter), in each 28 groups for what
///    is before (a to z, a capital, an accented letter), in each a letter from a to z.
/// 3. A line of what the pairs of letters tell, in 29 groups for what is before (no letter, and as above), and a line of what
///    each Latin letter from U+00C0 to U+017F tells, and those beyond.
/// 4. 26 lines, for the scripts: eight places (elsewhere, after a space, after a letter of the script, after a mark of
///    it, in each a letter and a mark), and the 128 letters after a letter of the script.
/// 5. A line of pairs of Greek letters and one of Cyrillic, 32 and 32; a line of Han and one of Hangul, by the last bits of
///    the character.
/// 6. What letters tell of the language, in lines of 128, for Greek, Cyrillic, Arabic, Devanagari, Bengali, and a line with
///    one figure each for hiragana, katakana, Han and their punctuation.
///
/// `Benchmarks/measure-token-estimate` measures the error.
struct TokenCosts: Sendable {
  /// What a character adds to an estimate. The sums of a block of characters fit.
  struct Share {
    private var bits: Int

    static let none = Share(bits: 0)

    private init(bits: Int) { self.bits = bits }

    /// - Parameters:
    ///   - signal: more or less than nothing, as more or fewer tokens are within words.
    init(thousandths: Int, isWithinWord: Bool, signal: Int, isCharacter: Bool) {
      bits = thousandths << (isWithinWord ? 0 : 20) | (isCharacter ? 1 : 0) << 40 | signal << 48
    }

    /// The thousandths of tokens within words, elsewhere, the characters, and what they tell.
    var withinWords: Int { bits & 0xFFFFF }
    var fixed: Int { bits >> 20 & 0xFFFFF }
    var characters: Int { bits >> 40 & 0xFF }
    var signal: Int { bits >> 48 }

    mutating func add(_ other: Share) { bits &+= other.bits }
  }

  /// What letters tell is measured so that this many is a half more or a third fewer.
  private static let unit = 2048

  /// The tokens within words, where letters tell that there are more or fewer.
  static func scaled(_ thousandths: Int, by signal: Int) -> Int {
    // Nearly the exponential function, from a half to two.
    let limited = max(-2 * unit / 3, min(signal, 2 * unit / 3))
    return thousandths * (2 * unit + limited) / (2 * unit - limited)
  }

  /// By class and class, which are of six bits each.
  let pairs: [Share]
  /// By the letters before and a letter, five bits each.
  let letters: [Share]
  /// What is kept of each class: a letter from a to z, a capital, or an accented one, or 0.
  let letterCodes: [UInt8]
  /// What Latin letters beyond ASCII tell, from U+00C0 on.
  private let signalsOfAccents: [Int16]
  private let scripts: Scripts

  /// The figures of letters that are not Latin.
  private struct Scripts {
    /// In thousandths, by script, in each of eight places.
    let places: [UInt16]
    /// In thousandths, of a letter or mark after a letter of the script, by script and letter.
    let letters: [UInt16]
    /// The same, by the letter before and the letter.
    let greek: [UInt16]
    let cyrillic: [UInt16]
    /// The same, by the last bits of the character.
    let han: [UInt16]
    let hangul: [UInt16]
    /// What letters tell, by script and letter.
    let signals: [Int16]
  }

  static let shared = TokenCosts()

  /// What a Latin letter beyond ASCII tells.
  func signal(ofAccented value: UInt32) -> Share {
    Share(
      thousandths: 0, isWithinWord: true, signal: Int(signalsOfAccents[Int(min(value, 0x180) - 0xC0)]),
      isCharacter: false)
  }

  /// The share of a letter or mark of a script, at a place, after another character.
  func share(of value: UInt32, in script: Int, at place: Int, after before: UInt32) -> Share {
    let letter = Int(value & 0x7F)
    let cost: UInt16
    if place & ~1 != Self.afterLetter {
      cost = scripts.places[8 * script + place]
    } else if script == Self.index(of: .cyrillic) {
      cost = scripts.cyrillic[Int((before & 0x1F) << 5 | value & 0x1F)]
    } else if script == Self.index(of: .greek) {
      cost = scripts.greek[Int((before & 0x1F) << 5 | value & 0x1F)]
    } else if script == Self.index(of: .han) {
      cost = scripts.han[Int(value & 0x3FF)]
    } else if script == Self.index(of: .hangul) {
      cost = scripts.hangul[Int(value & 0x1FF)]
    } else {
      cost = scripts.letters[script << 7 | letter]
    }
    return Share(
      thousandths: Int(cost), isWithinWord: place >= Self.afterLetter,
      signal: Int(scripts.signals[script << 7 | letter]),
      isCharacter: script != Self.index(of: .cjkPunctuation))
  }

  /// The place of a letter after a letter of its script.
  private static let afterLetter = 4

  private static func index(of letter: CharacterClass) -> Int {
    Int(letter.rawValue) - Int(CharacterClass.greek.rawValue)
  }

  private init() {
    var figures = TokenFigures(PackageResources.token_costs_txt)
    letterCodes = Self.codes
    let pairs = figures.costs(CharacterClass.pairClasses * CharacterClass.pairClasses)
    let letters = figures.costs(28 * 28 * 26)
    let signals = figures.signals(29 * 26)
    self.signalsOfAccents = figures.signals(0x180 - 0xC0 + 1)
    scripts = Self.scripts(&figures)
    self.pairs = Self.shares(ofPairs: pairs, signals)
    self.letters = Self.shares(ofLetters: letters, signals)
  }

  private static func scripts(_ figures: inout TokenFigures) -> Scripts {
    let count = index(of: .cjkPunctuation) + 1
    var (places, letters): ([UInt16], [UInt16]) = ([], [])
    for _ in 0..<count {
      places += figures.costs(8)
      letters += figures.costs(128)
    }
    let (greek, cyrillic) = (figures.costs(1024), figures.costs(1024))
    let (han, hangul) = (figures.costs(1024), figures.costs(512))
    var signals = [Int16](repeating: 0, count: count << 7)
    func set(_ script: CharacterClass, _ figures: [Int16]) {
      signals.replaceSubrange((index(of: script) << 7)..<(index(of: script) + 1) << 7, with: figures)
    }
    for script in [CharacterClass.greek, .cyrillic, .arabic, .devanagari, .bengali] {
      set(script, figures.signals(128))
    }
    for script in [CharacterClass.hiragana, .katakana, .han, .cjkPunctuation] {
      set(script, [Int16](repeating: figures.signals(1)[0], count: 128))
    }
    return Scripts(
      places: places, letters: letters, greek: greek, cyrillic: cyrillic, han: han, hangul: hangul,
      signals: signals)
  }

  private static func shares(ofPairs costs: [UInt16], _ signals: [Int16]) -> [Share] {
    // After a letter of a script stands what stands after any other character.
    var shares = [Share](repeating: .none, count: CharacterClass.count << 6)
    for before in 0..<CharacterClass.count {
      let row = min(before, CharacterClass.pairClasses - 1)
      for following in 0..<CharacterClass.pairClasses {
        guard let found = CharacterClass(rawValue: UInt8(following)) else { continue }
        let isWithinWord = found.isAccented && CharacterClass(rawValue: UInt8(row))?.isLetter == true
        let signal = found.isLetter && !found.isAccented ? signals[following - 1] : 0
        shares[before << 6 | following] = Share(
          thousandths: Int(costs[row * CharacterClass.pairClasses + following]), isWithinWord: isWithinWord,
          signal: Int(signal), isCharacter: found.isSurelyNoSpace)
      }
    }
    return shares
  }

  private static func shares(ofLetters costs: [UInt16], _ signals: [Int16]) -> [Share] {
    var shares = [Share](repeating: .none, count: 1 << 15)
    for second in 0...accented {
      for first in 1...accented {
        for letter in 1...26 {
          let place = (min(second, capital) * accented + first - 1) * 26 + letter - 1
          shares[second << 10 | first << 5 | letter] = Share(
            thousandths: Int(costs[place]), isWithinWord: true, signal: Int(signals[26 * first + letter - 1]),
            isCharacter: true)
        }
      }
    }
    return shares
  }

  private static let (capital, accented) = (27, 28)

  private static let codes: [UInt8] = (0..<CharacterClass.count).map { index in
    let found = CharacterClass(rawValue: UInt8(index))
    if found?.isAccented == true { return UInt8(accented) }
    return found == .upperCase ? UInt8(capital) : found?.isLetter == true ? UInt8(index) : 0
  }
}
