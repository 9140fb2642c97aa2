import ByteStreams
import Diagnostics
import JSONLines

/// Fixes lines one after another. What they become goes to a file, in the order of the lines:
///
///     LineBuffer ── lines ──▶ LineFixer ──▶ bytes of a part ──▶ parts in order ──▶ ReplacementFile
///
/// A part waits in memory until those before it are written; `SharedWork` bounds how many do.
struct FixPass: LinePass, ~Copyable {
  /// What is the same for all workers.
  struct Settings: Sendable {
    let choice: FixChoice
    let requirements: DatasetRequirements
    let limits: Limits
    /// Where the bytes go.
    let file: ReplacementFile
    /// Whether they are written as gzip data.
    let isCompressed: Bool
    /// Whether it is noted which lines are changed.
    let notesChanges: Bool
    /// The lines that are removed.
    var repeated = RepeatedLines()

    /// Why not all bytes could be written, in a clause.
    var failure: String? {
      file.failure.map {
        "there is no room for the fixed data (\($0)): free some space, or give another place with -o"
      }
    }

    /// The bytes as they are written.
    func stored(_ bytes: [UInt8]) -> [UInt8] {
      isCompressed && !bytes.isEmpty ? GzipMember.bytes(of: bytes.span) : bytes
    }
  }

  private let settings: Settings
  private let isAtBeginning: Bool
  private var fixer: LineFixer
  private var part = FixedLines()
  private var failure: String?
  private let removesBlankLines: Bool
  private let removesCarriageReturns: Bool
  private let addsFinalNewline: Bool

  init(_ settings: Settings, isAtBeginning: Bool) {
    self.settings = settings
    self.isAtBeginning = isAtBeginning
    fixer = LineFixer(settings.choice, settings.requirements)
    removesBlankLines = settings.choice.fixes(BlankLine.self)
    removesCarriageReturns = settings.choice.fixes(CRLFLineEndings.self)
    addsFinalNewline = settings.choice.fixes(MissingFinalNewline.self)
  }

  var isDone: Bool { failure != nil || settings.file.failure != nil }

  mutating func begin(behind earlier: FixedLines) { part = FixedLines() }

  mutating func end(_ end: PartEnd) -> FixedLines {
    part.end = end
    if part.end.failure == nil { part.end.failure = failure ?? settings.failure }
    if !isAtBeginning { part.bytes = settings.stored(part.bytes) }
    return part
  }

  static func append(_ next: FixedLines, to part: inout FixedLines, _ settings: Settings) {
    guard !part.isOver else { return }
    settings.file.write(next.bytes[...])
    part.append(next, notingChanges: settings.notesChanges)
    if part.end.failure == nil { part.end.failure = settings.failure }
  }

  mutating func examine(_ buffer: inout LineBuffer, cutBy fault: GzipFault?) {
    while failure == nil {
      if let (line, offset, isToBeFixed) = fixer.passLineAhead(&buffer) {
        if !remove(offset) { add(line, isToBeFixed: isToBeFixed, endingIn: .lineFeed) }
        continue
      }
      guard let element = buffer.next() else { break }
      guard case .line(let line, let offset, let endsInLineFeed) = element else {
        failure =
          "line \(part.count + 1) is over the limit of \(settings.limits.maximumLineBytes) bytes: raise it with "
          + "--max-line-bytes"
        break
      }
      let end: LineEnd = endsInLineFeed ? .lineFeed : .endOfFile
      if line.isBlank {
        addBlank(line, endingIn: end)
      } else if !remove(offset) {
        add(line, isToBeFixed: fixer.examine(line, endingIn: end), endingIn: end)
      }
    }
    if let fault {
      failure = failure ?? "its gzip data \(Self.words(on: fault)): repair or export the file first"
    }
    // No part waits before the first one.
    if isAtBeginning {
      settings.file.write(settings.stored(part.bytes)[...])
      part.bytes.removeAll(keepingCapacity: true)
    }
  }

