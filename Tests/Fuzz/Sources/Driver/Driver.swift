import CLibFuzzer
import Foundation
public import Invariants

/// Lets libFuzzer look for an input of which an invariant does not hold.
public enum Driver {
  /// Hands the command line over to libFuzzer; what it prints and how it ends is libFuzzer's.
  public static func main(_ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt) -> Never {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
    // Sound: the arguments are the process's own, and libFuzzer does not free what it was given.
    exit(unsafe LLVMFuzzerRunDriver(&count, &arguments, test))
  }

  /// Tries one input; says what is broken, and ends the process so that libFuzzer keeps the input.
  public static func run(
    _ start: UnsafePointer<UInt8>?, _ count: Int, _ check: ([UInt8]) throws(BrokenInvariant) -> Void
  ) -> CInt {
    do throws(BrokenInvariant) {
      // Sound: libFuzzer lends `count` bytes for the call.
      try check(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
      FileHandle.standardError.write(Data("\nbroken: \(error.description.prefix(2000))\n".utf8))
      abort()
    }
    return 0
  }
}
