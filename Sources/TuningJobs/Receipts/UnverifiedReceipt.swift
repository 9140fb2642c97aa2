import ByteStreams
import Diagnostics
import JSONLines
import ModelCatalog

/// A receipt as a file says it. ``verify(in:)`` proves of it that the files are those it names, by size and digests; who
/// can write the file can change what it says was found.
public struct UnverifiedReceipt: Sendable {
  /// Why a file is no receipt.
  public struct Fault: Error, Sendable, CustomStringConvertible {
    /// What is wrong, and where, in one line.
    public let description: String
  }

  /// A file that is not the one that was checked.
  public struct Difference: Equatable, Sendable {
    /// The file's path.
    public let path: String
    /// What differs, or why the file cannot be read.
    public let problem: String
    /// Whether the file could be read.
    public let isReadable: Bool
  }

  /// What the file says; its paths count from the file's folder.
  let receipt: JobReceipt

  /// Reads a receipt's file.
  public init(parsing bytes: [UInt8]) throws(Fault) {
    let root: JSONValue
    do throws(JSONFault) {
      root = try JSONValue(document: bytes)
    } catch {
      throw Fault(description: "its JSON cannot be read from byte \(error.offset) on")
    }
    guard case .number(let version) = root["schemaVersion"]?.content else {
      throw Fault(description: "it has no 'schemaVersion' that is a number")
    }
    guard version == String(JobReceipt.schemaVersion) else {
      throw Fault(
        description:
          "its schema version is \(Shown.name(version)), and this program reads \(JobReceipt.schemaVersion)")
    }
    guard let receipt = Self.receipt(root) else {
      throw Fault(description: "members are missing or of another type")
    }
    self.receipt = receipt
  }

  private static func receipt(_ root: JSONValue) -> JobReceipt? {
    guard let toolVersion = root["tool"]?["version"]?.string,
      let checkedAsOf = root["checkedAsOf"]?.string.flatMap({ CatalogDate($0) }),
      let catalogDate = root["catalog"]?["asOf"]?.string.flatMap({ CatalogDate($0) }),
      let job = root["job"], let jobPath = job["path"]?.string, let jobSHA256 = job["sha256"]?.string,
      let jobFindings = findings(job), let rules = root["rules"]?.elements,
      let list = root["datasets"]?.elements, !list.isEmpty
    else { return nil }
    let codes = rules.compactMap { rule in rule.string.flatMap { RuleCode($0) } }
    let datasets = list.compactMap(dataset)
    guard codes.count == rules.count, datasets.count == list.count else { return nil }
    return JobReceipt(
      toolVersion: toolVersion, checkedAsOf: checkedAsOf, catalogDate: catalogDate, jobPath: jobPath,
      jobSHA256: jobSHA256, project: job["project"]?.string,
      location: job["location"]?.string, jobFindings: jobFindings, rules: codes,
      datasets: datasets)
  }

  private static func findings(_ value: JSONValue) -> [RuleCode: Int]? {
    guard let findings = value["findings"], findings.kind == .object else { return nil }
    var counts: [RuleCode: Int] = [:]
    for member in findings.members {
      guard let code = RuleCode(member.name), let count = JobNumber.whole(member.value) else { return nil }
      counts[code] = count
    }
    return counts
  }

  private static func dataset(_ value: JSONValue) -> DatasetReceipt? {
    guard let role = value["role"]?.string.flatMap(FileRole.init(rawValue:)), role != .job,
      let path = value["path"]?.string, let uri = value["uri"]?.string,
      let size = value["sizeInBytes"].flatMap(JobNumber.whole), size >= 0,
      let sha256 = value["sha256"]?.string,
      let crc32c = value["crc32c"]?.string.flatMap(Base64.checksum),
      let examples = value["examples"].flatMap(JobNumber.whole),
      let tokens = value["estimatedTextTokens"].flatMap(JobNumber.whole), let findings = findings(value)
    else { return nil }
    return DatasetReceipt(
      role: role, path: path, uri: uri,
      digest: FileDigest.Value(sizeInBytes: size, sha256: sha256, crc32c: crc32c), examples: examples,
      estimatedTextTokens: tokens, findings: findings)
  }

  /// Hashes the files of the receipt again.
  ///
  /// - Parameter path: the path of the receipt's file, from whose folder the others count.
  /// - Returns: the receipt, if all files are the ones that were checked; else what differs.
  /// - Complexity: linear in the files' sizes.
  public func verify(in path: String) -> Result<JobReceipt, Differences> {
    let folder = RelativePath.folder(of: path)
    let job = Self.difference(receipt.jobPath, in: folder, atMost: JobValidation.maximumFileBytes) { found in
      found.sha256 == receipt.jobSHA256 ? nil : "has another SHA-256"
    }
    let datasets = receipt.datasets.map { dataset in
      Self.difference(dataset.path, in: folder, atMost: dataset.digest.sizeInBytes) { found in
        Self.problem(of: found, insteadOf: dataset.digest)
      }
    }
    let differences = ([job] + datasets).compactMap(\.self)
    return differences.isEmpty ? .success(receipt) : .failure(Differences(list: differences))
  }

  /// The files that are not the ones that were checked.
  public struct Differences: Error, Sendable {
    /// At least one.
    public let list: [Difference]
  }

  /// How a file differs from what it was; nil if it does not.
  private static func difference(
    _ path: String, in folder: String, atMost sizeInBytes: Int, problem: (FileDigest.Value) -> String?
  ) -> Difference? {
    let path = RelativePath.joined(path, to: folder)
    do throws(ByteStreamError) {
      let (digest, fault) = try FileDigest.value(ofFileAt: path, atMost: sizeInBytes)
      let problem =
        problem(digest) ?? fault.map { _ in "has gzip data that are damaged, or more behind them" }
      return problem.map { Difference(path: path, problem: $0, isReadable: true) }
    } catch {
      return Difference(path: path, problem: error.description, isReadable: false)
    }
  }

  private static func problem(of found: FileDigest.Value, insteadOf expected: FileDigest.Value) -> String? {
    if found.sizeInBytes != expected.sizeInBytes {
      let isLonger = found.sizeInBytes > expected.sizeInBytes
      return isLonger
        ? "has more than \(expected.sizeInBytes) bytes"
        : "has \(found.sizeInBytes) bytes, not \(expected.sizeInBytes)"
    }
    if found.sha256 != expected.sha256 { return "has another SHA-256" }
    return found.crc32c == expected.crc32c
      ? nil : "has another CRC32C than the receipt says, which was changed itself"
  }
}

extension FileDigest {
  /// The digests of a file, inflated if it is gzip data; of a file that is longer than it should be as far as it takes to
  /// know that. And what is wrong with its gzip data, if anything is.
  ///
  /// - Complexity: linear in the file.
  static func value(
    ofFileAt path: String, atMost sizeInBytes: Int
  ) throws(ByteStreamError) -> (Value, GzipFault?) {
    let digest = FileDigest()
    var stream = try ByteStream(path: path, observer: digest)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var span = buffer.mutableSpan
    var length = 0
    while length <= sizeInBytes {
      let count = try stream.read(into: &span)
      if count == 0 { break }
      length += count
    }
    return (digest.value(), stream.fault)
  }
}
