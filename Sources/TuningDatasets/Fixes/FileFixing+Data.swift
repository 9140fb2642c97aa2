import ByteStreams
import Diagnostics

/// Data that were fixed, or copied.
struct FixedData {
  let file: ReplacementFile
  /// How many findings were fixed, by rule.
  var fixed: [RuleCode: Int] = [:]
  /// How many lines there were before.
  var lines = 0
  var changes = ChangedLines()
  /// Whether what was not on lines of its own is now.
  var isArrangedAnew = false

  /// Counts a fixed finding.
  mutating func count(_ code: RuleCode) { fixed[code, default: 0] += 1 }
}

extension FileFixing {
  typealias MakeFile = () throws(FixFailure) -> ReplacementFile

  /// Fixes the data of a file; nil if nothing could be fixed, or if there is trouble.
  mutating func fixedData<Failure: Error>(
    of source: String, into makeFile: MakeFile, isCompressed: Bool, _ progress: ProgressOf<Failure>
  ) throws(Failure) -> FixedData? {
    if file.lines.isNoDataset {
      return try arrangedData(of: source, into: makeFile, isCompressed: isCompressed, progress)
    }
    let data = try fixedLines(of: source, into: makeFile, isCompressed: isCompressed, progress)
    return data?.fixed.isEmpty == false ? data : nil
  }

  /// Puts each example on a line of its own, and fixes the lines.
  private mutating func arrangedData<Failure: Error>(
    of source: String, into makeFile: MakeFile, isCompressed: Bool, _ progress: ProgressOf<Failure>
  ) throws(Failure) -> FixedData? {
    let code = settings.conclude(file).findings.counts.map(\.code).first(
      where: Self.rulesOfArrangement.contains)
    var arranged = ArrangedData()
    let target: ReplacementFile
    do throws(FixFailure) {
      target = try makeFile()
      var stream = try Self.open(source)
      try stream.arrange(&arranged, into: target)
    } catch {
      trouble = error.message(of: path)
      return nil
    }
    guard !arranged.isHopeless,
      var data = try fixedLines(of: target.path, into: makeFile, isCompressed: isCompressed, progress),
      let code
    else { return nil }
    target.remove()
    data.fixed[code] = 1
    data.isArrangedAnew = true
    if arranged.hadByteOrderMark, choice.fixes(ByteOrderMark.self) {
      data.count(ByteOrderMark.description.code)
    }
    // All lines are others.
    let added = data.changes.runs.reduce(0) { $0 + $1.after - $1.before }
    data.lines = arranged.linesBefore
    data.changes = ChangedLines()
    data.changes.add(1, lines: arranged.linesBefore, become: arranged.linesAfter + added)
    return data
  }

  /// Fixes lines; nil if there is trouble.
  mutating func fixedLines<Failure: Error>(
    of source: String, into makeFile: MakeFile, isCompressed: Bool,
    without repeated: RepeatedLines = RepeatedLines(),
    _ progress: ProgressOf<Failure>
  ) throws(Failure) -> FixedData? {
    let stream: ByteStream
    let target: ReplacementFile
    do throws(FixFailure) {
      target = try makeFile()
      stream = try Self.open(source)
    } catch {
      trouble = error.message(of: path)
      return nil
    }
    let sizeInBytes = stream.sizeInBytes
    let settings = FixPass.Settings(
      choice: choice, requirements: self.settings.requirements, limits: validation.limits, file: target,
      isCompressed: isCompressed, notesChanges: fixing.notesChanges, repeated: repeated)
    let runner = PassRunner<FixPass>(settings: settings, limits: Self.limits(validation.limits))
    let path = path
    var lines = try runner.run(stream) { (bytesRead, bytesDone) throws(Failure) in
      try progress(.init(path: path, bytesRead: bytesRead, bytesInAll: sizeInBytes, bytesDone: bytesDone))
    }
    lines.finish(settings)
    if let failure = lines.end.failure {
      trouble = FixFailure.data(failure).message(of: path)
      return nil
    }
    return FixedData(file: target, fixed: lines.fixed, lines: lines.count, changes: lines.changes)
  }

  /// Copies data; nil if there is trouble.
  mutating func copied(_ source: String, into makeFile: MakeFile, isCompressed: Bool) -> FixedData? {
    do throws(FixFailure) {
      var stream = try Self.open(source)
      let target = try makeFile()
      try stream.copy(to: target, isCompressed: isCompressed)
      return FixedData(file: target)
    } catch {
      trouble = error.message(of: path)
      return nil
    }
  }

  private static func open(_ path: String) throws(FixFailure) -> ByteStream {
    do throws(ByteStreamError) {
      return try ByteStream(path: path)
    } catch {
      throw .unreadable(error.description)
    }
  }

  /// Bounds of the work such that what waits to be written takes not much memory, however many threads there are.
  private static func limits(_ limits: Limits) -> Limits {
    var limits = limits
    limits.blockBytes = min(limits.blockBytes, min(1 << 18, max(1 << 16, (1 << 23) / limits.jobs)))
    return limits
  }
}
