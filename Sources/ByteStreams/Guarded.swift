// A fence: what threads share, and the compiler cannot see to be theirs one after another, is here.

import Dispatch

/// A value that threads use one after another.
///
/// `Mutex` does the same. ThreadSanitizer does not see it on Linux and reports everything that it guards; it sees a semaphore.
package final class Guarded<Value: ~Copyable>: Sendable {
  private let turn = DispatchSemaphore(value: 1)
  /// Used between `wait` and `signal` alone, and so by one thread at a time.
  private nonisolated(unsafe) var value: Value

  package init(_ value: consuming sending Value) {
    // Sound: nothing else has the value any more, and nothing has this object yet.
    unsafe self.value = value
  }

  /// Uses the value; others wait meanwhile.
  package func withLock<Result: ~Copyable, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    turn.wait()
    defer { turn.signal() }
    // Sound: between `wait` and `signal` there is one thread.
    return try unsafe body(&value)
  }

  /// Uses the value; nil if another thread is using it.
  package func withLockIfFree<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result? {
    guard turn.wait(timeout: .now()) == .success else { return nil }
    defer { turn.signal() }
    // Sound: between `wait` and `signal` there is one thread.
    return try unsafe body(&value)
  }
}
