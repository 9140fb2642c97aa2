import ByteStreams
import Crypto
import SystemPackage
import TuningJobs

/// Reads the bytes of a dataset from its open file, inflated if it is compressed, and keeps their checksum up to where it is.
struct DatasetReading: ~Copyable {
  private let file: FileDescriptor
  private let dataset: DatasetUpload
  /// Present if the file is compressed; it is where the reading is.
  private var stream: ByteStream?
  private let isCompressed: Bool
  /// Where the reading is, and the CRC32C of all bytes before that.
  private(set) var position: Int64 = 0
  private var checksum = CRC32C()
  /// A place from which plain data can be read again without reading all before it.
  private var mark: (position: Int64, checksum: CRC32C) = (0, CRC32C())

  /// Opens the file of a dataset, and notes which file it is.
  init(_ dataset: inout DatasetUpload) throws(UploadFault) {
    let file = try Self.open(dataset.path)
    do throws(UploadFault) {
      isCompressed = try Self.note(file, &dataset)
    } catch {
      try? file.close()
      throw error
    }
    self.file = file
    self.dataset = dataset
  }

  private static func open(_ path: String) throws(UploadFault) -> FileDescriptor {
    do {
      // A pipe would wait for its writer.
      return try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
    } catch {
      let reason = (error as? Errno) ?? .ioError
      throw .unreadable(fault(opening: path, reason))
    }
  }

  /// Notes which file it is.
  ///
  /// - Returns: whether it is compressed.
  private static func note(_ file: FileDescriptor, _ dataset: inout DatasetUpload) throws(UploadFault) -> Bool
  {
    guard let status = try? Stat(file), status.type == .regular else {
      throw .unreadable(.notARegularFile(path: dataset.path))
    }
    dataset.modifiedAt = SystemCalls.modificationTime(status)
    dataset.inode = Int(truncatingIfNeeded: UInt64(status.inode.rawValue))
    do throws(ByteStreamError) {
      return try ByteStream(openFile: file, path: dataset.path).isCompressed
    } catch {
      throw .unreadable(error)
    }
  }

  deinit { try? file.close() }

  private static func fault(opening path: String, _ reason: Errno) -> ByteStreamError {
    switch reason {
    case .noSuchFileOrDirectory: .notFound(path: path)
    case .permissionDenied: .permissionDenied(path: path)
    default: .cannotOpen(path: path, reason: reason)
    }
  }

  /// How many bytes the dataset has.
  private var size: Int64 { Int64(dataset.sizeInBytes) }

  // MARK: Reading

  /// Reads some of the bytes from a place on.
  ///
  /// - Throws: `changed`, instead of giving the last bytes, if all bytes together are not those that were validated.
  mutating func read(into buffer: inout MutableSpan<UInt8>, at offset: Int64) throws(UploadFault) -> Int {
    try move(to: offset) {}
    var part = buffer._mutatingExtracting(..<Int(min(Int64(buffer.count), size - position)))
    if part.isEmpty { return 0 }
    let count = try next(&part)
    if count == 0 { throw changed("it is shorter than it was") }
    if position == size, checksum.value != dataset.crc32c { throw changed(Self.otherBytes) }
    return count
  }

  private static let otherBytes = "it has other bytes"

  /// Reads from where the reading is.
  ///
  /// - Returns: the bytes written; 0 only at the end.
  private mutating func next(_ buffer: inout MutableSpan<UInt8>) throws(UploadFault) -> Int {
    var count = 0
    do throws(ByteStreamError) {
      if isCompressed {
        if stream == nil { stream = try ByteStream(openFile: file, path: dataset.path) }
        count = try stream?.read(into: &buffer) ?? 0
      } else {
        do throws(Errno) {
          count = try SystemCalls.read(file, into: &buffer, from: 0, at: position)
        } catch {
          throw .cannotRead(path: dataset.path, atByte: Int(position), reason: error)
        }
      }
    } catch {
      throw .unreadable(error)
    }
    checksum.add(buffer.span.extracting(first: count))
    position += Int64(count)
    return count
  }

  /// The CRC32C of the bytes before a place, which the reading moves to and marks.
  ///
  /// - Parameter check: called now and then; what it throws ends the work.
  mutating func checksum(
    upTo offset: Int64, _ check: () throws(UploadFault) -> Void
  ) throws(UploadFault) -> UInt32 {
    try move(to: offset, check)
    mark = (position, checksum)
    return checksum.value
  }

  /// Reads as far as a place; what lies behind is read again from the mark, or, if it was inflated, from the beginning.
  private mutating func move(to offset: Int64, _ check: () throws(UploadFault) -> Void) throws(UploadFault) {
    if offset == position { return }
    if offset < position {
      if offset < mark.position || isCompressed { mark = (0, CRC32C()) }
      (position, checksum) = mark
      stream = nil
    }
    var scratch = [UInt8](repeating: 0, count: offset > position ? Self.pieceLength : 0)
    while position < offset {
      var span = scratch.mutableSpan
      var part = span._mutatingExtracting(..<Int(min(Int64(Self.pieceLength), offset - position)))
      if try next(&part) == 0 { throw changed("it is shorter than it was") }
      try check()
    }
  }

  private static let pieceLength = 1 << 18

  // MARK: Verifying

  /// Reads all bytes, and compares them with those that were validated. The reading is at the beginning afterwards.
  ///
  /// - Parameter check: called now and then with the bytes read; what it throws ends the work.
  mutating func verify(_ check: (Int64) throws(UploadFault) -> Void) throws(UploadFault) {
    try move(to: 0) {}
    var hash = SHA256()
    var piece = [UInt8](repeating: 0, count: Self.pieceLength)
    while position <= size {
      var span = piece.mutableSpan
      let count = try next(&span)
      if count == 0 { break }
      if count < piece.count { hash.update(data: piece[..<count]) } else { hash.update(data: piece) }
      try check(min(position, size))
    }
    if let problem = problem(Hexadecimal.text(Array(hash.finalize()))) { throw changed(problem) }
    try move(to: 0) {}
  }

  /// What is wrong with the bytes that were read, which are all.
  private func problem(_ sha256: String) -> String? {
    if isDamaged { return "its gzip data are damaged" }
    if position > size { return "it has more than \(size) bytes" }
    if position < size { return "it has \(position) bytes, not \(size)" }
    if sha256 != dataset.sha256 { return "it has another SHA-256" }
    return checksum.value == dataset.crc32c ? nil : "it has another CRC32C"
  }

  /// Whether the gzip data have ended badly.
  private var isDamaged: Bool {
    switch stream {
    case .some(let stream): stream.fault != nil
    case nil: false
    }
  }

  private func changed(_ problem: String) -> UploadFault { .changed(path: dataset.path, problem: problem) }
}
