import Driver
import Invariants

/// The libFuzzer target for receipts.
@main
enum Receipt {
  static func main() {
    unsafe Driver.main { start, count in
      unsafe Driver.run(start, count) { bytes throws(BrokenInvariant) in try ReceiptInvariants.check(bytes) }
    }
  }
}
