package import SystemPackage

/// The bytes of a file, of standard input or of memory, from first to last, inflated if they are gzip data.
///
/// What is gzip is told by the content, never by the name. The source is only ever read forwards, so pipes,
/// FIFOs, process substitution and devices serve as well as files. gzip inside gzip is not unpacked twice.
///
///     var stream = try ByteStream(path: "training.jsonl.gz")
///     var buffer = [UInt8](repeating: 0, count: 1 << 20)
///     while true {
///       var span = buffer.mutableSpan
///       let count = try stream.read(into: &span)
///       if count == 0 { break }
///       …                               // the first `count` bytes of `buffer`
///     }
///     if let fault = stream.fault { … } // the gzip data were damaged, or something lies behind them
public struct ByteStream: ~Copyable, Sendable {
  /// The path of standard input.
  public static let standardInputPath = "-"

  private var source: ByteSource
  private let observer: (any ByteObserver)?
  /// Present if the bytes are gzip data.
  private var gzip: GzipReader?
  /// Bytes delivered as they are, without inflating.
  private var plainBytesDelivered = 0

  /// Whether the source is a regular file, by name or as standard input; pipes, FIFOs, terminals, devices and
  /// memory are none.
  public let isRegularFile: Bool

  /// The size of the file on disk when it was opened, in bytes; nil if it is not a regular file.
  ///
  /// For display only: a file may grow or shrink while it is read, and standard input may begin in its midst.
  public let sizeInBytes: Int?

  /// Opens the file at `path` for reading, or standard input if the path is `-`, and looks at its first bytes.
  ///
  /// A FIFO without a writer, or a terminal, makes this wait, unless only regular files are allowed.
  ///
  /// - Parameters:
  ///   - regularFilesOnly: whether everything but a regular file is refused before a byte is read, and also a path that
  ///     means another file to another process, such as `/dev/stdin`.
  ///   - observer: sees all bytes that are read.
  /// - Throws: ``ByteStreamError`` if there is no such file, or it is a directory or may not be read.
  /// - Complexity: a few system calls.
  public init(
    path: String, regularFilesOnly: Bool = false, observer: (any ByteObserver)? = nil
  ) throws(ByteStreamError) {
    let isStandardInput = path == Self.standardInputPath
    let descriptor =
      isStandardInput ? FileDescriptor.standardInput : try Self.open(path, withoutWaiting: regularFilesOnly)
    var source = ByteSource(descriptor, isOwned: !isStandardInput, path: path)
    // Unless a regular file is required, reading does not depend on this.
    let status = try? Stat(descriptor)
    if regularFilesOnly, status?.type != .regular || RealPath.isOfProcess(path) {
      throw status?.type == .directory ? .isADirectory(path: path) : .notARegularFile(path: path)
    }
    let isCompressed = try source.begins(with: GzipDecoder.magic)
    self.source = source
    self.observer = observer
    gzip = isCompressed ? GzipReader(lookahead: GzipLookahead()) : nil
    isRegularFile = status?.type == .regular
    sizeInBytes = isRegularFile ? status.map { Int($0.size) } : nil
  }

  /// Reads an open file from its first byte on, whatever its name leads to by now. The descriptor stays open when the stream is
  /// gone, and nothing else may move its position meanwhile.
  ///
  /// - Parameter path: what the file is called in errors.
  package init(openFile descriptor: FileDescriptor, path: String) throws(ByteStreamError) {
    do {
      try descriptor.seek(offset: 0, from: .start)
    } catch {
      throw .cannotRead(path: path, atByte: 0, reason: (error as? Errno) ?? .ioError)
    }
    var source = ByteSource(descriptor, isOwned: false, path: path)
    let isCompressed = try source.begins(with: GzipDecoder.magic)
    self.source = source
    observer = nil
    gzip = isCompressed ? GzipReader(lookahead: GzipLookahead()) : nil
    isRegularFile = true
    sizeInBytes = nil
  }

  /// Reads `bytes` as if they were a file; the source gives at most `chunkSizeInBytes` of them at a time.
  ///
  /// Chunks do not show in what ``read(into:)`` returns. They are for tests of what must not depend on them.
  ///
  /// - Complexity: O(1).
  public init(bytes: [UInt8], chunkSizeInBytes: Int = .max) {
    self.init(bytes: bytes, chunkSizeInBytes: chunkSizeInBytes, lookahead: GzipLookahead())
  }

  /// The same, with segments of other lengths, and perhaps a failure after the bytes.
  package init(bytes: [UInt8], chunkSizeInBytes: Int, lookahead: GzipLookahead, failure: Errno? = nil) {
    var source = ByteSource(bytes, chunkSizeInBytes: chunkSizeInBytes, failure: failure)
    do {
      gzip = try source.begins(with: GzipDecoder.magic) ? GzipReader(lookahead: lookahead) : nil
    } catch {
      preconditionFailure("reading memory does not fail: \(error)")
    }
    self.source = source
    observer = nil
    isRegularFile = false
    sizeInBytes = nil
  }

