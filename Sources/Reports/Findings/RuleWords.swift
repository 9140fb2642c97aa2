import Diagnostics

/// The words of a rule as bytes of a report, cut where the arguments of a finding go.
struct RuleWords {
  /// Writes text of any origin as a kind of report allows it.
  typealias Escaping = @Sendable (_ text: String, _ bytes: inout [UInt8]) -> Void

  /// Words, or an argument and what stands there if a finding has no such argument.
  private enum Piece {
    case words([UInt8])
    case argument(Int, otherwise: [UInt8])
  }

  private let message: [Piece]
  private let remedy: [Piece]
  private let escaping: Escaping

  /// Cuts the words of a rule.
  init(_ rule: RuleDescription, _ escaping: @escaping Escaping) {
    message = Self.pieces(of: rule.message, escaping)
    remedy = Self.pieces(of: rule.remedy, escaping)
    self.escaping = escaping
  }

  /// Writes the message of a finding.
  func writeMessage(of finding: Finding, to bytes: inout [UInt8]) {
    write(message, with: finding.arguments, to: &bytes)
  }

  /// Writes the remedy of a finding.
  func writeRemedy(of finding: Finding, to bytes: inout [UInt8]) {
    write(remedy, with: finding.arguments, to: &bytes)
  }

  private func write(_ pieces: [Piece], with arguments: [String], to bytes: inout [UInt8]) {
    for piece in pieces {
      switch piece {
      case .words(let words): bytes.append(contentsOf: words)
      case .argument(let index, _) where index < arguments.count: escaping(arguments[index], &bytes)
      case .argument(_, let otherwise): bytes.append(contentsOf: otherwise)
      }
    }
  }

  /// The pieces of a text with `{0}` … `{9}` in it.
  private static func pieces(of template: String, _ escaping: Escaping) -> [Piece] {
    func escaped(_ text: Substring) -> [UInt8] {
      var bytes: [UInt8] = []
      escaping(String(text), &bytes)
      return bytes
    }
    var pieces: [Piece] = []
    var words = template.startIndex
    var place = template.startIndex
    while place < template.endIndex {
      let rest = template[place...].utf8.prefix(3)
      guard rest.count == 3, rest.first == UInt8(ascii: "{"), rest.last == UInt8(ascii: "}"),
        let index = Int(String(template[place...].dropFirst().prefix(1)))
      else {
        place = template.index(after: place)
        continue
      }
      let end = template.index(place, offsetBy: 3)
      pieces.append(.words(escaped(template[words..<place])))
      pieces.append(.argument(index, otherwise: escaped(template[place..<end])))
      (words, place) = (end, end)
    }
    return pieces + [.words(escaped(template[words...]))]
  }
}
