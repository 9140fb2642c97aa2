import Driver
import Invariants

/// The libFuzzer target for the reader of lines.
@main
enum Reader {
  static func main() {
    unsafe Driver.main { start, count in
      unsafe Driver.run(start, count) { bytes throws(BrokenInvariant) in try ReaderInvariants.check(bytes) }
    }
  }
}
