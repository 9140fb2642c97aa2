import Diagnostics
public import JSONLines
public import ModelCatalog

/// What was checked of a job and its datasets, and by what.
///
/// In this program it is made only of a validation that has just been done. One that was read from a file is an
/// ``UnverifiedReceipt`` until its files have been hashed again.
public struct JobReceipt: Equatable, Sendable {
  /// The version of the file's form; it grows when a member changes its meaning or goes.
  public static let schemaVersion = 1

  /// The version of tunekit that checked.
  public let toolVersion: String
  /// The day on which it did.
  public let checkedOn: CatalogDate
  /// The date of the catalogue whose facts it went by.
  public let catalogDate: CatalogDate
  /// The path of the job file.
  public let jobPath: String
  /// SHA-256 of the job file, in hexadecimal.
  public let jobSHA256: String
  /// The datasets, the training dataset first.
  public let datasets: [DatasetReceipt]

  init(
    toolVersion: String, checkedOn: CatalogDate, catalogDate: CatalogDate, jobPath: String, jobSHA256: String,
    datasets: [DatasetReceipt]
  ) {
    self.toolVersion = toolVersion
    self.checkedOn = checkedOn
    self.catalogDate = catalogDate
    self.jobPath = jobPath
    self.jobSHA256 = jobSHA256
    self.datasets = datasets
  }

  /// The same receipt, its paths counted from the folder that its own file will be in.
  public func relative(toFolderOf path: String) -> JobReceipt {
    let folder = RelativePath.folder(of: path)
    return JobReceipt(
      toolVersion: toolVersion, checkedOn: checkedOn, catalogDate: catalogDate,
      jobPath: RelativePath.of(jobPath, from: folder), jobSHA256: jobSHA256,
      datasets: datasets.map { $0.withPath(RelativePath.of($0.path, from: folder)) })
  }

  /// Writes the receipt as JSON.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("schemaVersion", Self.schemaVersion)
      json.object("tool") { json in
        json.member("name", "tunekit")
        json.member("version", toolVersion)
      }
      json.member("checkedOn", checkedOn.description)
      json.object("catalog") { json in json.member("asOf", catalogDate.description) }
      json.object("job") { json in
        json.member("path", jobPath)
        json.member("sha256", jobSHA256)
      }
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
      json.member("estimatedTextTokens", dataset.estimatedTextTokens)
      json.object("findings") { json in
        for (code, count) in dataset.findings.sorted(by: { $0.key < $1.key }) {
          json.member(code.description, count)
        }
      }
    }
  }
}
