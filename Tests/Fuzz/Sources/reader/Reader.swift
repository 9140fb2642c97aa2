import Driver
import Invariants
import JSONLines

/// The libFuzzer target for the reader of lines. With `kernels` alone it lists the kernels that this machine has.
@main
enum Reader {
  static func main() {
    if CommandLine.arguments.dropFirst() == ["kernels"] {
      return print(ByteKernel.available.map { "\($0)" }.joined(separator: " "))
    }
    unsafe Driver.main { start, count in
      unsafe Driver.run(start, count) { bytes throws(BrokenInvariant) in try ReaderInvariants.check(bytes) }
    }
  }
}
