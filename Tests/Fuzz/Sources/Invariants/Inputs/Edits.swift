/// A document of a fuzzer's input: the bytes as they are, or a good document of which tokens are replaced, since what is
/// put together at random is hardly ever good to its end.
///
///     16 number 17 text   puts the text in the place of the token with that number, in decimal digits
///
/// The text ends where the next edit begins. Tokens are counted from 0 and around again; what is no digit ends a number
/// too.
struct Edits {
  /// The document.
  let bytes: [UInt8]

  private enum Mark {
    static let edit: UInt8 = 0x16
    static let text: UInt8 = 0x17
  }

  /// - Parameter document: what is edited where the input begins with an edit, cut into its tokens.
  init(_ input: [UInt8], of document: Tokens) {
    guard input.first == Mark.edit else {
      bytes = input
      return
    }
    var edited: [Int: ArraySlice<UInt8>] = [:]
    for edit in input.split(separator: Mark.edit) {
      let digits = edit.prefix { (0x30...0x39).contains($0) }.prefix(9)
      var text = edit.dropFirst(digits.count)
      if text.first == Mark.text { text = text.dropFirst() }
      edited[digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } % document.tokens.count] = text
    }
    bytes = Array(document.tokens.enumerated().map { edited[$0.offset] ?? $0.element }.joined())
  }

  /// A JSON document in pieces: strings, words, signs and the space between them.
  struct Tokens {
    let tokens: [ArraySlice<UInt8>]

    init(_ document: [UInt8]) {
      var tokens: [ArraySlice<UInt8>] = []
      var rest = document[...]
      while let first = rest.first {
        let token: ArraySlice<UInt8>
        if first == UInt8(ascii: "\"") {
          let end = rest.dropFirst().firstIndex(of: first) ?? rest.endIndex - 1
          token = rest[...end]
        } else {
          let kind = Self.kind(first)
          token = kind == .sign ? rest.prefix(1) : rest.prefix { Self.kind($0) == kind }
        }
        tokens.append(token)
        rest = rest.dropFirst(token.count)
      }
      self.tokens = tokens
    }

    private enum Kind { case space, sign, word }

    private static func kind(_ byte: UInt8) -> Kind {
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x20: .space
      case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: ":"), UInt8(ascii: ","):
        .sign
      default: .word
      }
    }
  }
}
