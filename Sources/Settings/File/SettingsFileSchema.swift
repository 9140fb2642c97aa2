public import Diagnostics
import JSONLines

/// The JSON Schema of settings files, which lets editors complete names and mark mistakes. It is made from the fields alone.
public enum SettingsFileSchema {
  /// The schema (draft 2020-12), ended by a line feed.
  ///
  /// - Parameter book: the rules that there are. Editors offer their codes and names; other spellings of them are
  ///   `tunekit`'s to judge.
  public static func json(_ book: RuleBook) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", "Settings of tunekit")
      json.member("description", "Which rules run, how severe their findings are, and by which limits.")
      writeObject(SettingsSchema.file.descriptions, to: &json)
      json.object("$defs") { json in writeDefinitions(book, to: &json) }
    }
    return json.finish()
  }

  private static func writeDefinitions(_ book: RuleBook, to json: inout JSONWriter) {
    json.object("rule") { json in
      json.array("anyOf") { json in
        json.object { json in
          json.array("enum") { json in
            json.string("ALL")
            for rule in book.rules {
              json.string(rule.code.description)
              json.string(rule.name)
            }
          }
        }
        json.object(layout: .oneLine) { json in json.member("type", "string") }
      }
    }
    json.object("severity") { json in
      json.array("enum", layout: .oneLine) { json in
        for severity in Severity.allCases.reversed() { json.string(severity.name) }
      }
    }
  }

  private static func writeObject(_ fields: [SettingsFieldDescription], to json: inout JSONWriter) {
    json.member("type", "object")
    json.object("properties") { json in
      for field in fields {
        json.object(field.name) { json in
          json.member("description", field.summary)
          write(field.shape, to: &json)
        }
      }
    }
    let required = fields.filter(\.isRequired)
    if !required.isEmpty {
      json.array("required", layout: .oneLine) { json in for field in required { json.string(field.name) } }
    }
    json.member("additionalProperties", false)
  }

  private static func write(_ shape: SettingsFieldDescription.Shape, to json: inout JSONWriter) {
    switch shape {
    case .string: json.member("type", "string")
    case .choice(let words):
      json.array("enum", layout: .oneLine) { json in for word in words { json.string(word) } }
    case .number(let range):
      json.member("type", "integer")
      json.member("minimum", range.lowerBound)
      json.member("maximum", range.upperBound)
    case .paths:
      json.array("type", layout: .oneLine) { json in for type in ["string", "array"] { json.string(type) } }
      json.object("items", layout: .oneLine) { json in json.member("type", "string") }
    case .patterns:
      json.member("type", "array")
      json.member("minItems", 1)
      json.object("items", layout: .oneLine) { json in json.member("type", "string") }
    case .rules:
      json.member("type", "array")
      json.object("items", layout: .oneLine) { json in json.member("$ref", "#/$defs/rule") }
    case .severities:
      json.member("type", "object")
      json.object("propertyNames", layout: .oneLine) { json in json.member("$ref", "#/$defs/rule") }
      json.object("additionalProperties", layout: .oneLine) { json in json.member("$ref", "#/$defs/severity")
      }
    case .object(let fields): writeObject(fields, to: &json)
    case .objects(let fields):
      json.member("type", "array")
      json.object("items") { json in writeObject(fields, to: &json) }
    }
  }
}
