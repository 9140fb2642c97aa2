import Diagnostics

/// The words of a rule as bytes of a report, cut where the arguments of a finding go.
struct RuleWords {
  /// Writes text of any origin as a kind of report allows it.
  typealias Escaping = @Sendable (_ text: Span<UInt8>, _ bytes: inout [UInt8]) -> Void

  /// The message or the remedy.
  struct Template {
    /// Words, and the argument behind them, with what stands there if a finding has no such argument.
    private struct Piece {
      let words: Range<Int>
      let argument: Int
      let otherwise: Range<Int>
    }

    private var pieces: [Piece] = []
    /// The words behind the last argument.
    private var last = 0..<0
    private var bytes: [UInt8] = []
    /// A bit for each argument that is in it.
    private(set) var arguments: UInt16 = 0
    private let escaping: Escaping

    init(_ template: String, _ escaping: @escaping Escaping) {
      self.escaping = escaping
      for piece in RuleTemplate(template).pieces {
        switch piece {
        case .words(let words): last = append(words)
        case .argument(let index):
          arguments |= 1 << UInt16(index)
          pieces.append(Piece(words: last, argument: index, otherwise: append("{\(index)}")))
          last = bytes.count..<bytes.count
        }
      }
    }

    private mutating func append(_ words: String) -> Range<Int> {
      let start = bytes.count
      escaping(words.utf8.span, &bytes)
      return start..<bytes.count
    }

    /// Writes the words with arguments.
    func write(with arguments: FindingArguments, to output: inout [UInt8]) {
      for piece in pieces {
        output.append(bytes.span.extracting(piece.words))
        if piece.argument < arguments.count {
          escaping(arguments.bytes.span.extracting(arguments[piece.argument]), &output)
        } else {
          output.append(bytes.span.extracting(piece.otherwise))
        }
      }
      output.append(bytes.span.extracting(last))
    }
  }

  let message: Template
  let remedy: Template

  /// Cuts the words of a rule.
  init(_ rule: RuleDescription, _ escaping: @escaping Escaping) {
    message = Template(rule.message, escaping)
    remedy = Template(rule.remedy, escaping)
  }
}
