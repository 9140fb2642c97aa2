public import Diagnostics
public import JSONLines
public import ModelCatalog

/// A record of the check of a job and its datasets.
///
/// tunekit creates a receipt only from a new validation. A receipt that was read from a file is an ``UnverifiedReceipt``
/// until its job has been checked again; see ``VerifiedReceipt``.
public struct JobReceipt: Equatable, Sendable {
  /// The version of the file's form; it increases when a member is removed or its meaning changes.
  public static let schemaVersion = 1

  /// The version of tunekit that checked.
  public internal(set) var toolVersion: String
  /// The day on which the job was to be created: today, unless an option gives another day.
  public internal(set) var checkedAsOf: CatalogDate
  /// The date of the catalogue that was used.
  public internal(set) var catalogDate: CatalogDate
  /// SHA-256 of that catalogue as JSON, in hexadecimal.
  public internal(set) var catalogSHA256: String
  /// SHA-256 of the tuned model's description that was given, in hexadecimal; nil if none was.
  public internal(set) var modelDescriptionSHA256: String?
  /// SHA-256 of the tokenizer's file with which tokens were counted, in hexadecimal; nil if they were estimated.
  public internal(set) var tokenizerSHA256: String?
  /// The path of the job file.
  public internal(set) var jobPath: String
  /// SHA-256 of the job file, in hexadecimal.
  public internal(set) var jobSHA256: String
  /// The project of the request, which an option can override; nil if neither says it.
  public internal(set) var project: String?
  /// The location of the request, which an option can override; nil if neither says it.
  public internal(set) var location: String?
  /// How often each rule found something in the job, by code; none of it is an error.
  public internal(set) var jobFindings: [RuleCode: Int]
  /// The rules that were run, in the order of their codes.
  public internal(set) var rules: [RuleCode]
  /// The datasets, the training dataset first.
  public internal(set) var datasets: [DatasetReceipt]

  /// The same receipt with paths relative to the folder of its file.
  public func relative(toFolderOf path: String) -> JobReceipt {
    let folder = RelativePath.folder(of: path)
    var receipt = self
    receipt.jobPath = RelativePath.ofFile(jobPath, from: folder)
    for index in datasets.indices {
      receipt.datasets[index].path = RelativePath.ofFile(datasets[index].path, from: folder)
    }
    return receipt
  }

  /// Writes the receipt as JSON.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("schemaVersion", Self.schemaVersion)
      json.object("tool") { json in
        json.member("name", "tunekit")
        json.member("version", toolVersion)
      }
      json.member("checkedAsOf", checkedAsOf.description)
      json.object("catalog") { json in
        json.member("asOf", catalogDate.description)
        json.member("sha256", catalogSHA256)
      }
      json.object("modelDescription") { json in json.member("sha256", modelDescriptionSHA256) }
      json.object("tokenizer") { json in json.member("sha256", tokenizerSHA256) }
      json.object("job") { json in
        json.member("path", jobPath)
        json.member("sha256", jobSHA256)
        json.member("project", project)
        json.member("location", location)
        Self.write(jobFindings, to: &json)
      }
      json.array("rules", layout: .oneLine) { json in for rule in rules { json.string(rule.description) } }
      json.array("datasets") { json in
        for dataset in datasets { Self.write(dataset, to: &json) }
      }
    }
  }

  private static func write(_ dataset: DatasetReceipt, to json: inout JSONWriter) {
    json.object { json in
      json.member("role", dataset.role.rawValue)
      json.member("path", dataset.path)
      json.member("uri", dataset.uri)
      json.member("sizeInBytes", dataset.digest.sizeInBytes)
      json.member("sha256", dataset.digest.sha256)
      json.member("crc32c", Base64.text(dataset.digest.crc32c))
      json.member("examples", dataset.examples)
      json.member("textTokens", dataset.textTokens)
      write(dataset.findings, to: &json)
    }
  }

  private static func write(_ findings: [RuleCode: Int], to json: inout JSONWriter) {
    json.object("findings") { json in
      for (code, count) in findings.sorted(by: { $0.key < $1.key }) { json.member(code.description, count) }
    }
  }
}
