import Diagnostics
import JSONLines
import ModelCatalog

/// Reads a receipt from the value of its file, and refuses what no run could have written.
///
/// Members that are not known are passed over, since a later version may write more.
struct ReceiptReader {
  typealias Fault = UnverifiedReceipt.Fault

  /// The rules that were run.
  private let rules: [RuleCode]
  private let root: ReceiptMember

  init(_ value: JSONValue) throws(Fault) {
    root = ReceiptMember(value, "")
    let version = root["schemaVersion"]
    guard case .number(let spelling) = version.value?.content else { throw version.isNot("a number") }
    guard spelling == String(JobReceipt.schemaVersion) else {
      throw Fault(
        description:
          "its schema version is \(Shown.name(spelling)), and this program reads \(JobReceipt.schemaVersion)")
    }
    rules = try Self.rules(root["rules"])
  }

  /// Reads the receipt.
  func receipt() throws(Fault) -> JobReceipt {
    let (tool, job) = (root["tool"], root["job"])
    guard try tool["name"].text() == "tunekit" else { throw tool["name"].isNot("tunekit") }
    return JobReceipt(
      toolVersion: try tool["version"].text(), checkedAsOf: try root["checkedAsOf"].day(),
      catalogDate: try root["catalog"]["asOf"].day(), catalogSHA256: try root["catalog"]["sha256"].sha256(),
      modelDescriptionSHA256: try root["modelDescription"]["sha256"].ifGiven()?.sha256(),
      jobPath: try job["path"].text(), jobSHA256: try job["sha256"].sha256(),
      project: try job["project"].ifGiven()?.text(), location: try job["location"].ifGiven()?.text(),
      jobFindings: try findings(job["findings"]), rules: rules, datasets: try datasets(root["datasets"]))
  }

  private static func rules(_ list: ReceiptMember) throws(Fault) -> [RuleCode] {
    var rules: [RuleCode] = []
    for member in try list.elements() {
      guard let code = RuleCode(try member.text()), code > rules.last ?? code || rules.isEmpty else {
        throw member.isNot("the code of a rule that comes behind the one before it")
      }
      rules.append(code)
    }
    if rules.isEmpty { throw list.isNot("a list of the rules that were run") }
    return rules
  }

  private func datasets(_ list: ReceiptMember) throws(Fault) -> [DatasetReceipt] {
    let members = try list.elements()
    let roles: [FileRole] = [.training, .validation]
    guard (1...roles.count).contains(members.count) else {
      throw list.isNot("a list of one training dataset and at most one validation dataset")
    }
    var datasets: [DatasetReceipt] = []
    for (member, role) in zip(members, roles) {
      guard try member["role"].text() == role.rawValue else { throw member["role"].isNot(role.rawValue) }
      datasets.append(
        DatasetReceipt(
          role: role, path: try member["path"].text(), uri: try member["uri"].text(),
          digest: FileDigest.Value(
            sizeInBytes: try member["sizeInBytes"].count(from: 1), sha256: try member["sha256"].sha256(),
            crc32c: try member["crc32c"].crc32c()),
          examples: try member["examples"].count(from: 1),
          estimatedTextTokens: try member["estimatedTextTokens"].count(from: 0),
          findings: try findings(member["findings"])))
    }
    return datasets
  }

  private func findings(_ object: ReceiptMember) throws(Fault) -> [RuleCode: Int] {
    guard object.value?.kind == .object else { throw object.isNot("an object") }
    var counts: [RuleCode: Int] = [:]
    for member in object.members {
      guard let code = RuleCode(member.ownName), rules.contains(code) else {
        throw member.isNot("a finding of one of the rules that were run")
      }
      if Self.rulesOfErrors.contains(code) { throw member.isNot("a finding on a receipt, but an error") }
      counts[code] = try member.count(from: 1)
    }
    return counts
  }

  /// The rules that find nothing but errors.
  private static let rulesOfErrors = Set(
    RuleBook.all.rules.filter { $0.severity == .error && $0.also?.severity ?? .error == .error }.map(
      \.code))
}

/// A member of a receipt's file, there or not.
struct ReceiptMember {
  typealias Fault = UnverifiedReceipt.Fault

  let value: JSONValue?
  /// The name in the object around it.
  let ownName: String
  /// The names that lead to it, such as `job.sha256`.
  private let path: String

  init(_ value: JSONValue?, _ ownName: String, in path: String = "") {
    self.value = value
    self.ownName = ownName
    self.path = path.isEmpty ? ownName : path + "." + ownName
  }

  subscript(name: String) -> ReceiptMember { ReceiptMember(value?[name], name, in: path) }

  /// The members of an object.
  var members: [ReceiptMember] {
    value?.members.map { ReceiptMember($0.value, $0.name, in: path) } ?? []
  }

  /// Nil where it is not there, or null.
  func ifGiven() -> ReceiptMember? { value == nil || value?.kind == .null ? nil : self }

  /// That it is not what it must be.
  func isNot(_ what: String) -> Fault { Fault(description: "'\(Shown.name(path))' is not \(what)") }

  func elements() throws(Fault) -> [ReceiptMember] {
    guard let value, value.kind == .array else { throw isNot("a list") }
    return value.elements.enumerated().map { ReceiptMember($1, String($0), in: path) }
  }

  func text() throws(Fault) -> String {
    guard let text = value?.string, !text.isEmpty, !text.utf8.contains(0) else { throw isNot("a text") }
    return text
  }

  func day() throws(Fault) -> CatalogDate {
    guard let day = value?.string.flatMap({ CatalogDate($0) }) else { throw isNot("a day") }
    return day
  }

  func sha256() throws(Fault) -> String {
    guard let text = value?.string, text.utf8.count == 64, text.utf8.allSatisfy(Self.digits.contains) else {
      throw isNot("a SHA-256 in 64 hexadecimal digits")
    }
    return text
  }

  func crc32c() throws(Fault) -> UInt32 {
    guard let checksum = value?.string.flatMap(Base64.checksum) else { throw isNot("a CRC32C in base64") }
    return checksum
  }

  func count(from least: Int) throws(Fault) -> Int {
    guard case .number(let text) = value?.content, let count = Int(text), count >= least else {
      throw isNot("a whole number from \(least) on")
    }
    return count
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
