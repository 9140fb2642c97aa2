import ByteStreams
import Diagnostics
import Documents
import JSONLines
import ModelCatalog
import TuningDatasets

/// Reads a receipt from its file, and refuses contents that tunekit cannot have written.
///
/// Unknown members are ignored, because a later version may write more.
struct ReceiptReader {
  private(set) var receipt = JobReceipt(
    toolVersion: "", checkedAsOf: Self.firstDay, catalogDate: Self.firstDay, catalogSHA256: "",
    modelDescriptionSHA256: nil, tokenizerSHA256: nil, jobPath: "", jobSHA256: "", project: nil,
    location: nil, jobFindings: [:],
    rules: [], datasets: [])
  /// The rules that were run, which are read first.
  private var rules: [RuleCode] = []

  init(_ bytes: [UInt8]) throws(DocumentFault) {
    let root = try DocumentReader(
      bytes, atMost: UnverifiedReceipt.maximumFileBytes, [.nulls, .unknownFields])
    try root.checkVersion(JobReceipt.schemaVersion)
    try root.read(Self.first, into: &self)
    try root.read(Self.fields, into: &self)
    receipt.rules = rules
  }

  /// A placeholder for a day that is not read yet. The required fields replace all values above.
  private static let firstDay = CatalogDate(daysSince1970: 0)

  private static let first = DocumentFields<ReceiptReader>([
    .custom("schemaVersion", .required) { (_, _) throws(DocumentFault) in },
    .custom("rules", .required) { (receipt, list) throws(DocumentFault) in
      for element in try list.elements() {
        guard let code = RuleCode(try element.text()),
          code > receipt.rules.last ?? code || receipt.rules.isEmpty
        else {
          throw element.invalid("expected the codes of rules in ascending order")
        }
        receipt.rules.append(code)
      }
      if receipt.rules.isEmpty { throw list.invalid("expected the rules that were run, found none") }
    },
  ])

  private static let fields = DocumentFields<ReceiptReader>([
    .object(
      "tool", .required,
      fields: [
        .custom("name", .required) { (_, name) throws(DocumentFault) in
          guard try name.text() == "tunekit" else { throw name.invalid("expected 'tunekit'") }
        },
        .value("version", .required, to: \.receipt.toolVersion) { (text) throws(DocumentFault) in
          try text.text()
        },
      ]),
    .value("checkedAsOf", .required, to: \.receipt.checkedAsOf) { (day) throws(DocumentFault) in
      try CatalogDate(reading: day)
    },
    .object(
      "catalog", .required,
      fields: [
        .value("asOf", .required, to: \.receipt.catalogDate) { (day) throws(DocumentFault) in
          try CatalogDate(reading: day)
        },
        .sha256(to: \.receipt.catalogSHA256),
      ]),
    .object(
      "modelDescription",
      fields: [
        .value("sha256", to: \.receipt.modelDescriptionSHA256) { (text) throws(DocumentFault) in
          try text.sha256()
        }
      ]),
    .object(
      "tokenizer",
      fields: [
        .value("sha256", to: \.receipt.tokenizerSHA256) { (text) throws(DocumentFault) in
          try text.sha256()
        }
      ]),
    .object(
      "job", .required,
      fields: [
        .value("path", .required, to: \.receipt.jobPath) { (text) throws(DocumentFault) in
          try text.text()
        },
        .sha256(to: \.receipt.jobSHA256),
        .value("project", to: \.receipt.project) { (text) throws(DocumentFault) in try text.text() },
        .value("location", to: \.receipt.location) { (text) throws(DocumentFault) in try text.text() },
        .custom("findings", .required) { (reader, findings) throws(DocumentFault) in
          reader.receipt.jobFindings = try findings.findings(of: reader.rules)
        },
      ]),
    .custom("datasets", .required) { (reader, list) throws(DocumentFault) in
      reader.receipt.datasets = try DatasetReceiptReader.datasets(list, rules: reader.rules)
    },
  ])
}

/// Reads the part of a receipt about one dataset.
private struct DatasetReceiptReader {
  private var receipt: DatasetReceipt
  private var textTokens: Int?
  private let rules: [RuleCode]

