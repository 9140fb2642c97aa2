import Driver
import Invariants

/// The libFuzzer target for descriptions of tuned models.
@main
enum Model {
  static func main() {
    unsafe Driver.main { start, count in
      unsafe Driver.run(start, count) { bytes throws(BrokenInvariant) in try ModelInvariants.check(bytes) }
    }
  }
}
