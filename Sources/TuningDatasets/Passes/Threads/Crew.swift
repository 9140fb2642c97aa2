import ByteStreams
import Dispatch

/// Threads that do the same work together, as many as the system gives.
///
///     this thread   ├ start ┤ run ┤ look ┤ look ┤ … ┤
///     thread 1         ├ wait ──┤ work ─────────────┤
///     thread 2           ├ wait ┤ work ───────────┤
final class Crew: Sendable {
  /// How many threads there are.
  let count: Int

  /// The time between two looks at what the threads have done.
  private static let interval = DispatchTimeInterval.milliseconds(50)

  private let work: Guarded<(@Sendable () -> Void)?>
  private let begin: DispatchSemaphore
  private let ended: DispatchSemaphore

  /// Starts threads, which wait for work; fewer where the system gives no more.
  init(atMost most: Int) {
    let work = Guarded<(@Sendable () -> Void)?>(nil)
    let (begin, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    var most = most
    while most > 0, !SystemThread.hasRoom(for: most) { most -= 1 }
    var count = 0
    while count < most,
      SystemThread.start({
        begin.wait()
        work.withLock { $0 }?()
        ended.signal()
      })
    { count += 1 }
    (self.count, self.work, self.begin, self.ended) = (count, work, begin, ended)
  }

  deinit {
    // Those that got no work.
    for _ in 0..<count { begin.signal() }
  }

  /// Lets every thread do the work once, and waits until all have.
  ///
  /// - Parameter look: called on this thread, again and again until then, and once more.
  func run(_ work: @escaping @Sendable () -> Void, look: () -> Void) {
    self.work.withLock { $0 = work }
    for _ in 0..<count { begin.signal() }
    for _ in 0..<count {
      while ended.wait(timeout: .now() + Self.interval) == .timedOut { look() }
    }
    self.work.withLock { $0 = nil }
    look()
  }
}