  static func datasets(
    _ list: DocumentReader, rules: [RuleCode]
  ) throws(DocumentFault) -> [DatasetReceipt] {
    let elements = try list.elements()
    let roles: [FileRole] = [.training, .validation]
    guard (1...roles.count).contains(elements.count) else {
      throw list.invalid("expected one training dataset and at most one validation dataset")
    }
    var datasets: [DatasetReceipt] = []
    for (element, role) in zip(elements, roles) {
      var dataset = DatasetReceiptReader(role, rules)
      try element.read(fields, into: &dataset)
      guard let tokens = dataset.textTokens else { throw element.invalid("expected the field 'textTokens'") }
      dataset.receipt.textTokens = tokens
      datasets.append(dataset.receipt)
    }
    return datasets
  }

  /// Only the role is known before the fields are read. All fields are required, the number of tokens by one of its names.
  private init(_ role: FileRole, _ rules: [RuleCode]) {
    receipt = DatasetReceipt(
      role: role, path: "", uri: "", digest: FileDigest.Value(sizeInBytes: 0, sha256: "", crc32c: 0),
      examples: 0, textTokens: 0, findings: [:])
    self.rules = rules
  }

  private static let fields = DocumentFields<DatasetReceiptReader>([
    .custom("role", .required) { (dataset, role) throws(DocumentFault) in
      let due = dataset.receipt.role.rawValue
      guard try role.text() == due else { throw role.invalid("expected '\(due)'") }
    },
    .value("path", .required, to: \.receipt.path) { (text) throws(DocumentFault) in try text.text() },
    .value("uri", .required, to: \.receipt.uri) { (text) throws(DocumentFault) in try text.text() },
    .value("sizeInBytes", .required, to: \.receipt.digest.sizeInBytes) {
      (size) throws(DocumentFault) in try size.count(from: 1)
    },
    .sha256(to: \.receipt.digest.sha256),
    .value("crc32c", .required, to: \.receipt.digest.crc32c) { (text) throws(DocumentFault) in
      guard let checksum = Base64.checksum(try text.text()) else {
        throw text.invalid("expected a CRC32C in base64")
      }
      return checksum
    },
    .value("examples", .required, to: \.receipt.examples) { (count) throws(DocumentFault) in
      try count.count(from: 1)
    },
    .value("textTokens", to: \.textTokens) { (count) throws(DocumentFault) in try count.count() },
    // The name in receipts of earlier versions.
    .value("estimatedTextTokens", to: \.textTokens) { (count) throws(DocumentFault) in try count.count() },
    .custom("findings", .required) { (dataset, findings) throws(DocumentFault) in
      dataset.receipt.findings = try findings.findings(of: dataset.rules)
    },
  ])
}

extension DocumentField {
  /// A required SHA-256.
  fileprivate static func sha256(
    to path: any WritableKeyPath<Target, String> & Sendable
  ) -> DocumentField {
    .value("sha256", .required, to: path) { (text) throws(DocumentFault) in try text.sha256() }
  }
}

extension DocumentReader {
  /// A text that is not empty and can be passed to the system.
  fileprivate func text() throws(DocumentFault) -> String {
    let text = try string()
    if text.isEmpty || text.utf8.contains(0) {
      throw invalid("expected a text that is not empty and has no null character")
    }
    return text
  }

  fileprivate func sha256() throws(DocumentFault) -> String {
    let text = try string()
    guard text.utf8.count == 64, text.utf8.allSatisfy("0123456789abcdef".utf8.contains) else {
      throw invalid("expected a SHA-256 in 64 hexadecimal digits")
    }
    return text
  }

  /// How often each rule found something.
  fileprivate func findings(of rules: [RuleCode]) throws(DocumentFault) -> [RuleCode: Int] {
    var counts: [RuleCode: Int] = [:]
    for (name, count) in try members() {
      guard let code = RuleCode(name), rules.contains(code) else {
        throw count.invalid("'\(Shown.name(name))' is not one of the rules that were run")
      }
      if Self.rulesOfErrors.contains(code) {
        throw count.invalid("'\(code)' finds only errors, and a receipt has no errors")
      }
      counts[code] = try count.count(from: 1)
    }
    return counts
  }

  /// The rules that find nothing but errors.
  private static let rulesOfErrors = Set(
    RuleBook.all.rules.filter { $0.severity == .error && $0.also?.severity ?? .error == .error }.map(
      \.code))
}