  private static func words(on fault: GzipFault) -> String {
    fault.cutsData ? "are damaged" : "have other bytes after them"
  }

  private mutating func add(_ line: LineBytes, isToBeFixed: Bool, endingIn end: LineEnd) {
    part.count += 1
    part.hasExample = true
    part.removeBlankLines(before: part.count, notingChanges: settings.notesChanges)
    let length = lengthKept(of: line, endingIn: end)
    if isToBeFixed, var fixed = fixer.fixed(line, endingIn: end) {
      if length < line.count { fixed.bytes.removeCarriageReturns() }
      part.bytes += fixed.bytes
      for (code, times) in fixed.findings { part.count(code, times: times) }
      _ = endLine(end)
      noteChange(into: fixed.lines)
    } else {
      line.append(0..<length, to: &part.bytes)
      let isEndChanged = endLine(end)
      if isEndChanged || length < line.count { noteChange() }
    }
  }

  /// Removes the line that begins at an offset, if it is one of those to be removed.
  @inline(__always)
  private mutating func remove(_ offset: Int) -> Bool {
    guard !settings.repeated.isEmpty, settings.repeated.contains(offset) else { return false }
    part.count += 1
    return true
  }

  private mutating func addBlank(_ line: LineBytes, endingIn end: LineEnd) {
    part.count += 1
    // Blank lines are collected apart, so that they can be taken away.
    var bytes: [UInt8] = []
    if removesBlankLines { swap(&bytes, &part.bytes) }
    let length = lengthKept(of: line, endingIn: end)
    line.append(0..<length, to: &part.bytes)
    let isEndChanged = endLine(end)
    if isEndChanged || length < line.count { noteChange() }
    if removesBlankLines {
      swap(&bytes, &part.bytes)
      part.blankLines.append(bytes)
    }
  }

  private mutating func noteChange(into lines: Int = 1) {
    if settings.notesChanges { part.changes.add(part.count, become: lines) }
  }

  /// How many bytes of a line are kept: not the carriage return before its line feed, if that is to go.
  private mutating func lengthKept(of line: LineBytes, endingIn end: LineEnd) -> Int {
    guard removesCarriageReturns, line.textEnd < line.count, end == .lineFeed || addsFinalNewline else {
      return line.count
    }
    part.hadCarriageReturns = true
    return line.textEnd
  }

  /// Ends a line as it ended before, or with a line feed if that is to be added.
  ///
  /// - Returns: whether a line feed was added.
  private mutating func endLine(_ end: LineEnd) -> Bool {
    let isAdded = end == .endOfFile && addsFinalNewline
    if isAdded { part.count(MissingFinalNewline.description.code) }
    if isAdded || end == .lineFeed { part.bytes.append(0x0A) }
    return isAdded
  }
}

extension FixedLines {
  /// Ends the file.
  mutating func finish(_ settings: FixPass.Settings) {
    settings.file.write(settings.stored(blankLines.bytes)[...])
    if blankLines.areDropped, settings.notesChanges {
      changes.add(count - blankLines.lines + 1, lines: blankLines.lines, become: 0)
    }
    if settings.isCompressed, settings.file.length == 0 {
      settings.file.write(GzipMember.bytes(of: [UInt8]().span)[...])
    }
    // One finding is about all lines.
    if hadCarriageReturns { count(CRLFLineEndings.description.code) }
    if end.failure == nil { end.failure = settings.failure }
  }
}

extension [UInt8] {
  /// Ends lines in LF instead of CR LF, and takes a carriage return at the end away. A line of JSON has no other.
  fileprivate mutating func removeCarriageReturns() {
    var end = 0
    for index in indices where self[index] != 0x0D || index + 1 < count && self[index + 1] != 0x0A {
      self[end] = self[index]
      end += 1
    }
    removeLast(count - end)
  }
}
