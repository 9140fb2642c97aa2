import Reports
import SystemPackage

/// Writes text to a descriptor, in large pieces: the only place from which anything gets to a terminal.
///
/// Writing does not throw, so a failure is kept until `finish`, and nothing is written after it.
struct OutputStream: VisibleOutput {
  /// The standard output.
  static var standardOutput: OutputStream { OutputStream(descriptor: .standardOutput, blockLength: 1 << 16) }
  /// The standard error, which writes at once.
  static var standardError: OutputStream { OutputStream(descriptor: .standardError, blockLength: 0) }

  private let descriptor: FileDescriptor
  private let blockLength: Int
  private var pending: [UInt8] = []
  private var failure: Errno?

  private init(descriptor: FileDescriptor, blockLength: Int) {
    self.descriptor = descriptor
    self.blockLength = blockLength
  }

  mutating func write(_ text: VisibleText) {
    pending.append(contentsOf: text.description.utf8)
    if pending.count >= blockLength { flush() }
  }

  /// Writes data as it is; to a terminal, only what that cannot obey.
  mutating func write(data: [UInt8]) {
    guard !SystemCalls.isTerminal(descriptor) else {
      return write("\(String(decoding: data, as: UTF8.self))")
    }
    pending.append(contentsOf: data)
    if pending.count >= blockLength { flush() }
  }

  /// Writes what is left.
  ///
  /// - Throws: ``Trouble`` if something could not be written; but not if the reader has gone, who wants no more.
  mutating func finish() throws(Trouble) {
    flush()
    if let failure, failure != .brokenPipe {
      throw Trouble("the output cannot be written (\(failure)): make room for it or send it elsewhere")
    }
  }

  private mutating func flush() {
    guard failure == nil, !pending.isEmpty else { return pending.removeAll(keepingCapacity: true) }
    var rest = pending[...]
    while failure == nil, !rest.isEmpty {
      do throws(Errno) {
        rest = rest.dropFirst(try SystemCalls.write(rest, to: descriptor))
      } catch {
        failure = error
      }
    }
    pending.removeAll(keepingCapacity: true)
  }
}