  /// Fills `buffer` with the stream's next bytes.
  ///
  /// Reads as often as it takes to fill the buffer, so only the last bytes of the stream come in smaller number, and
  /// those of segments (see ``takeSegment(threads:)``).
  ///
  /// - Parameter buffer: where the bytes go; it must not be empty.
  /// - Returns: the bytes written; 0 only at the end, and then always.
  /// - Throws: ``ByteStreamError`` if the system cannot read on. Damaged gzip data do not throw: see ``fault``.
  /// - Complexity: linear in the bytes read and written; allocates nothing.
  public mutating func read(into buffer: inout MutableSpan<UInt8>) throws(ByteStreamError) -> Int {
    precondition(buffer.count > 0, "an empty buffer would look like the end of the stream")
    let count = try fill(&buffer)
    if let observer, count > 0 { observer.observe(buffer.span.extracting(first: count)) }
    return count
  }

  private mutating func fill(_ buffer: inout MutableSpan<UInt8>) throws(ByteStreamError) -> Int {
    if isCompressed { return try gzip?.read(into: &buffer, from: &source) ?? 0 }
    var filled = 0
    while filled < buffer.count {
      let count = try source.read(into: &buffer, from: filled)
      if count == 0 { break }
      filled += count
    }
    plainBytesDelivered += filled
    return filled
  }

  /// A segment of gzip data that the thread that asks should inflate before it reads, without keeping others from the
  /// stream meanwhile; nil if it should read at once.
  ///
  /// Members, and blocks that refer to nothing before them, can be inflated apart. Reading gives all bytes in their
  /// order, whether they were inflated ahead or not, and waits where another thread is inflating them.
  ///
  ///     while let segment = lock { stream.takeSegment(threads: 2) } { segment.inflate() }
  ///     let count = try lock { try stream.read(into: &span) }
  ///
  /// - Parameter threads: how many threads ask for segments; about as many are inflated ahead.
  /// - Complexity: linear in the compressed bytes read ahead, which may take several system calls.
  public mutating func takeSegment(threads: Int) -> GzipSegment? {
    gzip?.takeSegment(threads: threads, from: &source)
  }

  /// Whether the source contains gzip data, so that ``read(into:)`` inflates.
  public var isCompressed: Bool { gzip != nil }

  /// How many bytes of the source have been used so far, compressed ones if it is compressed.
  ///
  /// Together with ``sizeInBytes`` this tells how far reading has got.
  public var bytesConsumed: Int {
    switch gzip {
    case .some(let reader): reader.bytesConsumed
    case nil: plainBytesDelivered
    }
  }

  /// What is wrong with the gzip data, known from the read that came upon it; nil for sound or plain data.
  ///
  /// The stream ends there: every later read returns 0.
  public var fault: GzipFault? {
    switch gzip {
    case .some(let reader): reader.fault
    case nil: nil
    }
  }

  /// Whether the stream is a file whose bytes are delivered as they are and in any order, so that ``file()`` can be asked for.
  public var isPlainFile: Bool {
    // Standard input can begin in the middle of a file, and the next program continues where this one stopped.
    isRegularFile && !isCompressed && observer == nil && source.path != Self.standardInputPath
  }

  /// Turns the stream into its file, whose parts can be read in any order.
  ///
  /// The stream must be a plain file, see ``isPlainFile``.
  public consuming func file() -> PlainFile {
    precondition(isPlainFile)
    return PlainFile(source)
  }

  /// - Parameter withoutWaiting: whether a pipe is opened even without a writer.
  private static func open(_ path: String, withoutWaiting: Bool) throws(ByteStreamError) -> FileDescriptor {
    // The system would take a path with a NUL for the shorter path before it.
    if path.utf8.contains(0) { throw .cannotOpen(path: path, reason: .invalidArgument) }
    // A path that ends in a slash is a directory's, but `FilePath` drops the slash: the dot says the same.
    let filePath = FilePath(path.hasSuffix("/") ? path + "." : path)
    let options: FileDescriptor.OpenOptions = withoutWaiting ? [.closeOnExec, .nonBlocking] : .closeOnExec
    do {
      return try FileDescriptor.open(filePath, .readOnly, options: options)
    } catch {
      throw .opening(path, failedWith: (error as? Errno) ?? .ioError)
    }
  }
}

extension ByteStream {
  /// Passes over bytes of the stream, or as many as there are.
  ///
  /// - Throws: ``ByteStreamError`` if the system cannot read on.
  /// - Complexity: linear in the bytes, which are read.
  package mutating func skip(_ count: Int) throws(ByteStreamError) {
    var block = [UInt8](repeating: 0, count: min(count, 1 << 20))
    var left = count
    while left > 0 {
      if left < block.count { block.removeLast(block.count - left) }
      var span = block.mutableSpan
      let read = try read(into: &span)
      if read == 0 { return }
      left -= read
    }
  }
}
