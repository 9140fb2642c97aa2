import TestSupport
import Testing

@testable import Reports

/// The cells of lines of any bytes.
@Suite struct CellLineTests {
  /// Bytes that begin, continue and break scalars of every length, and some that nothing begins with.
  private static let pieces: [[UInt8]] = [
    [0x61], [0x1B], [0x7F], [0x00], [0xC3, 0xBC], [0xD0], [0xC0, 0xAF], [0xE4, 0xB8, 0x96],
    [0xE0, 0x80, 0x80],
    [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBD], [0xE2, 0x80, 0x8D], [0xEF, 0xB8, 0x8F], [0xE2, 0x80, 0xAE],
    [0xF0, 0x9F, 0x91, 0xA9], [0xF0, 0x9F, 0x8F, 0xBD], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
    [0xF0, 0x9F, 0x87, 0xA9], [0xCC, 0x88], [0xE4, 0xB8], [0x80], [0xFF], [0xF5],
  ]

  /// Each cell is what the library's decoder finds there, and whole lines are written as their cells are one by one.
  @Test func areThoseOfTheLibrary() {
    var random = SplitMix64(seed: 7)
    var memory = ScalarMemory()
    for _ in 0..<2000 {
      let bytes = (0..<12).flatMap { _ in Self.pieces.randomElement(using: &random) ?? [] }
      let line = CellLine(bytes, &memory)
      #expect(line.cells.map(\.bytes) == Self.cells(of: bytes), "\(bytes)")
      #expect(line.starts == CellLine(bytes).starts, "\(bytes)")
      var text: [UInt8] = []
      line.write(0..<line.count, of: bytes, to: &text)
      #expect(String(decoding: text, as: UTF8.self) == line.text(of: 0..<line.count), "\(bytes)")
    }
  }

  /// Where the library's decoder sees scalars, and bytes that are in none.
  private static func cells(of bytes: [UInt8]) -> [Range<Int>] {
    var parser = Unicode.UTF8.ForwardParser()
    var source = bytes.makeIterator()
    var cells: [Range<Int>] = []
    var offset = 0
    while true {
      switch parser.parseScalar(from: &source) {
      case .emptyInput: return cells
      case .valid(let encoded):
        cells.append(offset..<offset + encoded.count)
        offset += encoded.count
      case .error(let length):
        for byte in offset..<offset + length { cells.append(byte..<byte + 1) }
        offset += length
      }
    }
  }

  /// What is remembered of a scalar is not taken for another's.
  @Test func remembersEachScalar() {
    var memory = ScalarMemory()
    for value: UInt32 in [0, 0x100, 0x200E, 0x0E, 0x0900, 0x200E, 0x300, 0x1F600, 0x1100, 0, 0x300] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let (known, fresh) = (memory.facts(of: scalar), ScalarFacts(of: scalar))
      #expect(known.columns == fresh.columns && known.hasPicture == fresh.hasPicture, "\(value)")
    }
  }
}
