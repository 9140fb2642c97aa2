import Diagnostics

/// Leaves findings out that a run does not show: those on old lines, and those in the baseline.
struct FindingFilter {
  private let lines: AddedLines?
  private let file: BaselineFile?
  /// The most findings that are kept of a rule; 0 for all.
  private let most: Int
  /// What was left out because of the lines; nil without a revision.
  private(set) var since: SinceUse?
  /// What was left out because of the baseline; nil without one.
  private(set) var baseline: BaselineUse?

  /// Reads the baseline and asks git.
  ///
  /// - Throws: ``Trouble`` if one of them cannot be used.
  init(
    since revision: String?, _ options: BaselineOptions, besideSettingsIn folder: String?, paths: [String],
    keeping most: Int
  ) throws(Trouble) {
    if revision != nil, options.writeBaseline {
      throw Trouble("--since cannot be used with --write-baseline, which writes all findings")
    }
    file = try BaselineFile(options, besideSettingsIn: folder)
    if let revision { lines = try AddedLines(since: revision, in: paths) } else { lines = nil }
    self.most = most
  }

  /// Whether all findings must be kept until it is known which are shown.
  var needsAllFindings: Bool { lines != nil || file != nil }

  /// The reports without what is left out. If the baseline cannot be written, which is trouble, nothing is left out because of
  /// it.
  ///
  /// - Parameter runs: whether a rule runs.
  mutating func apply(
    to reports: [FileReport], where runs: (RuleCode) -> Bool, _ outcome: inout Outcome
  ) -> [FileReport] {
    var (new, old): ([FileReport], [FileReport]) = (reports, [])
    if let lines {
      let split = lines.split(reports, keeping: file == nil ? most : 0)
      (new, old) = (split.new, split.old)
      since = split.use
    }
    guard let file else { return new }
    do throws(Trouble) {
      let (rest, use) = try file.apply(to: new, besides: old, keeping: most, where: runs)
      baseline = use
      return rest
    } catch {
      outcome.add(error)
      return new.map { $0.filtered(keeping: most) { _ in 0 }.report }
    }
  }
}
