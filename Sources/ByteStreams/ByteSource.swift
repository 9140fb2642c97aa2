import SystemPackage

/// Where the bytes of a stream come from: a descriptor that is only ever read forwards, or memory.
///
/// The first bytes can be looked at without being lost, which needs no seeking and so works on pipes.
struct ByteSource: ~Copyable, Sendable {
  private enum Origin {
    case descriptor(FileDescriptor, isOwned: Bool)
    case memory([UInt8], chunkSizeInBytes: Int, failure: Errno?)
  }

  private let origin: Origin
  /// What the user called the source.
  let path: String
  /// Bytes taken from the origin so far.
  private var bytesTaken = 0
  /// Bytes taken to be looked at and not yet delivered.
  private var lookahead: [UInt8] = []

  /// A descriptor, closed together with this value if it is owned.
  init(_ descriptor: FileDescriptor, isOwned: Bool, path: String) {
    origin = .descriptor(descriptor, isOwned: isOwned)
    self.path = path
  }

  /// Memory that comes in chunks, as a file on a slow pipe does, and fails after them, as a broken disk does.
  init(_ bytes: [UInt8], chunkSizeInBytes: Int, failure: Errno? = nil) {
    precondition(chunkSizeInBytes > 0, "a chunk of no bytes would never get to the end")
    origin = .memory(bytes, chunkSizeInBytes: chunkSizeInBytes, failure: failure)
    path = "bytes in memory"
  }

  deinit {
    // Nothing was written, so there is nothing that closing could fail to save.
    if case .descriptor(let descriptor, isOwned: true) = origin { try? descriptor.close() }
  }

  /// Whether the bytes to come begin with `prefix`; no bytes are lost.
  ///
  /// - Complexity: linear in the length of `prefix`; waits for as many bytes, or the end.
  mutating func begins(with prefix: [UInt8]) throws(ByteStreamError) -> Bool {
    var first = [UInt8](repeating: 0, count: prefix.count)
    var count = 0
    while count < prefix.count {
      var span = first.mutableSpan
      let added = try read(into: &span, from: count)
      if added == 0 { break }
      count += added
    }
    lookahead = Array(first.prefix(count))
    return lookahead == prefix
  }

  /// Fills `buffer` from `start` on with what one read gives.
  ///
  /// - Returns: the bytes written, 0 only at the end.
  mutating func read(into buffer: inout MutableSpan<UInt8>, from start: Int) throws(ByteStreamError) -> Int {
    if !lookahead.isEmpty { return deliverLookahead(into: &buffer, from: start) }
    let count: Int
    switch origin {
    case .descriptor(let descriptor, let isOwned):
      do throws(Errno) {
        // What was opened here without waiting is not a pipe, and has its bytes at once or never.
        count = try UnsafeBoundary.read(descriptor, waiting: !isOwned, into: &buffer, from: start)
      } catch {
        throw error == .isDirectory
          ? .isADirectory(path: path) : .cannotRead(path: path, atByte: bytesTaken, reason: error)
      }
    case .memory(let bytes, let chunkSizeInBytes, let failure):
      count = min(chunkSizeInBytes, bytes.count - bytesTaken, buffer.count - start)
      if count == 0, let failure { throw .cannotRead(path: path, atByte: bytesTaken, reason: failure) }
      let chunk = bytes.span.extracting(bytesTaken..<bytesTaken + count)
      UnsafeBoundary.copy(chunk, into: &buffer, from: start)
    }
    bytesTaken += count
    return count
  }

  /// Fills `buffer` from `start` on with the bytes of a file from `offset` on, wherever reading has got to, by one read.
  ///
  /// - Returns: the bytes written, 0 only after the end.
  func read(into buffer: inout MutableSpan<UInt8>, from start: Int, at offset: Int) throws(ByteStreamError)
    -> Int
  {
    guard case .descriptor(let descriptor, _) = origin else { preconditionFailure("memory is not a file") }
    do throws(Errno) {
      return try UnsafeBoundary.read(descriptor, into: &buffer, from: start, at: offset)
    } catch {
      throw .cannotRead(path: path, atByte: offset, reason: error)
    }
  }

  private mutating func deliverLookahead(into buffer: inout MutableSpan<UInt8>, from start: Int) -> Int {
    let count = min(lookahead.count, buffer.count - start)
    UnsafeBoundary.copy(lookahead.span.extracting(first: count), into: &buffer, from: start)
    lookahead.removeFirst(count)
    return count
  }
}
