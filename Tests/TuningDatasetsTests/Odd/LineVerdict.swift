import Diagnostics
import Foundation
import ModelCatalog
import TestSupport
import Testing
import TuningDatasets

/// What Google's two parsers say of a line: that of protobuf, and that of google-genai.
struct LineVerdict {
  let protobuf: Substring
  let genai: Substring

  static let hasJudges = Tool.hasPython("google.cloud.aiplatform_v1beta1") && Tool.hasPython("google.genai")

  var isRefusedByBoth: Bool { protobuf == "refused" && genai == "refused" }
  var isAcceptedByBoth: Bool { protobuf == "ok" && genai == "ok" }

  /// What they say of each line of a file.
  static func all(on path: String) throws -> [LineVerdict] {
    let judge = ProjectFolder.url.appending(path: "Tests/TuningDatasetsTests/LineJudge.py").path
    return try Tool.output(of: ["python3", "-W", "ignore", judge, path]).split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      return LineVerdict(protobuf: words[0], genai: words[1])
    }
  }

  /// What the rules find in each line of a file, but for what is true of it only among others.
  static func ourFindings(in path: String, lines: Int) throws -> [[Finding]] {
    var validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    validation.rules.maximumFindings = 0
    var findings = [[Finding]](repeating: [], count: lines)
    for finding in try #require(validation.run().first).findings {
      // That data in the line are not documented is true of all of them.
      guard let line = finding.location?.line, finding.code != "TK511", finding.code.family < 7 else {
        continue
      }
      findings[line - 1].append(finding)
    }
    return findings
  }
}
