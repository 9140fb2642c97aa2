import ByteStreams
import Dispatch
import Diagnostics
import JSONLines
import ModelCatalog
import Testing
import TestSupport

@testable import TuningDatasets

/// Threads share the work on a file, whichever of them is late, and whatever ends it.
@Suite struct SharedWorkTests {
  /// Gives batches of one faulty line each; those with some numbers come late.
  private final class SlowFeed: BatchFeed {
    let largeBuffers = LargeBuffers()
    let number = Guarded(0)
    /// The most batches that were begun and not ended.
    let slowest: Int
    let total: Int
    let failing: Int?

    init(total: Int, everySlow slowest: Int, failing: Int? = nil) {
      (self.total, self.slowest, self.failing) = (total, slowest, failing)
    }

    func next(_ buffer: inout LineBuffer) -> Batch? {
      let number = number.withLock { number -> Int in
        defer { number += 1 }
        return number
      }
      guard number < total else { return nil }
      if number % slowest == 0 { DispatchSemaphore(value: 0).waitBriefly() }
      let line = Array("{\"line\":\(number + 1),}\n".utf8)
      buffer.restart(at: number * 100)
      _ = buffer.fill { (span: inout MutableSpan<UInt8>) in
        for index in line.indices { span[index] = line[index] }
        return line.count
      }
      if number == total - 1 { _ = buffer.fill { (_: inout MutableSpan<UInt8>) in 0 } }
      return Batch(number: number)
    }

    func readOn(_ batch: inout Batch, _ buffer: inout LineBuffer) -> Bool {
      if batch.number == failing {
        batch.failure = .outOfMemory(path: "\(batch.number)")
      }
      return false
    }

    var bytesReached: (onDisk: Int, uncompressed: Int) { number.withLock { ($0, $0) } }

    func stop() { number.withLock { $0 = max($0, total) } }
  }

  private static func limits(jobs: Int) -> Limits {
    var limits = Limits()
    (limits.jobs, limits.blockBytes) = (jobs, 100)
    return limits
  }

  private static func settings(jobs: Int) -> ValidationSettings {
    var rules = RuleSettings(.datasets)
    rules.maximumFindings = 0
    return ValidationSettings(
      limits: limits(jobs: jobs), requirements: DatasetRequirements(loosestOf: .builtIn), rules: rules,
      tokenCounting: nil)
  }

  private static func work(_ feed: SlowFeed, jobs: Int) -> SharedWork<SlowFeed, ValidationPass> {
    SharedWork(
      feed, settings(jobs: jobs), behind: ValidatedLines(),
      limits: limits(jobs: jobs))
  }

  @Test("batches that come late are put where they belong", arguments: [1, 2, 3, 8], [2, 3, 7, 50])
  func lateBatches(jobs: Int, everySlow: Int) {
    let feed = SlowFeed(total: 200, everySlow: everySlow)
    let lines = Self.work(feed, jobs: jobs).run(on: Crew(atMost: jobs)) { _, _ in }
    #expect(lines.end.isAtEndOfFile && lines.count == 200)
    #expect(lines.findings.kept.map { $0.location?.line } == Array(1...200))
    #expect(lines.observations.totals.examples == 200)
  }

  @Test("what comes behind a failure does not count", arguments: [1, 2, 3, 8], [0, 1, 30, 198])
  func failure(jobs: Int, failing: Int) {
    let feed = SlowFeed(total: 200, everySlow: 3, failing: failing)
    let lines = Self.work(feed, jobs: jobs).run(on: Crew(atMost: jobs)) { _, _ in }
    #expect(lines.end.failure == ByteStreamError.outOfMemory(path: "\(failing)").description)
    #expect(lines.count == failing + 1 && lines.observations.totals.examples == failing + 1)
  }

