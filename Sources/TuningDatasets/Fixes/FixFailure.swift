import ByteStreams

/// Why a file is not fixed. It stays as it was.
enum FixFailure: Error {
  /// It is not a file that can be replaced.
  case notAFile
  /// It has other names, which would keep the old data.
  case otherNames
  /// It may not be written.
  case readOnly
  /// It has changed since it was read. It has its place or, if the system would not give that back, this path.
  case changedMeanwhile(keptAt: String?)
  /// The file for the fixed data is the dataset itself.
  case sameFile
  /// The file for the fixed data is a pipe, a device or a directory.
  case targetIsNoFile
  /// There is no place for the fixed data, in the system's words.
  case noPlace(String)
  /// The fixed data cannot take their place, in the system's words.
  case notReplaced(String)
  /// Its data cannot be fixed, in a clause that says what to do.
  case data(String)
  /// It cannot be read, in a line.
  case unreadable(String)

  /// A line about the file.
  func message(of path: String) -> String {
    let isStandardInput = path == ByteStream.standardInputPath
    let path = isStandardInput ? "standard input" : path
    return switch self {
    case .notAFile where isStandardInput:
      "standard input cannot be fixed in place: give a file for the fixed data with -o, or -o - for standard output"
    case .notAFile:
      "\(path) is not fixed, because it is not a regular file: give a file for the fixed data with -o"
    case .otherNames:
      "\(path) is not fixed, because it has other names (hard links), which would keep the old data: give a file for "
        + "the fixed data with -o"
    case .readOnly:
      "\(path) is not fixed, because it may not be written: change its permissions, or give a file for the fixed data "
        + "with -o"
    case .changedMeanwhile(let kept?):
      "\(path) was changed while it was replaced, and the system does not give it its place back: what was changed is in \(kept)"
    case .changedMeanwhile:
      "\(path) is not fixed, because it was changed in the meantime: run the command again"
    case .sameFile: "\(path) is the dataset itself: leave out -o to fix it in place"
    case .targetIsNoFile: "\(path) is not a regular file: give another file with -o, or - for standard output"
    case .noPlace(let reason):
      "\(path) is not fixed, because there is no place for the fixed data (\(reason)): give another place with -o, or "
        + "free some space if there is too little"
    case .notReplaced(let reason):
      "\(path) cannot be replaced (\(reason)): change the permissions of its folder, or give another place with -o"
    case .data(let reason): "\(path) is not fixed, because \(reason)"
    case .unreadable(let line): line
    }
  }
}

extension ReplacementFile {
  /// A file that will take the place of another.
  static func beside(_ target: String) throws(FixFailure) -> ReplacementFile {
    do throws(Failure) {
      return try ReplacementFile(beside: target)
    } catch {
      throw .noPlace(error.reason)
    }
  }

  /// A file in the folder for temporary files.
  static func temporary() throws(FixFailure) -> ReplacementFile {
    do throws(Failure) {
      return try ReplacementFile()
    } catch {
      throw .noPlace(error.reason)
    }
  }

  /// Puts the file in its place.
  ///
  /// - Parameter before: the state of the file that it may replace; nil to replace what is there.
  func put(at target: String, ifStill before: FileState? = nil) throws(FixFailure) {
    do throws(Failure) {
      try replace(target, ifStill: before)
    } catch {
      if case .changed(let path) = error { throw .changedMeanwhile(keptAt: path) }
      throw .notReplaced(error.reason)
    }
  }
}

extension ReplacementFile.Failure {
  /// The reason in words.
  fileprivate var reason: String {
    switch self {
    case .refused(let reason): reason
    case .exists: "a file is in its way"
    case .changed: "it was changed in the meantime"
    }
  }
}

extension ByteStream {
  /// Copies all bytes to a file.
  mutating func copy(to file: ReplacementFile, isCompressed: Bool) throws(FixFailure) {
    try forEachBlock(while: file) { block in
      file.write((isCompressed ? GzipMember.bytes(of: block.span) : block)[...])
    }
    if isCompressed, file.length == 0 { file.write(GzipMember.bytes(of: [UInt8]().span)[...]) }
    if let failure = file.failure { throw .noPlace(failure) }
  }

  /// Writes examples to a file, each on a line of its own.
  mutating func arrange(_ data: inout ArrangedData, into file: ReplacementFile) throws(FixFailure) {
    try forEachBlock(while: file) { block in
      data.add(block.span)
      file.write(data.take()[...])
    }
    data.end()
    file.write(data.take()[...])
    if let failure = file.failure { throw .noPlace(failure) }
  }

  private mutating func forEachBlock(
    while file: ReplacementFile, _ body: ([UInt8]) -> Void
  ) throws(FixFailure) {
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while file.failure == nil {
      var span = block.mutableSpan
      let count: Int
      do throws(ByteStreamError) {
        count = try read(into: &span)
      } catch {
        throw .unreadable(error.description)
      }
      if count == 0 { break }
      body(count == block.count ? block : Array(block[..<count]))
    }
    if fault != nil { throw .data("its gzip data are damaged: repair or export the file first") }
  }
}
