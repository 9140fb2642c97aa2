import ByteStreams

/// Paths of files, of which each file is taken once, however often and by whatever path it is given.
struct DistinctFiles {
  /// The paths by which the files are taken, in the order in which they were added.
  private(set) var paths: [String] = []
  private var isRepeated: [Bool] = []
  /// The index of each file, by its path without links.
  private var indices: [String: Int] = [:]

  /// Adds a file, unless it is there. Standard input is another file each time.
  ///
  /// - Returns: whether it was added.
  @discardableResult
  mutating func add(_ path: String) -> Bool {
    if path != ByteStream.standardInputPath {
      let real = WrittenFile.realPath(of: path)
      if let index = indices[real] {
        isRepeated[index] = true
        return false
      }
      indices[real] = paths.count
    }
    paths.append(path)
    isRepeated.append(false)
    return true
  }

  /// Whether a file is there.
  func contains(_ path: String) -> Bool { indices[WrittenFile.realPath(of: path)] != nil }

  /// The paths of the files that were added more than once.
  var repeated: [String] { zip(paths, isRepeated).filter(\.1).map(\.0) }
}
