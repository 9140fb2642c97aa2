import Diagnostics

/// The words of a rule as bytes of a report, cut where the arguments of a finding go.
struct RuleWords {
  /// Writes text of any origin as a kind of report allows it.
  typealias Escaping = @Sendable (_ text: ArraySlice<UInt8>, _ bytes: inout [UInt8]) -> Void

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

  /// Whether the message is the same with other arguments.
  func hasSameMessage(_ arguments: FindingArguments, _ others: FindingArguments) -> Bool {
    Self.areSame(arguments, others, in: message)
  }

  /// Whether the remedy is the same with other arguments.
  func hasSameRemedy(_ arguments: FindingArguments, _ others: FindingArguments) -> Bool {
    Self.areSame(arguments, others, in: remedy)
  }

  private static func areSame(
    _ arguments: FindingArguments, _ others: FindingArguments, in pieces: [Piece]
  ) -> Bool {
    for piece in pieces {
      guard case .argument(let index, _) = piece, index < max(arguments.count, others.count) else { continue }
      guard index < arguments.count, arguments.isSame(index, in: others) else { return false }
    }
    return true
  }

  /// Writes the message of a finding with these arguments.
  func writeMessage(with arguments: FindingArguments, to bytes: inout [UInt8]) {
    write(message, with: arguments, to: &bytes)
  }

  /// Writes the remedy of a finding with these arguments.
  func writeRemedy(with arguments: FindingArguments, to bytes: inout [UInt8]) {
    write(remedy, with: arguments, to: &bytes)
  }

  private func write(_ pieces: [Piece], with arguments: FindingArguments, to bytes: inout [UInt8]) {
    for piece in pieces {
      switch piece {
      case .words(let words): bytes.append(contentsOf: words)
      case .argument(let index, _) where index < arguments.count:
        escaping(arguments.bytes[arguments[index]], &bytes)
      case .argument(_, let otherwise): bytes.append(contentsOf: otherwise)
      }
    }
  }

  private static func pieces(of template: String, _ escaping: Escaping) -> [Piece] {
    func escaped(_ text: String) -> [UInt8] {
      var bytes: [UInt8] = []
      escaping(Array(text.utf8)[...], &bytes)
      return bytes
    }
    return RuleTemplate(template).pieces.map { piece in
      switch piece {
      case .words(let words): .words(escaped(words))
      case .argument(let index): .argument(index, otherwise: escaped("{\(index)}"))
      }
    }
  }
}
