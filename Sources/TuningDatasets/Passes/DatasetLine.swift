import ByteStreams
public import Diagnostics
import JSONLines

/// One line of a dataset.
public struct DatasetLine: Sendable {
  /// Its number, from 1.
  public let number: Int
  /// Where it begins in the uncompressed data, in bytes.
  public let byteOffset: Int
  /// Its bytes, without the line feed.
  public let bytes: [UInt8]

  /// Why a line cannot be had.
  public enum Absence: Error, Equatable, Sendable {
    /// The data has only so many lines.
    case noSuchLine(lines: Int)
    /// The line has more bytes than may be read.
    case tooLong(lengthInBytes: Int, maximumLineBytes: Int)
    /// The gzip data is damaged before the line's end, and so many lines are whole.
    case damagedBefore(lines: Int)
    /// The file could not be read as far as the line, for the reason given in one line.
    case unreadable(String)
  }

  /// Reads a line of a file, or of standard input for `-`, plain or gzip data.
  ///
  /// - Parameters:
  ///   - number: the line, from 1.
  ///   - path: the file.
  ///   - limits: the longest line that is read.
  /// - Throws: ``Absence``.
  /// - Complexity: linear in the data up to the line; memory is bounded by the longest line.
  public init(_ number: Int, of path: String, limits: Limits = Limits()) throws(Absence) {
    let stream: ByteStream
    do throws(ByteStreamError) {
      stream = try ByteStream(path: path)
    } catch {
      throw .unreadable(error.description)
    }
    var reading = LineReading(stream, limits: limits)
    var finder = LineFinder(number)
    reading.run(&finder) { _, _, _ in true }
    switch finder.found {
    case .line(let line): self = line
    case .overlong(let length):
      throw .tooLong(lengthInBytes: length, maximumLineBytes: limits.maximumLineBytes)
    case nil:
      if let failure = reading.end.failure { throw .unreadable(failure) }
      let isDamaged = reading.end.fault?.cutsData == true
      throw isDamaged ? .damagedBefore(lines: finder.count) : .noSuchLine(lines: finder.count)
    }
  }

  fileprivate init(number: Int, byteOffset: Int, bytes: [UInt8]) {
    (self.number, self.byteOffset, self.bytes) = (number, byteOffset, bytes)
  }

  /// The place of a column, which counts Unicode scalars from 1; a byte that is not UTF-8 counts as one.
  ///
  /// - Returns: nil if the line has no such column; one after its last is its end.
  /// - Complexity: linear in the line.
  public func location(ofColumn column: Int) -> Location? {
    LineBytes.with(bytes) { line in
      guard column > 0, let offset = line.offset(ofColumn: column) else { return nil }
      var places = LinePlaces(of: line)
      return Location(of: offset, number: number, offset: byteOffset, places: &places)
    }
  }

  /// The part of the line around a byte.
  public func excerpt(at offset: Int) -> Finding.Excerpt {
    LineBytes.with(bytes) { Finding.Excerpt(of: $0, at: offset) }
  }
}

extension LineBytes {
  /// The offset of a column; nil after the line's end.
  fileprivate func offset(ofColumn column: Int) -> Int? {
    var offset = 0
    for _ in 1..<column {
      guard offset < count else { return nil }
      offset += max(1, lengthOfScalar(at: offset))
    }
    return offset
  }
}

/// Looks for one line. It counts from the beginning of the data, so its work is not shared.
private struct LineFinder: LineWorker, ~Copyable {
  enum Found {
    case line(DatasetLine)
    case overlong(lengthInBytes: Int)
  }

  private let number: Int
  /// How many lines were passed.
  private(set) var count = 0
  private(set) var found: Found?

  init(_ number: Int) { self.number = number }

  var isDone: Bool { found != nil }

  mutating func examine(_ buffer: inout LineBuffer, cutBy fault: GzipFault?) {
    while found == nil, let element = buffer.next() {
      if case .line(_, _, endsInLineFeed: false) = element, fault?.cutsData == true { return }
      count += 1
      guard count == number else { continue }
      switch element {
      case .overlongLine(_, let length, _): found = .overlong(lengthInBytes: length)
      case .line(let line, let offset, _):
        let bytes = line.bytes(in: 0..<line.count)
        found = .line(DatasetLine(number: number, byteOffset: offset, bytes: bytes))
      }
    }
  }
}
