import JSONLines

/// How long the texts of an example are once their escapes are resolved, measured by samples where they are long.
struct TextSize {
  /// The bytes of UTF-8, of calls, responses and declarations as they are written.
  private(set) var bytes: Int
  /// The Unicode scalars of the texts that are not white space.
  private(set) var characters = 0

  /// About how many tokens these are.
  var estimatedTokens: Int { TokenEstimate.tokens(ofTextBytes: bytes) }

  /// Of every 16 kB of a text this much is looked at.
  private static let sampleBytes = 1024
  private static let stride = 16 * sampleBytes

  /// - Complexity: linear in the number of parts and in a sixteenth of the bytes.
  init(of context: borrowing ExampleContext) {
    bytes = context.example.textBytes
    for index in 0..<context.example.parts.count where context.example.parts[index].kind == .text {
      add(context.example.parts[index].token, in: context.line)
    }
  }

  /// Adds the characters of a text, and takes off the bytes that its escapes are longer than what they represent.
  private mutating func add(_ text: StringToken, in line: LineBytes) {
    var (looked, decoded, found) = (0, 0, 0)
    for start in Swift.stride(from: text.start, to: text.end, by: Self.stride) {
      let sample = start..<min(start + Self.sampleBytes, text.end)
      looked += sample.count
      for (scalar, _) in line.scalars(in: sample) {
        decoded += Unicode.UTF8.width(scalar)
        if !isWhiteSpace(scalar) { found += 1 }
      }
    }
    guard looked > 0 else { return }
    let share = Double(text.count) / Double(looked)
    bytes -= text.count - min(Int(Double(decoded) * share), text.count)
    characters += Int(Double(found) * share)
  }

  /// The white space of Unicode, without its table, which would take most of the time.
  private func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
