import CByteKernels

/// The instruction sets by which bytes are looked at, the faster ones last.
///
/// The fastest one that the machine has is in use, unless the environment variable `TUNEKIT_KERNEL` names another when the
/// program starts. All come to the same results; the choice is there for tests and for reports of bugs.
public enum ByteKernel: Int32, CaseIterable, Sendable {
  /// Byte by byte, on every machine.
  case portable
  /// 16 bytes in a register, on every x86-64.
  case sse2
  /// 32 bytes in a register.
  case avx2
  /// 64 bytes in a register.
  case avx512
  /// 16 bytes in a register, on arm64.
  case neon

  /// Those that this machine has.
  public static var available: [ByteKernel] { allCases.filter { tk_kernel_is_available($0.rawValue) != 0 } }

  /// The one in use; nil if `TUNEKIT_KERNEL` names none that this machine has.
  public static var inUse: ByteKernel? {
    tk_kernel_is_lacking() == 0 ? ByteKernel(rawValue: tk_kernel_in_use()) : nil
  }
}
