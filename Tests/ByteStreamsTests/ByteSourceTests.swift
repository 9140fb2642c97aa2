import ByteStreams
import Foundation
import SystemPackage
import Testing
import TestSupport

#if canImport(Glibc)
  import Glibc
#endif

/// Sources that give their bytes when it suits them.
///
/// One after another, because standard input and signals belong to the whole process.
@Suite("ByteSource", .serialized)
struct ByteSourceTests {
  private let plain = sampleLines(3000)

  @Test("a FIFO whose first bytes come one at a time", arguments: [false, true])
  func fifo(isCompressed: Bool) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(isCompressed ? Gzip.member(plain) : plain, as: "file")
    let fifo = folder.path("fifo")
    try Tool.run("mkfifo \(fifo)")
    let second = "tail -c +2 \(file) | head -c 1"
    let slowly = "(head -c 1 \(file); sleep 0.05; \(second); sleep 0.05; tail -c +3 \(file)) > \(fifo)"
    let writer = try Tool.start(slowly)
    // Closes the FIFO at the end, so that a writer who was not heard out does not wait for ever.
    func read() throws -> Reading {
      var stream = try ByteStream(path: fifo)
      #expect(Nature(stream) == .noFile(isCompressed: isCompressed))
      return try Reading(&stream, bufferLength: 1000)
    }
    let reading = try read()
    writer.waitUntilExit()
    #expect(reading.bytes == plain)
    #expect(reading.fault == nil)
  }

  @Test("a pipe by its number, as process substitution passes it")
  func descriptorPath() throws {
    let pipe = try FileDescriptor.pipe()
    let sent = Array(plain.prefix(30_000))
    try pipe.writeEnd.closeAfter { _ = try pipe.writeEnd.writeAll(Gzip.member(sent)) }
    defer { try? pipe.readEnd.close() }
    var stream = try ByteStream(path: "/dev/fd/\(pipe.readEnd.rawValue)")
    #expect(Nature(stream) == .noFile(isCompressed: true))
    #expect(try Reading(&stream, bufferLength: 4096).bytes == sent)
  }

  @Test("standard input, as - and as /dev/stdin, and left open behind", arguments: ["-", "/dev/stdin"])
  func standardInput(path: String) throws {
    let pipe = try FileDescriptor.pipe()
    let sent = Array(plain.prefix(30_000))
    try pipe.writeEnd.closeAfter { _ = try pipe.writeEnd.writeAll(sent) }
    let reading = try withStandardInput(pipe.readEnd) { try Reading(path: path) }
    #expect(reading == Reading(bytes: sent, fault: nil, bytesConsumed: sent.count))
  }

  @Test("standard input that is a file, or a directory")
  func redirectedInput() throws {
    let folder = try TemporaryFolder()
    let file = try FileDescriptor.open(FilePath(folder.write(plain, as: "file")), .readOnly)
    try withStandardInput(file) {
      var stream = try ByteStream(path: "-")
      #expect(Nature(stream) == .file(sizeInBytes: plain.count))
      #expect(try Reading(&stream, bufferLength: 4096).bytes == plain)
    }
    let directory = try FileDescriptor.open(FilePath(folder.path), .readOnly)
    _ = try withStandardInput(directory) {
      #expect(throws: ByteStreamError.isADirectory(path: "-")) { try Nature(path: "-") }
    }
  }

  @Test("a device that is always empty")
  func device() throws {
    #expect(try Nature(path: "/dev/null") == .noFile())
    #expect(try Reading(path: "/dev/null") == Reading(bytes: [], fault: nil, bytesConsumed: 0))
  }

  #if os(Linux)
    @Test("a file that states no size and has bytes")
    func fileWithoutSize() throws {
      #expect(try Nature(path: "/proc/self/status") == .file(sizeInBytes: 0))
      #expect(try !Reading(path: "/proc/self/status").bytes.isEmpty)
    }
  #endif

  @Test("signals while a pipe is empty, which may have been left non-blocking", arguments: [false, true])
  func interruptions(isNonBlocking: Bool) throws {
    let pipe = try FileDescriptor.pipe()
    if isNonBlocking { #expect(fcntl(pipe.readEnd.rawValue, F_SETFL, O_NONBLOCK) == 0) }
    let reading = try interrupting { () throws in
      let writer = Thread {
        for chunk in [[0x7B], [0x7D], Array(repeating: 0x20, count: 5000)] as [[UInt8]] {
          Thread.sleep(forTimeInterval: 0.02)
          _ = try? pipe.writeEnd.writeAll(chunk)
        }
        try? pipe.writeEnd.close()
      }
      writer.start()
      return try withStandardInput(pipe.readEnd) { try Reading(path: "-", bufferLength: 1 << 14) }
    }
    #expect(reading.bytes == [0x7B, 0x7D] + Array(repeating: 0x20, count: 5000))
  }

  /// Runs `body` with `descriptor`, which is then closed, as standard input.
  private func withStandardInput<Result>(
    _ descriptor: FileDescriptor, _ body: () throws -> Result
  ) throws -> Result {
    let original = try FileDescriptor.standardInput.duplicate()
    _ = try descriptor.duplicate(as: .standardInput)
    try descriptor.close()
    defer {
      _ = try? original.duplicate(as: .standardInput)
      try? original.close()
    }
    return try body()
  }

  /// Runs `body` on this thread while another one sends it a signal every millisecond.
  private func interrupting<Result>(_ body: () throws -> Result) throws -> Result {
    var action = sigaction()
    // Sound: all structures live on this stack, and the handler is a C function that does nothing. Without
    // SA_RESTART every signal breaks off the system call that waits.
    unsafe action.__sigaction_handler.sa_handler = { _ in }
    unsafe #expect(sigaction(SIGUSR1, &action, nil) == 0)
    // The threads that tests run on let no signals in.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGUSR1)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    let target = pthread_self()
    let pest = Thread {
      while !Thread.current.isCancelled {
        pthread_kill(target, SIGUSR1)
        Thread.sleep(forTimeInterval: 0.001)
      }
    }
    pest.start()
    defer {
      pest.cancel()
      // The thread that is hit must outlive the last signal.
      while !pest.isFinished { Thread.sleep(forTimeInterval: 0.001) }
      unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
    return try body()
  }
}
