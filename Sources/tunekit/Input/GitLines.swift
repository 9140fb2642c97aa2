import Diagnostics
import SystemPackage

/// The lines of a file that git says were added since a revision.
struct GitLines {
  /// The ranges of lines, in their order; nil for all lines, of a file that the revision does not have.
  private let added: [Range<Int>]?

  /// Asks git, which must be installed.
  ///
  /// - Throws: ``Trouble`` if the file is not in a repository, or the repository has no such revision.
  init(of path: String, since revision: String) throws(Trouble) {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
    let (folder, name) = end.map { (String(path[..<$0]), String(path[$0...])) } ?? (".", path)
    let file = "./" + name
    func git(_ arguments: [String], _ read: (ArraySlice<UInt8>) -> Void = { _ in }) throws(Trouble) -> Bool {
      try ChildProcess.run(["git", "-C", folder, "--literal-pathspecs"] + arguments, read) == 0
    }
    guard try git(["rev-parse", "--is-inside-work-tree"]) else {
      throw Trouble("\(path) is not in a git repository, so --since does not work for it")
    }
    guard try git(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]) else {
      throw Trouble(
        "--since takes a revision such as main or HEAD~1, and '\(revision)' is not one of \(path)")
    }
    guard try git(["ls-files", "--error-unmatch", "--", file]) else {
      // Nothing of a file that git does not know is old.
      added = nil
      return
    }
    var hunks = HunkReader()
    let difference = [
      "diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--text",
    ]
    guard try git(difference + ["--end-of-options", revision, "--", file], { hunks.read($0) }) else {
      throw Trouble("git cannot compare \(path) with '\(revision)': try 'git diff \(revision) -- \(path)'")
    }
    added = hunks.added
  }

  /// Whether a line was added. O(log n) in the ranges.
  func contains(_ line: Int) -> Bool {
    guard let added else { return true }
    var (low, high) = (0, added.count)
    while low < high {
      let middle = (low + high) / 2
      if added[middle].upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return low < added.count && added[low].contains(line)
  }

  /// Whether any line was added.
  var isEmpty: Bool { added?.isEmpty == true }
}
