/// Text that grows: a few bytes that stand for many, so that small inputs reach large structures.
///
///     .repeated([[.text("\"k"), .index(), .text("\":0,")]], times: 33_000)      "k0":0,"k1":0,"k2":0,…
///     .nested(opening: [.text("[")], middle: [], closing: [.text("]")], times: 100)      [[[…]]]
///
/// Tests build it from its cases; fuzzing reads it from an input, see ``Recipe``.
public indirect enum Growth: Sendable {
  /// The bytes as they are.
  case bytes([UInt8])
  /// How many times the innermost growth around this has come before, in decimal; modulo a number, if that is not 0.
  case index(modulo: Int = 0)
  /// Alternatives that take turns, so often in all: several of them are interleaved.
  case repeated([[Growth]], times: Int)
  /// An opening so often, the middle, and a closing so often.
  case nested(opening: [Growth], middle: [Growth], closing: [Growth], times: Int)

  /// Text as it is.
  public static func text(_ text: String) -> Growth { .bytes(Array(text.utf8)) }

  /// The most bytes that growths come to where nobody says otherwise: an object of 100,000 short keys fits.
  public static let mostBytes = 5 << 18

  /// The bytes that growths stand for, cut off behind the most there may be.
  ///
  /// - Complexity: linear in the result's largest length, whatever the growths are.
  public static func bytes(of growths: [Growth], atMost mostBytes: Int = mostBytes) -> [UInt8] {
    var output = Output(mostBytes: mostBytes)
    output.add(growths, index: 0)
    return output.bytes
  }

  /// What has grown so far.
  private struct Output {
    let mostBytes: Int
    var bytes: [UInt8] = []
    /// Steps that gave no byte count too: nothing at all may be repeated often.
    var steps = 0

    var isFull: Bool { bytes.count >= mostBytes || steps >= mostBytes }

    mutating func add(_ growths: [Growth], index: Int) {
      steps += 1
      for growth in growths where !isFull { add(growth, index: index) }
    }

    private mutating func add(_ growth: Growth, index: Int) {
      switch growth {
      case .bytes(let added): bytes += added.prefix(mostBytes - bytes.count)
      case .index(let modulo): bytes += String(modulo == 0 ? index : index % modulo).utf8
      case .repeated(let alternatives, let times):
        if alternatives.isEmpty { return }
        repeats(times) { output, index in output.add(alternatives[index % alternatives.count], index: index) }
      case .nested(let opening, let middle, let closing, let times):
        repeats(times) { output, index in output.add(opening, index: index) }
        add(middle, index: index)
        repeats(times) { output, index in output.add(closing, index: times - 1 - index) }
      }
    }

    private mutating func repeats(_ times: Int, _ body: (inout Output, _ index: Int) -> Void) {
      var index = 0
      while index < times, !isFull {
        body(&self, index)
        index += 1
      }
    }
  }
}
