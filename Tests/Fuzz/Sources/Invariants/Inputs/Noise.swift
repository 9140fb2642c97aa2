/// What an input is read with where it does not choose: drawn from the input itself, so that one that breaks an invariant
/// does it again.
struct Noise {
  private var state: UInt64

  init(of bytes: [UInt8]) {
    // FNV-1a
    state = bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// A number from 1 to `maximum`, by which bits it is drawn from.
  func number(upTo maximum: Int, bits shift: Int) -> Int {
    Int(state >> UInt64(shift) & 0xFFFF) % maximum + 1
  }

  /// Whether something of this number is chosen, one way or the other for each number.
  func chooses(_ index: Int) -> Bool {
    // What is left of the highest bits of the product depends on all others.
    ((state ^ UInt64(index)) &* 0x9E37_79B9_7F4A_7C15) >> 63 == 1
  }

  /// Another way to read the same file: in blocks smaller than most lines, or than most inputs, and with 1 to 4 threads.
  func reading(_ index: Int) -> DatasetReading {
    DatasetReading(
      blockBytes: number(upTo: index == 0 ? 70 : 4200, bits: 16 + 16 * index),
      jobs: number(upTo: 4, bits: 48 + 8 * index))
  }
}
