import Driver
import Invariants

/// The libFuzzer target for the reader of gzip data.
@main
enum Gzip {
  static func main() {
    unsafe Driver.main { start, count in
      unsafe Driver.run(start, count) { bytes throws(BrokenInvariant) in try GzipInvariants.check(bytes) }
    }
  }
}
