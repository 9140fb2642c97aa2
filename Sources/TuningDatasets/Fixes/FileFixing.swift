import ByteStreams
import Diagnostics

/// The fixing of one file.
struct FileFixing: ~Copyable {
  private let path: String
  private let fixing: DatasetFixing
  private let validation: DatasetValidation
  private let settings: ValidationSettings
  private let choice: FixChoice
  /// A copy of what can be read only once.
  private var copy: ReplacementFile?

  /// What was found, in the fixed data if there are any.
  var file: DatasetValidation.ReadFile
  /// How many findings were fixed, by rule.
  private(set) var fixed: [RuleCode: Int] = [:]
  /// Whether something was, or would be, changed.
  private(set) var isChanged = false
  /// Why the file was not fixed, in a line.
  private(set) var trouble: String?

  init(
    _ path: String, _ fixing: DatasetFixing, _ validation: DatasetValidation, settings: ValidationSettings
  ) {
    self.path = path
    self.fixing = fixing
    self.validation = validation
    self.settings = settings
    choice = FixChoice(settings.rules, allowsUnsafe: fixing.allowsUnsafeFixes)
    file = DatasetValidation.ReadFile(path: path, lines: ValidatedLines())
  }

  typealias ProgressOf<Failure: Error> = (DatasetValidation.Progress) throws(Failure) -> Void

  /// Validates the file, fixes it, and validates what it has become.
  mutating func run<Failure: Error>(
    _ progress: ProgressOf<Failure>, _ take: (FixedFile) throws(Failure) -> Void
  ) throws(Failure) {
    let state = path == ByteStream.standardInputPath ? nil : FileState(path: path)
    var source = path
    if state?.isRegularFile != true, fixing.target != .inPlace, let copied = try makeCopy(progress) {
      source = copied
    }
    if trouble != nil { return }
    file = try validation.read(source, as: path, settings, nil, progress)
    if file.lines.end.failure != nil { return }
    let isToBeFixed = !file.lines.isNoDataset && needsFix
    switch fixing.target {
    case .inPlace:
      if isToBeFixed { try replace(state, progress) }
    case .file(let target): try write(source, to: target, isToBeFixed: isToBeFixed, state, progress)
    case .caller:
      var result: Fixed?
      if isToBeFixed {
        result = try fix(source, into: ReplacementFile.temporary, isCompressed: false, progress)
      }
      if let result { try keep(result, as: path, progress) }
      if trouble != nil { return }
      try take(
        FixedFile(
          path: path, original: source, fixed: result?.file.path ?? source, lines: result?.lines ?? 0,
          changes: result?.changes ?? ChangedLines()))
      result?.file.remove()
    }
  }

  /// Whether there are findings that may be fixed.
  private var needsFix: Bool {
    settings.conclude(file).findings.counts.contains { choice.fixes($0.code) }
  }

  // MARK: Targets

  private mutating func replace<Failure: Error>(
    _ state: FileState?, _ progress: ProgressOf<Failure>
  ) throws(Failure) {
    guard let state, state.isRegularFile, !RealPath.isOfProcess(path) else {
      trouble = FixFailure.notAFile.message(of: path)
      return
    }
    if state.hasOtherNames {
      trouble = FixFailure.otherNames.message(of: path)
      return
    }
    guard let target = RealPath.behindLinks(path), FileState.isWritable(target) else {
      trouble = FixFailure.readOnly.message(of: path)
      return
    }
    guard
      let fixed = try fix(
        path, into: { () throws(FixFailure) in try .beside(target) }, isCompressed: file.isCompressed,
        progress)
    else { return }
    let before = (file, self.fixed)
    try keep(fixed, as: path, progress)
    do throws(FixFailure) {
      guard FileState(path: path) == state else { throw .changedMeanwhile }
      try fixed.file.put(at: target)
    } catch {
      trouble = error.message(of: path)
      (file, self.fixed) = before
      isChanged = false
    }
  }

  private mutating func write<Failure: Error>(
    _ source: String, to target: String, isToBeFixed: Bool, _ state: FileState?,
    _ progress: ProgressOf<Failure>
  ) throws(Failure) {
    let there = FileState(path: target)
    if let there, there == state || !there.isRegularFile {
      trouble = (there == state ? FixFailure.sameFile : .targetIsNoFile).message(of: target)
      return
    }
    guard let real = RealPath.behindLinks(target) else {
      trouble = FixFailure.targetIsNoFile.message(of: target)
      return
    }
    let isCompressed = target.hasSuffix(".gz")
    let make = { () throws(FixFailure) in try ReplacementFile.beside(real) }
    var result = isToBeFixed ? try fix(source, into: make, isCompressed: isCompressed, progress) : nil
    if result == nil, trouble == nil {
      result = try copied(source, into: make, isCompressed: isCompressed, progress)
    }
    guard let result else { return }
    try keep(result, as: target, progress)
    do throws(FixFailure) {
      try result.file.put(at: real)
    } catch {
      trouble = error.message(of: target)
    }
  }

  /// Validates fixed data, whose findings then are those of the file.
  private mutating func keep<Failure: Error>(
    _ result: Fixed, as shownPath: String, _ progress: ProgressOf<Failure>
  ) throws(Failure) {
    file = try validation.read(result.file.path, as: shownPath, settings, nil, progress)
    fixed = result.fixed
    isChanged = !result.fixed.isEmpty
  }

  // MARK: Data

  /// Fixed data.
  private struct Fixed {
    let file: ReplacementFile
    let fixed: [RuleCode: Int]
    var lines = 0
    var changes = ChangedLines()
  }

  /// Fixes the lines of a file; nil if nothing could be fixed, or if there is trouble.
  private mutating func fix<Failure: Error>(
    _ source: String, into makeFile: () throws(FixFailure) -> ReplacementFile, isCompressed: Bool,
    _ progress: ProgressOf<Failure>
  ) throws(Failure) -> Fixed? {
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
      isCompressed: isCompressed, notesChanges: fixing.notesChanges)
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
    return lines.fixed.isEmpty
      ? nil : Fixed(file: target, fixed: lines.fixed, lines: lines.count, changes: lines.changes)
  }

  /// Copies data that need no fix.
  private mutating func copied<Failure: Error>(
    _ source: String, into makeFile: () throws(FixFailure) -> ReplacementFile, isCompressed: Bool,
    _ progress: ProgressOf<Failure>
  ) throws(Failure) -> Fixed? {
    do throws(FixFailure) {
      var stream = try Self.open(source)
      let target = try makeFile()
      try stream.copy(to: target, isCompressed: isCompressed)
      return Fixed(file: target, fixed: [:])
    } catch {
      trouble = error.message(of: path)
      return nil
    }
  }

  /// Copies what can be read only once; nil if there is trouble.
  private mutating func makeCopy<Failure: Error>(_ progress: ProgressOf<Failure>) throws(Failure) -> String? {
    guard let copied = try copied(path, into: ReplacementFile.temporary, isCompressed: false, progress)
    else { return nil }
    copy = copied.file
    return copied.file.path
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
