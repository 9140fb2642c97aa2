import Documents
import JSONLines
import Testing

@testable import TuningJobs

/// What a field means is what its description says.
@Suite struct JobDecoderTests {
  private func decode(
    _ text: String, by fields: JobFields<TuningJob> = JobSchema.job
  ) throws -> JobDecoder {
    let bytes = Array(text.utf8)
    return JobDecoder(try DocumentValue(parsing: bytes), of: bytes, by: fields)
  }

  @Test(
    "a further field of an object is not taken for its first one",
    arguments: ["preTunedModel", "datasets", "encryptionSpec"])
  func furtherField(object: String) throws {
    let fields = JobFields<TuningJob>([
      .object(
        "preTunedModel", to: \.preTunedModel, TuningJob.PreTunedModel(),
        JobFields(JobSchema.preTunedModel.list + [.ignored("further", .string, "")]), ""),
      .object("datasets", JobFields(JobSchema.datasets.list + [.ignored("further", .string, "")]), ""),
      .object(
        "encryptionSpec", JobFields(JobSchema.encryptionSpec.list + [.ignored("further", .string, "")]), ""),
    ])
    let decoder = try decode(#"{"\#(object)": {"further": "x"}}"#, by: fields)
    #expect(decoder.findings.items.isEmpty)
    #expect(decoder.job.preTunedModel?.value.tunedModelName == nil)
    #expect(decoder.job.preTunedModel?.value.checkpointId == nil)
    #expect(decoder.job.datasets.training == nil && decoder.job.datasets.validation == nil)
    #expect(decoder.job.kmsKeyName == nil)
  }

  @Test("every field of the schema sets a property of its own")
  func properties() throws {
    var owners: [String: String] = [:]
    for (path, value) in Self.leaves(JobSchema.job.descriptions) where path != ["$schema"] {
      let text = path.reversed().reduce(value) { #"{"\#($1)": \#($0)}"# }
      let decoder = try decode(text)
      #expect(decoder.findings.items.isEmpty, "\(text)")
      let given = Self.given(decoder.job)
      #expect(given.count == 1, "\(text) sets \(given)")
      let property = given.first ?? ""
      #expect(owners[property] == nil, "\(path) and \(owners[property] ?? "") set \(property)")
      owners[property] = path.joined(separator: ".")
    }
    #expect(owners.count > 15)
  }

  @Test("what is no number is named as what it is")
  func wrongTypes() throws {
    let decoder = try decode(#"{"location": 1, "datasets": 2, "preTunedModel": {"checkpointId": 3}}"#)
    #expect(
      decoder.findings.items.map { $0.arguments[2] } == ["the number 1", "the number 2", "the number 3"])
    #expect(decoder.findings.items.map { $0.arguments[0] } == ["location", "datasets", "checkpointId"])
  }

  /// The fields that hold no others, each with a good value.
  private static func leaves(_ fields: [JobFieldDescription]) -> [(path: [String], value: String)] {
    fields.filter { $0.status == .input }.flatMap { field in
      switch field.shape {
      case .object(let inner): leaves(inner).map { ([field.name] + $0.path, $0.value) }
      case .string, .path, .enumeration: [([field.name], #""x""#)]
      case .integer, .number: [([field.name], "1")]
      case .boolean: [([field.name], "true")]
      case .stringMap: [([field.name], #"{"a": "b"}"#)]
      case .anyObject, .anything: [([field.name], "{}")]
      }
    }
  }

  /// The paths of the properties that have values, but for structures of which a part has one.
  private static func given(_ value: Any, _ path: String = "") -> [String] {
    Mirror(reflecting: value).children.flatMap { child -> [String] in
      let path = "\(path).\(child.label ?? "")"
      let mirror = Mirror(reflecting: child.value)
      switch mirror.displayStyle {
      case .optional:
        guard let placed = mirror.children.first?.value else { return [] }
        let inner = Mirror(reflecting: placed).children.first { $0.label == "value" }?.value
        guard let inner,
          "\(type(of: inner))".contains("Spec") || inner is TuningJob.PreTunedModel
            || inner is TuningJob.HyperParameters
        else { return [path] }
        return given(inner, path)
      case .collection: return mirror.children.isEmpty || child.label == "beginning" ? [] : [path]
      case .struct where child.value is TuningJob.Datasets: return given(child.value, path)
      default: return []
      }
    }
  }
}
