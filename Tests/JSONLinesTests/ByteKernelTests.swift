import CByteKernels
import Foundation
import JSONLines
import Testing

/// The kernels that a machine has, and which of them runs.
@Suite struct ByteKernelTests {
  @Test func numbersAreThoseOfTheHeader() {
    let numbers = [
      TK_KERNEL_PORTABLE, TK_KERNEL_SSE2, TK_KERNEL_AVX2, TK_KERNEL_AVX512, TK_KERNEL_NEON,
    ]
    #expect(ByteKernel.allCases.map(\.rawValue) == numbers.map { Int32($0) })
    #expect(ByteKernel.allCases.count == Int(TK_KERNEL_COUNT))
    for number in [-1, Int32(TK_KERNEL_COUNT), 64] { #expect(tk_kernel_is_available(number) == 0) }
  }

  @Test func everyMachineHasItsOwn() {
    #expect(ByteKernel.available.first == .portable)
    #if arch(x86_64)
      #expect(ByteKernel.available.dropFirst().first == .sse2)
      #expect(!ByteKernel.available.contains(.neon))
    #elseif arch(arm64)
      #expect(ByteKernel.available == [.portable, .neon])
    #endif
  }

  /// The tests run with each of them in turn: what the environment asks for must be what runs.
  @Test func theFastestRunsOrTheOneAskedFor() {
    let name = ProcessInfo.processInfo.environment["TUNEKIT_KERNEL"] ?? ""
    let expected = name.isEmpty ? ByteKernel.available.last : ByteKernel.allCases.first { "\($0)" == name }
    #expect(ByteKernel.inUse == expected)
  }
}
