import Documents
import Foundation
import JSONLines
import TestSupport
import Testing

@testable import TuningJobs

/// Requests that Google's SDK sent, where their recordings are to be found: a job file that says the same has the same
/// request.
@Suite struct RecordedRequestTests {
  private static let file = ProjectFolder.url.deletingLastPathComponent()
    .appending(path: "shared/reference/sdk-requests.json")

  /// The creations of supervised jobs, by the name of the recording.
  private static func creations() throws -> [(name: String, path: String, body: DocumentValue)] {
    let root = try DocumentValue(parsing: [UInt8](Data(contentsOf: file)))
    return (root["recordings"]?.elements ?? []).flatMap { recording in
      (recording["requests"]?.elements ?? []).compactMap { request in
        guard request["method"]?.string == "POST", let path = request["path"]?.string,
          path.hasPrefix("/v1beta1/"), path.hasSuffix("/tuningJobs"), let body = request["body"],
          body["supervisedTuningSpec"] != nil
        else { return nil }
        return (recording["name"]?.string ?? "", path, body)
      }
    }
  }

  /// What no request of ours holds: fields of open models, a second method, a size that does not exist.
  private static let refused: [String: TuningRequestFault] = [
    "07_base_model_full": .outOfPlace(["outputUri"]),
    "08_pretuned_full": .outOfPlace(["outputUri"]),
    "09_oss_fields": .outOfPlace([
      "customBaseModel", "outputUri", "supervisedTuningSpec.tuningMode",
      "supervisedTuningSpec.hyperParameters.learningRate", "supervisedTuningSpec.hyperParameters.batchSize",
    ]),
    "16b_unknown_adapter": .unfit(["supervisedTuningSpec.hyperParameters.adapterSize"]),
    "25_sft_with_beta": .outOfPlace(["preferenceOptimizationSpec"]),
    "26_sft_with_evaluate_interval": .outOfPlace(["reinforcementTuningSpec"]),
    "31_lr_and_multiplier": .outOfPlace(["supervisedTuningSpec.hyperParameters.learningRate"]),
  ]

  @Test(
    "the same path and body, case style apart",
    .enabled(if: FileManager.default.fileExists(atPath: file.path), "they lie beside the project, not in it"))
  func recordings() throws {
    var compared = 0
    for (name, path, body) in try Self.creations() {
      if let fault = Self.refused[name] {
        #expect(throws: fault, "\(name)") { try Self.request(body, to: path) }
      }
      // Of what is refused for an output folder alone, the rest is compared.
      guard Self.refused[name].map({ $0 == .outOfPlace(["outputUri"]) }) ?? true else { continue }
      let rest = DocumentValue.Content.object(body.members.filter { $0.name != "outputUri" })
      let request = try Self.request(body, without: "outputUri", to: path)
      #expect(request.url.hasSuffix(".googleapis.com" + path), "\(name)")
      #expect(try ComparableJSON(request.body) == ComparableJSON(rest), "\(name)")
      compared += 1
    }
    #expect(compared >= 20)
  }

  /// The request of a job file that is a body itself.
  private static func request(
    _ body: DocumentValue, without field: String = "", to path: String
  ) throws -> TuningRequest {
    var json = JSONWriter()
    json.object { json in
      for member in body.members where member.name != field {
        json.name(member.name)
        json.value(member.value)
      }
    }
    let pieces = path.split(separator: "/")
    return try RequestSample.request(
      String(decoding: json.finish(), as: UTF8.self), project: String(pieces[2]), location: String(pieces[4]))
  }
}
