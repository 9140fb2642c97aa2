import ByteStreams
import Diagnostics

/// The fixing of one file.
struct FileFixing: ~Copyable {
  let path: String
  let fixing: DatasetFixing
  let validation: DatasetValidation
  let settings: ValidationSettings
  let choice: FixChoice
  /// The examples of the dataset's files before, as they were fixed.
  let earlier: [ComparedExamples]
  /// The state of the file before it was read; nil without a file.
  private let state: FileState?

  /// What was found, in the fixed data if there are any.
  var file: DatasetValidation.ReadFile
  /// Whether that is only what the beginning of a file has, in which something is to be fixed.
  private var isBeginning = false
  /// How many findings were fixed, by rule.
  private(set) var fixed: [RuleCode: Int] = [:]
  /// Why the file was not fixed, in a line.
  var trouble: String?

  /// Whether something was, or would be, changed.
  var isChanged: Bool { !fixed.isEmpty }

  typealias ProgressOf<Failure: Error> = (DatasetValidation.Progress) throws(Failure) -> Void

  init(
    _ path: String, _ fixing: DatasetFixing, _ validation: DatasetValidation, settings: ValidationSettings,
    behind earlier: [ComparedExamples]
  ) {
    self.path = path
    self.fixing = fixing
    self.validation = validation
    self.settings = settings
    self.earlier = earlier
    choice = FixChoice(settings.rules, allowsUnsafe: fixing.allowsUnsafeFixes)
    state = path == ByteStream.standardInputPath ? nil : FileState(path: path)
    file = DatasetValidation.ReadFile(path: path, lines: ValidatedLines())
  }

  /// Validates the file, fixes it, and validates what it has become.
  mutating func run<Failure: Error>(
    _ progress: ProgressOf<Failure>, _ take: (FixedFile) throws(Failure) -> Void
  ) throws(Failure) {
    // What can be read only once is copied; who fixes in place wants no copy.
    var copy: FixedData?
    if state?.isRegularFile != true, fixing.target != .inPlace, validation.unread[path] == nil {
      copy = copied(path, into: ReplacementFile.temporary, isCompressed: false)
      guard copy != nil else {
        (file.lines.end.failure, trouble) = (trouble, nil)
        return
      }
    }
    let source = copy?.file.path ?? path
    isBeginning = readBeginning(of: source)
    if !isBeginning { file = try validation.read(source, as: path, settings, nil, progress) }
    if file.lines.end.failure != nil { return }
    let before = (file: file, isBeginning: isBeginning)
    switch fixing.target {
    case .inPlace: try replace(progress)
    case .file(let target): try write(source, to: target, progress)
    case .caller: try give(source, progress, take)
    }
    // The report is about data that are somewhere.
    if trouble != nil { (file, isBeginning, fixed) = (before.file, before.isBeginning, [:]) }
    try readAll(of: source, progress)
    copy?.file.remove()
  }

  // MARK: Reading

  /// How much is read to see whether something is to be fixed all over the file, and how large the file is then at least.
  private static let (bytesOfBeginning, leastBytes) = (1 << 20, 1 << 22)

  /// Reads the beginning of a large file. If something in it is to be fixed, the rest is not validated before it is.
  ///
  /// - Returns: whether that is so.
  private mutating func readBeginning(of source: String) -> Bool {
    guard let stream = try? ByteStream(path: source, regularFilesOnly: true),
      (stream.sizeInBytes ?? 0) > Self.leastBytes
    else { return false }
    file.isCompressed = stream.isCompressed
    let runner = PassRunner<ValidationPass>(settings: settings, limits: validation.limits)
    file.lines = runner.run(stream, range: 0..<Self.bytesOfBeginning)
    return isToBeFixed && !file.lines.isNoDataset && file.lines.end.failure == nil
  }

  /// Reads all of a file of which only the beginning was read.
  private mutating func readAll<Failure: Error>(
    of source: String, _ progress: ProgressOf<Failure>
  ) throws(Failure) {
    guard isBeginning else { return }
    isBeginning = false
    file = try validation.read(source, as: path, settings, nil, progress)
  }

  /// Whether there are findings that may be fixed.
  var isToBeFixed: Bool {
    settings.conclude(file).findings.counts.contains { count in
      choice.fixes(count.code) && (!file.lines.isNoDataset || Self.rulesOfArrangement.contains(count.code))
    }
  }

  /// The rules about files whose examples are not on lines of their own.
  static let rulesOfArrangement = [JSONArrayFile.description.code, MultiLineJSON.description.code]

  // MARK: Targets

