import Diagnostics
import JSONLines

/// Gathers text that is safe to show, and hands it over in large pieces: for output that can be very long.
struct VisibleBuffer {
  /// What has not been handed over.
  private(set) var bytes: [UInt8] = []

  /// The bytes that make a large piece.
  private static let pieceBytes = 1 << 15

  /// Hands over what was gathered, if that is a large piece.
  mutating func flushPiece(to output: inout some VisibleOutput) {
    if bytes.count >= Self.pieceBytes { flush(to: &output) }
  }

  /// Hands over what was gathered.
  mutating func flush(to output: inout some VisibleOutput) {
    output.write(VisibleBytes(takenFrom: self))
    bytes.removeAll(keepingCapacity: true)
  }

  /// Drops what was gathered.
  mutating func removeAll() { bytes.clear() }

  /// Adds what was gathered elsewhere.
  mutating func add(_ other: VisibleBuffer) { bytes.append(other.bytes.span) }

  /// Adds text that is safe.
  mutating func add(_ text: VisibleText) { bytes.append(text.description.utf8.span) }

  /// Adds text that is safe.
  mutating func add(_ text: VisibleBytes) { bytes.append(text.bytes.span) }

  /// Adds text of any origin, made safe, on one line.
  mutating func add(anything text: Span<UInt8>) { VisibleText.append(text, to: &bytes) }

  /// Lets bytes be written that are safe.
  mutating func add(_ write: (inout [UInt8]) -> Void) { write(&bytes) }

  /// Adds printable ASCII characters.
  mutating func add(printable characters: Span<UInt8>) { bytes.append(characters) }

  /// Adds a printable ASCII character, so many times.
  mutating func add(_ character: Unicode.Scalar, times: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: character), count: times))
  }

  /// Lets at most so many bytes be written that are safe.
  mutating func add(atMost most: Int, _ write: (inout OutputSpan<UInt8>) -> Void) {
    bytes.append(addingCapacity: most, initializingWith: write)
  }

  /// Adds two numbers, each behind a printable ASCII character.
  mutating func add(_ first: Unicode.Scalar, _ number: Int, _ second: Unicode.Scalar, _ other: Int) {
    add(atMost: 2 + 2 * OutputSpan<UInt8>.mostDigits) { $0.append(first, number, second, other) }
  }

  /// Adds a number, not negative.
  mutating func add(_ number: Int) {
    bytes.append(digitsOf: number)
  }
}

extension OutputSpan<UInt8> {
  /// Appends two numbers, each behind a printable ASCII character.
  mutating func append(_ first: Unicode.Scalar, _ number: Int, _ second: Unicode.Scalar, _ other: Int) {
    append(UInt8(ascii: first))
    append(digitsOf: number)
    append(UInt8(ascii: second))
    append(digitsOf: other)
  }
}
