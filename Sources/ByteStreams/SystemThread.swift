/// A thread of the system.
///
/// Dispatch queues are not suitable: if the system has no thread, they wait until it has one, and so do those who
/// wait for them.
package enum SystemThread {
  /// The addresses that a thread may take: 16 MiB for its stack and what it works with, and the C library looks for as many
  /// as 128 MiB to keep a thread's small pieces of memory in. A line of many megabytes comes on top.
  private static let lengthInBytes = 144 << 20

  /// Whether there are addresses for so many threads more: where memory runs out later, the program ends.
  package static func hasRoom(for count: Int) -> Bool {
    UnsafeBoundary.hasAddressSpace(count * lengthInBytes)
  }

  /// Starts a thread that runs `body`.
  ///
  /// - Returns: false if the system has no thread to give, as under a limit of processes or of address space; then `body`
  ///   does not run.
  /// - Complexity: a few system calls.
  package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    hasRoom(for: 1) && UnsafeBoundary.startThread(body)
  }
}
