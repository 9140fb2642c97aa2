/// Makes training examples of random words: the same from the same seed, on every machine.
struct TrainingText {
  /// Kinds of lines.
  enum Line {
    /// Turns in English, with an escape here and there.
    case chat
    /// Turns in Chinese, Japanese and Korean letters.
    case cjk
    /// Function calling: many short strings, and numbers.
    case tool
    /// Chat with one fault in each line, of five kinds in turn.
    case faulty
  }

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number below `bound`, by SplitMix64; that some come a little more often is of no matter.
  private mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }

  // MARK: Text, as it stands between the quotes of a JSON string

  private static let vocabulary =
    """
    the of and to in is that it for was on are as with they at be this from have or by one had not but what all were when \
    model tuning example conversation question answer because between language service account delivery afternoon
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// English words without escapes.
  mutating func words(_ length: Int) -> String {
    var text = pick(Self.vocabulary)
    while text.utf8.count < length { text += " " + pick(Self.vocabulary) }
    return text
  }

  /// English with an escape every ten words or so.
  mutating func prose(_ length: Int) -> String {
    var text = pick(Self.vocabulary)
    while text.utf8.count < length {
      text += number(below: 10) == 0 ? pick([#". \""#, #"\" "#, #".\n"#, #"\n\n"#]) : " "
      text += pick(Self.vocabulary)
    }
    return text
  }

  /// An escape after every word.
  mutating func escaped(_ length: Int) -> String {
    var text = ""
    while text.utf8.count < length {
      text += pick(Self.vocabulary) + pick([#"\n"#, #"\t"#, #"\""#, #"\\"#, #"\u00e9"#, #"\ud83d\ude00"#])
    }
    return text
  }

  /// Characters of base64.
  mutating func base64(_ length: Int) -> String {
    let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return String((0..<length).map { _ in pick(characters) })
  }

  /// Letters of three and four bytes, with a blank now and then.
  mutating func cjk(_ length: Int) -> String {
    let letters: [Character] = Array("的一是在不了有和人这中大为上个国あいうえおかきくけこアイウエオ가나다라마바。 😀")
    var text = ""
    while text.utf8.count < length { text.append(pick(letters)) }
    return text
  }

  // MARK: Lines

  /// So many lines, each with its line feed.
  mutating func lines(_ count: Int, of kind: Line) -> [UInt8] {
    (0..<count).flatMap { Array(line(kind, $0).utf8) + [0x0A] }
  }

  private mutating func line(_ kind: Line, _ index: Int) -> String {
    switch kind {
    case .chat: chat { $0.prose($1) }
    case .cjk: chat { $0.cjk($1) }
    case .tool: tool()
    case .faulty: faulty(index)
    }
  }

  private mutating func chat(_ write: (inout Self, Int) -> String) -> String {
    let turns = (0..<2).map { _ in
      let question = write(&self, 40 + number(below: 300))
      let answer = write(&self, 100 + number(below: 1000))
      return
        #"{"role":"user","parts":[{"text":"\#(question)"}]},{"role":"model","parts":[{"text":"\#(answer)"}]}"#
    }
    return #"{"contents":[\#(turns.joined(separator: ","))]}"#
  }

  /// Keys differ from line to line: hashes of keys are seeded at random, and of the same few keys all lines would be as
  /// lucky, or not.
  private mutating func tool() -> String {
    let name = "get_\(pick(Self.vocabulary))"
    let arguments = members((0...number(below: 6)).map { _ in "\(number(below: 10_000))" })
    let items = (0...number(below: 8)).map { _ in
      members([
        "\(number(below: 100_000))", "\"\(words(12))\"", "\(number(below: 100)).\(number(below: 100))",
        "[-\(number(below: 180)).5, \(number(below: 90)), 1e-3]", pick(["true", "false"]),
      ])
    }
    let properties = members(
      (0..<6).map { _ in #"{"type": "NUMBER", "description": "\#(words(20))"}"# })
    return #"""
      {"contents": [{"role": "user", "parts": [{"text": "\#(prose(100))"}]}, \#
      {"role": "model", "parts": [{"functionCall": {"name": "\#(name)", "args": \#(arguments)}}]}, \#
      {"parts": [{"functionResponse": {"name": "\#(name)", \#
      "response": {"items": [\#(items.joined(separator: ", "))]}}}]}, \#
      {"role": "model", "parts": [{"text": "\#(prose(200))"}]}], \#
      "tools": [{"functionDeclarations": [{"name": "\#(name)", "description": "\#(words(40))", \#
      "parameters": {"type": "OBJECT", "properties": \#(properties)}}]}]}
      """#
  }

  /// An object of the values, under keys of random words.
  private mutating func members(_ values: [String]) -> String {
    let members = values.enumerated().map { #""\#(pick(Self.vocabulary))_\#($0)": \#($1)"# }
    return "{\(members.joined(separator: ", "))}"
  }

  private mutating func faulty(_ index: Int) -> String {
    let good = chat { $0.prose($1) }
    func replacing(_ old: String, _ new: String) -> String {
      good.replacing(old, with: new, maxReplacements: 1)
    }
    return switch index % 5 {
    case 0: replacing(#""role":"model""#, #""role":"assistant""#)
    case 1: replacing(#""text""#, #""txt""#)
    case 2: replacing(#""parts""#, #"'parts'"#)
    case 3: String(good.dropLast(30))
    default: good.dropLast() + ",}"
    }
  }
}
