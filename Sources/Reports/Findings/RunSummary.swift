import Diagnostics

/// The numbers of a run, added up over its files.
struct RunSummary {
  /// How many findings a rule has in all files, by the greatest severity among them.
  struct RuleTotal {
    let code: RuleCode
    var severity: Severity
    var findings: Int
  }

  /// The files that were read, at least in part.
  let filesRead: Int
  /// The files that could not be read to their end.
  let filesFailed: Int
  /// The files that are not datasets but jobs.
  let jobFiles: Int
  let trainingExamples: Int
  let validationExamples: Int
  let turns: Int
  let bytes: Int
  /// The rules with findings, the worst first, then the most frequent.
  let totals: [RuleTotal]
  /// How many findings of each rule were fixed, the most frequent first.
  let fixed: [(code: RuleCode, findings: Int)]
  /// Why there are examples that no rule looked at, in sentences.
  var notExamined: [String] { unread + unlisted }
  /// What of this the findings that are listed say too.
  private let unread: [String]
  /// What only findings say that are not listed, because their rules are not selected.
  let unlisted: [String]

  /// All findings that count.
  var findings: Int { totals.reduce(0) { $0 + $1.findings } }

  /// Adds up a run; nil if no file could be read at all.
  init?(_ report: RunReport) {
    let read = report.files.filter { $0.failure == nil || $0.bytes > 0 || !$0.counts.isEmpty }
    if read.isEmpty { return nil }
    filesRead = read.count
    filesFailed = report.files.count { $0.failure != nil }
    jobFiles = read.count { $0.role == .job }
    trainingExamples = read.reduce(0) { $1.role == .training ? $0 + $1.examples : $0 }
    validationExamples = read.reduce(0) { $1.role == .validation ? $0 + $1.examples : $0 }
    turns = read.reduce(0) { $0 + $1.turns }
    bytes = read.reduce(0) { $0 + $1.bytes }
    totals = Self.totals(of: read)
    (unread, unlisted) = Self.notExamined(in: read)
    let fixed = read.reduce(into: [RuleCode: Int]()) { $0.merge($1.fixed, uniquingKeysWith: +) }
    self.fixed = fixed.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  private static func totals(of files: [FileReport]) -> [RuleTotal] {
    var totals: [RuleCode: RuleTotal] = [:]
    for count in files.flatMap(\.counts) where !count.isHidden && count.findings > 0 {
      var total = totals[count.code] ?? RuleTotal(code: count.code, severity: count.severity, findings: 0)
      total.severity = max(total.severity, count.severity)
      total.findings += count.findings
      totals[count.code] = total
    }
    return totals.values.sorted {
      ($1.severity, $1.findings, $0.code) < ($0.severity, $0.findings, $1.code)
    }
  }

  /// The findings of a rule that keeps lines from being examined can be hidden, so the summary says how many lines were
  /// not examined.
  private static func notExamined(in files: [FileReport]) -> (unread: [String], unlisted: [String]) {
    var examples: [RuleCode: Int] = [:]
    var partly: [RuleCode: Int] = [:]
    var wholeFiles: [RuleCode: Int] = [:]
    var jobs: [RuleCode: Int] = [:]
    var rest = 0
    for file in files {
      rest += file.examplesNotExamined
      let causes = file.counts.filter { $0.code.family <= 2 && $0.severity == .error }
      for count in file.counts where count.isHidden && count.errors > 0 {
        if file.role == .job {
          jobs[count.code, default: 0] += 1
          continue
        }
        // Lines in another format are JSON objects, and are not counted among those that are not.
        if count.code.family > 2 {
          examples[count.code, default: 0] += count.errors
          continue
        }
        if wholeFileRules.contains(count.code) {
          wholeFiles[count.code, default: 0] += 1
          continue
        }
        // One finding can be about a whole file, such as that of a JSON array. If there is only one cause, the number of
        // examples is more exact than the number of findings.
        let most = file.examplesNotExamined
        let lines = causes.count == 1 ? most : min(count.errors, most)
        let endsFile = count.code.family == 0 && !lineRules.contains(count.code)
        if endsFile || lines == 0 {
          partly[count.code, default: 0] += 1
        } else {
          examples[count.code, default: 0] += lines
          rest -= lines
        }
      }
    }
    func sentences(_ numbers: [RuleCode: Int], _ noun: String, _ toTheEnd: String = "") -> [String] {
      numbers.sorted { $0.key < $1.key }.map { code, number in
        "\(wereNotExamined(number, noun))\(toTheEnd) because of \(code) errors, "
          + "which are not listed because \(code) is not selected"
      }
    }
    let lines = rest == 1 ? "its line" : "their lines"
    let unread =
      "\(wereNotExamined(rest, "example")) because no JSON object could be read from \(lines)"
    let unlisted =
      sentences(examples, "example") + sentences(wholeFiles, "file")
      + sentences(partly, "file", " to the end")
      + sentences(jobs, "job")
    return (rest > 0 ? [unread] : [], unlisted)
  }

  /// The rules of streams whose findings are about one line.
  private static let lineRules: Set<RuleCode> = ["TK010"]

  /// The rules whose finding says that there is no example at all in a file.
  private static let wholeFileRules: Set<RuleCode> = ["TK001", "TK007", "TK008"]

  private static func wereNotExamined(_ number: Int, _ noun: String) -> String {
    "\(Quantity.count(number, noun)) \(number == 1 ? "was" : "were") not examined"
  }
}
