import ByteStreams
import Reports
import SystemPackage

/// Writes text to a descriptor or a file in large pieces. All output of the program goes through this type.
///
/// Writing does not throw, so a failure is kept until `finish`, and nothing is written after it.
struct OutputStream: VisibleOutput {
  /// The standard output.
  static var standardOutput: OutputStream { OutputStream(to: .standardOutput) }
  /// The standard error, which writes at once.
  static var standardError: OutputStream { OutputStream(.descriptor(.standardError), blockLength: 0) }

  private enum Target {
    case descriptor(FileDescriptor)
    case file(ReplacementFile)
  }

  private let target: Target
  private let blockLength: Int
  private var pending: [UInt8] = []
  private var failure: Errno?

  private init(_ target: Target, blockLength: Int = 1 << 16) {
    self.target = target
    self.blockLength = blockLength
  }

  /// Writes to an open file, which the caller closes.
  init(to file: FileDescriptor) { self.init(.descriptor(file)) }

  /// Writes to a file, which keeps why it cannot be written.
  init(to file: ReplacementFile) { self.init(.file(file)) }

  mutating func write(_ text: VisibleText) {
    pending.append(contentsOf: text.description.utf8)
    if pending.count >= blockLength { flush() }
  }

  mutating func write(_ text: VisibleBytes) {
    pending += text.bytes
    if pending.count >= blockLength { flush() }
  }

  /// Writes data as it is. A terminal gets visible text, so that the data cannot control it.
  mutating func write(data: [UInt8]) {
    if case .descriptor(let descriptor) = target, SystemCalls.isTerminal(descriptor) {
      return write("\(String(decoding: data, as: UTF8.self))")
    }
    pending.append(contentsOf: data)
    if pending.count >= blockLength { flush() }
  }

  /// Writes what is left.
  ///
  /// - Throws: ``Trouble`` if something could not be written. A reader that has closed the pipe is not an error.
  mutating func finish() throws(Trouble) {
    do throws(Errno) {
      try end()
    } catch {
      if error == .brokenPipe { return }
      throw Trouble("the output cannot be written (\(error)): free some space, or write it to another place")
    }
  }

  /// Writes what is left.
  ///
  /// - Throws: why something could not be written.
  mutating func end() throws(Errno) {
    flush()
    if let failure { throw failure }
  }

  /// Writes what is left, and keeps why it cannot be written.
  mutating func flush() {
    switch target {
    case .file(let file): file.write(pending[...])
    case .descriptor(let descriptor): flush(to: descriptor)
    }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func flush(to descriptor: FileDescriptor) {
    var rest = pending[...]
    while failure == nil, !rest.isEmpty {
      do throws(Errno) {
        rest = rest.dropFirst(try SystemCalls.write(rest, to: descriptor))
      } catch {
        failure = error
      }
    }
  }
}
