import Driver
import Invariants

/// The libFuzzer target for catalogue files.
@main
enum Catalog {
  static func main() {
    unsafe Driver.main { start, count in
      unsafe Driver.run(start, count) { bytes throws(BrokenInvariant) in try CatalogInvariants.check(bytes) }
    }
  }
}
