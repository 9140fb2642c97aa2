import Foundation

/// What `--format json` writes, as far as the tests look at it.
struct JSONOutput: Decodable {
  struct File: Decodable {
    let path: String
    let examples: Int
    let bytes: Int
    let failure: String?
    let findings: [Finding]
    let counts: [String: Int]
    let truncated: Bool

    /// The counts without that of TK701, which every small dataset has.
    var faults: [String: Int] { counts.filter { $0.key != "TK701" } }
  }

  struct Finding: Decodable {
    let code: String
    let line: Int?
    let column: Int?
    let byteOffset: Int?
  }

  let files: [File]
}

extension Output {
  /// The report on the only file that was checked.
  func onlyFile() throws -> JSONOutput.File {
    let report = try JSONDecoder().decode(JSONOutput.self, from: Data(text.utf8))
    guard report.files.count == 1 else { throw CocoaError(.coderReadCorrupt) }
    return report.files[0]
  }
}
