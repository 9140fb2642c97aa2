/// The message or remedy of a rule, cut where the arguments of a finding go.
///
///     role {0} is not one of Gemini's   →   "role ", argument 0, " is not one of Gemini's"
package struct RuleTemplate: Sendable {
  /// A part of it.
  package enum Piece: Sendable, Equatable {
    case words(String)
    /// The argument with a number from 0 to 9.
    case argument(Int)
  }

  /// The parts, in order.
  package private(set) var pieces: [Piece] = []

  /// Cuts a text at `{0}` … `{9}`. O(length).
  package init(_ template: String) {
    var words = template.utf8[...]
    var rest = words
    while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
      let placeholder = rest[brace...].prefix(3)
      guard let index = Self.index(in: placeholder) else {
        rest = rest[brace...].dropFirst()
        continue
      }
      add(words[..<brace])
      pieces.append(.argument(index))
      rest = rest[placeholder.endIndex...]
      words = rest
    }
    add(words)
  }

  private mutating func add(_ words: Substring.UTF8View) {
    if !words.isEmpty { pieces.append(.words(String(Substring(words)))) }
  }

  /// The text with its arguments. An argument that looks like a placeholder stays as it is, and so does a placeholder
  /// without an argument.
  package func filled(with arguments: [String]) -> String {
    pieces.reduce(into: "") { filled, piece in
      switch piece {
      case .words(let words): filled += words
      case .argument(let index): filled += index < arguments.count ? arguments[index] : "{\(index)}"
      }
    }
  }

  /// The number in `{0}` … `{9}`; nil for anything else.
  private static func index(in placeholder: Substring.UTF8View) -> Int? {
    guard placeholder.count == 3, placeholder.last == UInt8(ascii: "}") else { return nil }
    let digit = placeholder.dropFirst().first.map { $0 &- UInt8(ascii: "0") }
    return digit.flatMap { $0 < 10 ? Int($0) : nil }
  }
}
