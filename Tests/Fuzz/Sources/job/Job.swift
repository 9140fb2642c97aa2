import Driver
import Invariants

/// The libFuzzer target for job files.
@main
enum Job {
  static func main() {
    unsafe Driver.main { start, count in
      unsafe Driver.run(start, count) { bytes throws(BrokenInvariant) in try JobInvariants.check(bytes) }
    }
  }
}