  @Test("what the progress throws ends the work", arguments: [1, 2, 3, 8])
  func cancellation(jobs: Int) {
    struct Stop: Error, Equatable {}
    let feed = SlowFeed(total: 1 << 40, everySlow: 10)
    #expect(throws: Stop()) {
      var calls = 0
      _ = try Self.work(feed, jobs: jobs).run(on: Crew(atMost: jobs)) { (_, _) throws(Stop) in
        calls += 1
        if calls == 20 { throw Stop() }
      }
    }
  }

  /// Memory is bounded by the batches that may be begun while the first one is not done.
  @Test("no thread runs far ahead of a slow one")
  func boundedQueue() {
    final class StuckFeed: BatchFeed {
      let largeBuffers = LargeBuffers()
      let begun = Guarded(0)
      let most = Guarded(0)

      func next(_ buffer: inout LineBuffer) -> Batch? {
        let number = begun.withLock { begun -> Int in
          defer { begun += 1 }
          return begun
        }
        if number == 0 {
          // The others begin all that they can, and then have time to begin one more.
          for _ in 0..<5000 where begun.withLock({ $0 }) < 8 { DispatchSemaphore(value: 0).waitBriefly() }
          for _ in 0..<10 { DispatchSemaphore(value: 0).waitBriefly() }
          let count = begun.withLock { $0 }
          most.withLock { $0 = count }
        }
        return number < 1000 ? Batch(number: number) : nil
      }

      func readOn(_ batch: inout Batch, _ buffer: inout LineBuffer) -> Bool { false }

      var bytesReached: (onDisk: Int, uncompressed: Int) { (0, 0) }

      func stop() {}
    }
    let feed = StuckFeed()
    let work = SharedWork<_, ValidationPass>(
      feed, Self.settings(jobs: 4), behind: ValidatedLines(),
      limits: Self.limits(jobs: 4))
    _ = work.run(on: Crew(atMost: 4)) { _, _ in }
    #expect(feed.most.withLock { $0 } == 8)
  }

  // MARK: Progress

  @Test("progress never goes back, and ends where the file does", arguments: [1, 2, 3], [false, true])
  func progress(jobs: Int, isCompressed: Bool) throws {
    let bytes = Array(String(repeating: NastyFile.good + "\n", count: 3000).utf8)
    let folder = try TemporaryFolder()
    let stored = isCompressed ? ExampleData.gzip(bytes) : bytes
    var validation = DatasetValidation(
      trainingPaths: [try folder.write(stored, as: "a.jsonl")],
      requirements: DatasetRequirements(loosestOf: .builtIn))
    (validation.limits.jobs, validation.limits.blockBytes) = (jobs, 1000)
    var last = (read: 0, done: 0)
    var calls = 0
    let reports = validation.run { progress in
      calls += 1
      #expect(progress.path == validation.trainingPaths[0] && progress.bytesInAll == stored.count)
      #expect(progress.bytesRead >= last.read && progress.bytesDone >= last.done)
      #expect(progress.bytesRead <= stored.count && progress.bytesDone <= bytes.count)
      last = (progress.bytesRead, progress.bytesDone)
    }
    #expect(calls > 1 && last == (stored.count, bytes.count))
    #expect(reports[0].bytes == bytes.count && reports[0].examples == 3000)
  }

  // MARK: Large buffers

  /// If they were large at the same time, a thread would wait for ever: each waits for its turn with a long line.
  @Test("long lines take turns", arguments: [2, 3, 8], [false, true])
  func longLines(jobs: Int, isCompressed: Bool) throws {
    let long = NastyFile.good.replacing("Hello!", with: String(repeating: "a", count: 5000))
    var lines: [String] = []
    for index in 0..<120 { lines.append(index % 3 == 0 ? NastyFile.good : long) }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let folder = try TemporaryFolder()
    var validation = DatasetValidation(
      trainingPaths: [try folder.write(isCompressed ? ExampleData.gzip(bytes) : bytes, as: "a.jsonl")],
      requirements: DatasetRequirements(loosestOf: .builtIn))
    (validation.limits.jobs, validation.limits.blockBytes) = (jobs, 100)
    #expect(validation.run()[0].examples == 120)
  }
}

extension DispatchSemaphore {
  /// Waits for what does not come.
  fileprivate func waitBriefly() { _ = wait(timeout: .now() + .milliseconds(2)) }
}
