import Documents
import JSONLines

/// The JSON Schema of job files, which lets editors complete names and mark mistakes. It is made from ``JobSchema`` alone.
///
/// Editors that read comments in JSON ("jsonc") use it for files with comments, too.
public enum JobFileSchema {
  /// The schema (draft 2020-12), ended by a line feed.
  ///
  /// The schema is not complete. It requires the names of adapter sizes, although `tunekit plan` also reads numbers, with a
  /// warning; and for a number that can be written as a string it accepts any string.
  public static var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", "Supervised tuning job for Gemini")
      json.member(
        "description", "The API's TuningJob, with the fields project, location and datasets of tunekit.")
      writeObject(JobSchema.job.descriptions, to: &json)
    }
    return json.finish()
  }

  /// Writes the members that describe an object with these fields, each under both of its spellings.
  private static func writeObject(_ fields: [JobFieldDescription], to json: inout JSONWriter) {
    json.member("type", "object")
    json.object("properties") { json in
      for field in fields where field.status == .input {
        for name in Set([field.name, field.field.snakeCaseName]).sorted() {
          json.object(name) { json in
            json.member("description", field.summary)
            write(field.shape, to: &json)
          }
        }
      }
    }
    json.member("additionalProperties", false)
  }

  private static func write(_ shape: JobFieldDescription.Shape, to json: inout JSONWriter) {
    switch shape {
    case .string, .path: json.member("type", "string")
    case .integer: writeTypes(["integer", "string"], to: &json)
    case .number: writeTypes(["number", "string"], to: &json)
    case .boolean: json.member("type", "boolean")
    case .enumeration:
      json.array("enum", layout: .oneLine) { json in
        for size in AdapterSize.allCases { json.string(size.apiName) }
      }
    case .object(let fields): writeObject(fields, to: &json)
    case .stringMap:
      json.member("type", "object")
      json.object("additionalProperties", layout: .oneLine) { json in json.member("type", "string") }
    case .anyObject: json.member("type", "object")
    case .anything: break
    }
  }

  private static func writeTypes(_ types: [String], to json: inout JSONWriter) {
    json.array("type", layout: .oneLine) { json in for type in types { json.string(type) } }
  }
}
