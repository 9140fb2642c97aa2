import ByteStreams
import JSONLines

/// Does something with the lines of a dataset, on one thread and in memory that is used again.
protocol LineWorker: ~Copyable {
  /// Looks at the file's first bytes, before any line.
  mutating func open(_ firstBytes: [UInt8])

  /// Works on the lines that are complete; a last one that a fault of the data cut is not a line.
  mutating func examine(_ buffer: inout LineBuffer, cutBy fault: GzipFault?)

  /// Whether no more lines are needed.
  var isDone: Bool { get }

  /// Whether it takes the lines that follow to know what those so far are. Only the beginning of a file may need them.
  var needsMore: Bool { get }

  /// Looks at lines after the range, which are others', until ``needsMore`` is false.
  mutating func look(at buffer: inout LineBuffer, cutBy fault: GzipFault?)
}

extension LineWorker where Self: ~Copyable {
  mutating func open(_ firstBytes: [UInt8]) {}
  var needsMore: Bool { false }
  mutating func look(at buffer: inout LineBuffer, cutBy fault: GzipFault?) {}
}

/// Work that many threads, or many machines, share: each makes a worker of its own. What workers find are parts, and parts of
/// adjoining ranges are appended to each other, in any bracketing:
///
///     range 1 ─▶ worker ─▶ part ┐
///     range 2 ─▶ worker ─▶ part ┴ append ─▶ part ┐
///     range 3 ─▶ worker ─▶ part ─────────────────┴ append ─▶ part
protocol LinePass: LineWorker, SendableMetatype, ~Copyable {
  /// What is the same for all workers.
  associatedtype Settings: Sendable
  associatedtype Part: LinePart

  /// Makes a worker.
  ///
  /// - Parameter isAtBeginning: whether the first line it gets is the file's.
  init(_ settings: Settings, isAtBeginning: Bool)

  /// Begins a part somewhere after another: what that one knows already does not have to be found again.
  mutating func begin(behind earlier: Part)

  /// Ends the part, and gives what was found.
  mutating func end(_ end: PartEnd) -> Part

  /// Appends the part of the lines that follow. Associative.
  static func append(_ next: Part, to part: inout Part, _ settings: Settings)
}

/// What was found in consecutive lines of a file.
protocol LinePart: Sendable, Codable {
  /// Whether nothing that follows counts.
  var isOver: Bool { get }
}

/// How a part of a file ends.
struct PartEnd: Sendable, Codable {
  /// Up to where the file was read, in uncompressed bytes.
  var bytesRead = 0
  /// Whether the file ends there.
  var isAtEndOfFile = false
  /// What is wrong with the gzip data that end there.
  var fault: GzipFault?
  /// Why the file could not be read to its end, in a line.
  var failure: String?
}