  /// Puts fixed data in the place of the file.
  private mutating func replace<Failure: Error>(_ progress: ProgressOf<Failure>) throws(Failure) {
    guard isToBeFixed || !repeated.isEmpty else { return }
    let target = targetInPlace()
    // A file that cannot be replaced is a trouble only if something would change, which can be tried if it can be read again.
    if target == nil, state?.isRegularFile != true { return }
    let failure = trouble
    trouble = nil
    let beside = { () throws(FixFailure) in
      if let target { try ReplacementFile.beside(target) } else { try ReplacementFile.temporary() }
    }
    guard
      let result = try fixedData(of: path, as: path, into: beside, isCompressed: file.isCompressed, progress)
    else { return }
    guard let target else {
      result.file.remove()
      trouble = failure
      return
    }
    do throws(FixFailure) {
      try result.file.put(at: target, ifStill: state)
    } catch {
      trouble = error.message(of: path)
    }
  }

  /// The path of the file without links; nil if it cannot be replaced.
  private mutating func targetInPlace() -> String? {
    let failure: FixFailure
    if let state, state.isRegularFile, !RealPath.isOfProcess(path) {
      if state.hasOtherNames {
        failure = .otherNames
      } else if let target = RealPath.behindLinks(path), FileState.isWritable(target) {
        return target
      } else {
        failure = .readOnly
      }
    } else {
      failure = .notAFile
    }
    trouble = failure.message(of: path)
    return nil
  }

  /// Writes fixed data to a file, or data that need no fix.
  private mutating func write<Failure: Error>(
    _ source: String, to target: String, _ progress: ProgressOf<Failure>
  ) throws(Failure) {
    let there = FileState(path: target)
    guard there?.isRegularFile != false, let real = RealPath.behindLinks(target) else {
      trouble = FixFailure.targetIsNoFile.message(of: target)
      return
    }
    if let there, there == state {
      trouble = FixFailure.sameFile.message(of: target)
      return
    }
    let beside = { () throws(FixFailure) in try ReplacementFile.beside(real) }
    let isCompressed = target.lowercased().hasSuffix(".gz")
    var result = try fixedData(of: source, as: target, into: beside, isCompressed: isCompressed, progress)
    if result == nil, trouble == nil {
      result = copied(source, into: beside, isCompressed: isCompressed)
      if let copied = result { _ = try keep(copied, as: target, progress) }
    }
    do throws(FixFailure) {
      try result?.file.put(at: real)
    } catch {
      trouble = error.message(of: target)
    }
  }

  /// Gives fixed data to the caller, or data that need no fix.
  private mutating func give<Failure: Error>(
    _ source: String, _ progress: ProgressOf<Failure>, _ take: (FixedFile) throws(Failure) -> Void
  ) throws(Failure) {
    let result = try fixedData(
      of: source, as: path, into: ReplacementFile.temporary, isCompressed: false, progress)
    if trouble != nil { return }
    try take(
      FixedFile(
        path: path, original: source, fixed: result?.file.path ?? source, lines: result?.lines ?? 0,
        changes: result?.changes ?? ChangedLines()))
    result?.file.remove()
  }

  /// Fixes the data of a file, and validates what they have become.
  ///
  /// - Returns: nil if nothing could be fixed, or if there is trouble.
  private mutating func fixedData<Failure: Error>(
    of source: String, as shownPath: String, into makeFile: MakeFile, isCompressed: Bool,
    _ progress: ProgressOf<Failure>
  ) throws(Failure) -> FixedData? {
    var result: FixedData?
    if isToBeFixed {
      result = try fixedData(of: source, into: makeFile, isCompressed: isCompressed, progress)
      if let fixed = result, try !keep(fixed, as: shownPath, progress) { return nil }
    }
    if result == nil, trouble == nil { try readAll(of: source, progress) }
    let next = try withoutRepeats(source, result, into: makeFile, isCompressed: isCompressed, progress)
    if let next {
      _ = try keep(next, as: shownPath, progress)
      result?.file.remove()
    }
    return trouble == nil ? next ?? result : nil
  }

  /// Validates fixed data, whose findings then are those of the file.
  ///
  /// - Returns: false if they are no better: lines that were arranged anew are not all JSON.
  private mutating func keep<Failure: Error>(
    _ result: FixedData, as shownPath: String, _ progress: ProgressOf<Failure>
  ) throws(Failure) -> Bool {
    let after = try validation.read(result.file.path, as: shownPath, settings, nil, progress)
    if result.isArrangedAnew, after.lines.isNoDataset || after.lines.observations.totals.notExamined > 0 {
      return false
    }
    (file, isBeginning, fixed) = (after, false, result.fixed)
    return true
  }
}
