import Diagnostics
import TuningDatasets

/// Compares a receipt with the results of checking its job again.
struct ReceiptComparison {
  typealias Difference = ReceiptDifferences.Difference

  /// The receipt; its paths are relative to its own folder.
  let receipt: JobReceipt
  /// A receipt of the new check.
  let found: JobReceipt
  private let plan: JobPlan
  /// The receipt's folder.
  private let folder: String

  /// - Parameters:
  ///   - path: the path of the receipt's file.
  ///   - plan: the result of checking its job again; it must have a record.
  init(_ receipt: JobReceipt, at path: String, with plan: JobPlan) {
    guard let found = plan.record else { preconditionFailure("the plan has no record") }
    (self.receipt, self.found, self.plan) = (receipt, found, plan)
    folder = RelativePath.folder(of: path)
  }

  /// The differences from the receipt; empty if it matches.
  ///
  /// If the files differ, nothing else is compared.
  var differences: [Difference] {
    let files = jobFile + datasetFiles
    if !files.isEmpty { return files }
    let refuting = statements + errors
    return refuting.isEmpty && whyCheckDiffers == nil ? findings : refuting
  }

  /// Why this check can have other findings and numbers of tokens than the receipt; nil if version, catalogue, model
  /// description and tokenizer are the same, so that these must be the same.
  var whyCheckDiffers: String? {
    if receipt.toolVersion != found.toolVersion {
      return
        "the receipt is from version \(Shown.name(receipt.toolVersion)), and this is version \(found.toolVersion)"
    }
    if receipt.catalogSHA256 != found.catalogSHA256 {
      return "the receipt was made with another model catalogue, of \(receipt.catalogDate)"
    }
    return Self.whyCheckDiffers(
      by: "model description", receipt.modelDescriptionSHA256, found.modelDescriptionSHA256)
      ?? Self.whyCheckDiffers(by: "tokenizer", receipt.tokenizerSHA256, found.tokenizerSHA256)
  }

  /// Why the check can differ because of a file that was given or not; nil if the same was.
  private static func whyCheckDiffers(by file: String, _ stated: String?, _ found: String?) -> String? {
    if stated == found { return nil }
    if stated == nil { return "the receipt has no \(file), and one is given now" }
    return "the receipt was made with a \(file), and \(found == nil ? "none" : "another one") is given now"
  }

  /// The path of the job file on the receipt.
  var jobPath: String { RelativePath.joined(receipt.jobPath, to: folder) }

  /// The path of a dataset of the receipt.
  func path(of stated: DatasetReceipt) -> String { RelativePath.joined(stated.path, to: folder) }

  /// The datasets of the receipt, each with the dataset of the same role in the job.
  private var pairs: [(stated: DatasetReceipt, found: DatasetReceipt)] {
    receipt.datasets.compactMap { stated in
      found.datasets.first { $0.role == stated.role }.map { (stated, $0) }
    }
  }

  // MARK: Files

  private var jobFile: [Difference] {
    receipt.jobSHA256 == found.jobSHA256 ? [] : [.of(jobPath, "has a different SHA-256")]
  }

  private var datasetFiles: [Difference] {
    let unreadable = plan.datasets.compactMap { dataset in
      dataset.report.failure.map { Difference.unreadable(dataset.report.path, $0) }
    }
    return unreadable
      + pairs.compactMap { stated, found in
        if unreadable.contains(where: { $0.path == found.path }) { return nil }
        return Self.problem(of: found.digest, insteadOf: stated.digest).map { .of(path(of: stated), $0) }
      }
  }

  private static func problem(of found: FileDigest.Value, insteadOf stated: FileDigest.Value) -> String? {
    if found.sizeInBytes != stated.sizeInBytes {
      return "has \(found.sizeInBytes) bytes, not \(stated.sizeInBytes)"
    }
    if found.sha256 != stated.sha256 { return "has a different SHA-256" }
    return found.crc32c == stated.crc32c
      ? nil : "has a different CRC32C, but the same SHA-256: the receipt itself was changed"
  }

  // MARK: Statements

