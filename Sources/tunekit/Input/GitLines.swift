import Diagnostics
import SystemPackage

/// The lines of a file that git says were added since a revision.
struct GitLines {
  /// The ranges of lines, in their order; nil for all lines, of a file that the revision does not have.
  private let added: [Range<Int>]?

  /// All lines.
  static let all = GitLines(added: nil)

  private init(added: [Range<Int>]?) { self.added = added }

  /// Asks git, which must be installed. Of a symbolic link, the lines are those of the file to which it leads.
  ///
  /// - Throws: ``Trouble`` if the file is not in a repository, the repository has no such revision, or git does not keep the
  ///   lines of the file as they are.
  init(of path: String, since revision: String) throws(Trouble) {
    let git = GitFile(path)
    guard try git.run(["rev-parse", "--is-inside-work-tree"]) else {
      let trouble = try git.trouble(of: ["rev-parse", "--is-inside-work-tree"])
      throw Trouble(
        trouble.contains("not a git repository")
          ? "\(path) is not in a git repository, so --since does not work for it"
          : "--since does not work for \(path): git says '\(trouble)'")
    }
    guard try git.run(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]) else {
      throw Trouble(
        "--since takes a revision such as main or HEAD~1, and '\(revision)' is not one of \(path)")
    }
    guard try git.run(["ls-files", "--error-unmatch", "--", git.file]) else {
      // Nothing of a file that git does not know is old.
      added = nil
      return
    }
    if let attribute = try git.convertingAttribute() {
      throw Trouble(
        "--since does not work for \(path), because git converts what it keeps of it (\(attribute)): check all of it"
      )
    }
    var hunks = HunkReader()
    let difference =
      [
        "diff", "-U0", "--inter-hunk-context=0", "--no-color", "--no-ext-diff", "--no-textconv",
        "--no-renames", "--text", "--end-of-options", revision, "--", git.file,
      ]
    guard try git.run(difference, { hunks.read($0) }) else {
      throw Trouble(
        "git cannot compare \(path) with '\(revision)': git says '\(try git.trouble(of: difference))'")
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