  /// The statements of the receipt about the job that are not true.
  private var statements: [Difference] {
    var differences: [Difference] = []
    func compare(_ what: String, _ stated: String?, _ found: String?) {
      // Byte by byte: to the system, names that look the same are different.
      if stated.map({ Array($0.utf8) }) == found.map({ Array($0.utf8) }) { return }
      differences.append(
        .of(jobPath, "has \(Self.shown(found)) as its \(what), not \(Self.shown(stated))"))
    }
    compare("project", receipt.project, found.project)
    compare("location", receipt.location, found.location)
    for role in [FileRole.training, .validation] {
      let stated = receipt.datasets.first { $0.role == role }
      let found = found.datasets.first { $0.role == role }
      compare(
        "\(role.rawValue) dataset", stated.map { fromFolder(path(of: $0)) },
        found.map { fromFolder($0.path) })
      compare("\(role.rawValue) URI", stated?.uri, found?.uri)
    }
    return differences
      + pairs.filter { $0.examples != $1.examples }.map { stated, found in
        .of(path(of: stated), "has \(found.examples) examples, not \(stated.examples)")
      }
  }

  /// A path relative to the receipt's folder: the same for all paths to a file.
  private func fromFolder(_ path: String) -> String { RelativePath.ofFile(path, from: folder) }

  private static func shown(_ text: String?) -> String { text.map { "'\(Shown.name($0))'" } ?? "nothing" }

  // MARK: Findings

  /// The errors of the new check, one for each rule; the job of a receipt has no errors.
  private var errors: [Difference] {
    plan.reports.flatMap { report in
      report.counts.filter { $0.severity == .error }.map { count in
        let rule = RuleBook.all.rule(count.code)
        let first = report.kept.first { $0.code == count.code && $0.severity == .error }
        let message = first.flatMap { rule?.message(with: $0.arguments) }.map { ": " + $0 } ?? ""
        return .of(report.path, "has an error, \(count.code) \(rule?.name ?? "")\(message)")
      }
    }
  }

  /// The statements of the receipt about its findings that are not true, for a check with the same facts.
  private var findings: [Difference] {
    var problems: [Difference] = []
    if receipt.catalogDate != found.catalogDate {
      problems.append(
        .of(jobPath, "was checked with the catalogue of \(found.catalogDate), not \(receipt.catalogDate)"))
    }
    if receipt.rules != found.rules {
      problems.append(.of(jobPath, "was checked with other rules than the receipt lists: \(rulesAdvice)"))
    }
    problems += Self.difference(receipt.jobFindings, found.jobFindings, in: jobPath)
    for (stated, found) in pairs {
      let path = path(of: stated)
      if stated.textTokens != found.textTokens {
        let about = receipt.tokenizerSHA256 == nil ? "about " : ""
        problems.append(.of(path, "has \(about)\(found.textTokens) tokens, not \(stated.textTokens)"))
      }
      problems += Self.difference(stated.findings, found.findings, in: path)
    }
    return problems
  }

  /// The options with which the rules of the receipt run; no receipt is without a rule that finds errors.
  private var rulesAdvice: String {
    let surplus = found.rules.filter { !receipt.rules.contains($0) }
    let ofErrors = surplus.filter { RuleBook.all.rule($0)?.findsErrors == true }
    guard ofErrors.isEmpty else {
      let codes = ofErrors.prefix(Self.mostCodes).map(\.description)
      return "it does not list \(Shown.list(codes)), so make a new receipt with 'tunekit plan'"
    }
    let missing = receipt.rules.filter { !found.rules.contains($0) }
    let options = [("--ignore", surplus), ("--extend-select", missing)].filter { !$0.1.isEmpty }.map {
      option, codes in
      let rest = codes.count - Self.mostCodes
      return "\(option) \(codes.prefix(Self.mostCodes).map(\.description).joined(separator: ","))"
        + (rest > 0 ? " and \(rest) more" : "")
    }
    return "give \(Shown.list(options)), as to 'tunekit plan'"
  }

  /// How many codes are listed.
  private static let mostCodes = 20

  /// The first rule whose number of findings differs from the receipt's.
  private static func difference(
    _ stated: [RuleCode: Int], _ found: [RuleCode: Int], in path: String
  ) -> [Difference] {
    let codes = Set(stated.keys).union(found.keys).sorted()
    return codes.filter { stated[$0] != found[$0] }.prefix(1).map { code in
      .of(path, "has \(code) \(Shown.times(found[code] ?? 0)), not \(stated[code] ?? 0)")
    }
  }
}
