import Foundation
import Testing

/// Data or a job of a kind that public reports are about, with the right verdict.
///
/// Our own inputs are in `Fixtures/cases`. Where the folder `shared` lies beside the project, the reported ones in it are
/// tried as well: its `expected.txt` says in words what is right, and here it is written so that a test can tell.
enum PublicCase {
  /// Something that has to be found.
  struct Expectation: Sendable {
    let severity: String
    /// The lines on which it is found, or some of them; nil where the line does not matter.
    var lines: [Int]?
    /// What the JSON Pointer contains.
    var place = ""
    /// What message and remedy contain together, each of it.
    var words: [String] = []
    /// What neither of them contains.
    var noWords: [String] = []
  }

  /// A command, with the file that it checks, and what has to be found.
  struct Check: Sendable, CustomTestStringConvertible {
    let name: String
    let command: String
    var expectations: [Expectation] = []
    /// Whether nothing but what is expected may be an error or a warning.
    var isAll = true

    var testDescription: String { "\(name): \(command)" }
  }

  /// The checks of all cases, several of one case in a row.
  static let checks = [
    Check(
      name: "02-image-jpg", command: "validate dataset.jsonl",
      expectations: [
        Expectation(
          severity: "error", lines: [1, 2, 3], place: "/fileData/mimeType",
          words: ["image/jpg", "write 'image/jpeg'"]),
        Expectation(severity: "error", place: "/fileData/mimeType"),
      ]),
    Check(
      name: "06-json-schema-keywords", command: "validate dataset.jsonl",
      expectations: [
        Expectation(
          severity: "warning", lines: [1, 2], place: "/parameters/$schema", words: ["parametersJsonSchema"]),
        Expectation(severity: "warning", lines: [1, 2], place: "/item/examples"),
        Expectation(severity: "warning", lines: [1, 2], place: "/item/exclusiveMinimum"),
        Expectation(severity: "error", lines: [1, 2], place: "/when/type"),
      ], isAll: false),
    Check(
      name: "13-anthropic-messages", command: "validate dataset.jsonl",
      expectations: [
        Expectation(severity: "error", lines: [1], words: ["Anthropic", "'system'", "systemInstruction"])
      ]),
    Check(
      name: "15-messages-with-parts", command: "validate dataset.jsonl",
      expectations: [
        Expectation(
          severity: "error", lines: [1], words: ["messages", "contents"], noWords: ["assistant", "'content'"])
      ]),
    Check(
      name: "15-messages-with-parts", command: "validate renamed.jsonl",
      expectations: [
        Expectation(
          severity: "warning", lines: [1, 2], place: "/inlineData", words: ["not documented", "fileUri"]),
        Expectation(severity: "warning", place: "/inlineData", words: ["not documented"]),
        // All of its lines ask for the same image, with different answers.
      ], isAll: false),
    Check(
      name: "24-same-validation", command: "validate train.jsonl --validation validation.jsonl",
      expectations: [Expectation(severity: "warning", lines: [1], words: ["in the training dataset too"])]),
    Check(
      name: "24-same-validation", command: "validate train.jsonl --validation overlap.jsonl",
      expectations: [Expectation(severity: "warning", lines: [1], words: ["in the training dataset too"])]),
    Check(
      name: "25-response-count", command: "validate dataset.jsonl",
      expectations: [
        Expectation(severity: "warning", lines: [1, 2, 5, 6], place: "/functionResponse/name"),
        Expectation(severity: "warning", lines: [3, 4, 6], place: "/functionCall/name"),
        // The turns of line 3 do not alternate either.
        Expectation(severity: "warning", lines: [3], place: "/contents/2"),
      ]),
    Check(
      name: "28-display-name-batch-size", command: "plan job.json --today 2026-11-22",
      expectations: [
        Expectation(severity: "error", place: "/displayName", words: ["tunedModelDisplayName"]),
        Expectation(
          severity: "error", place: "/batchSize", words: ["open models"], noWords: ["one of the two"]),
      ], isAll: false),
    Check(name: "32-translation-model", command: "plan job.json --today 2026-11-22"),
    Check(
      name: "36-function-names", command: "validate dataset.jsonl",
      expectations: [
        Expectation(severity: "error", lines: [1, 2, 5, 9], place: "/name"),
        Expectation(severity: "warning", lines: [4], place: "/name"),
      ]),
    Check(
      name: "39-nan-literal", command: "validate dataset.jsonl",
      expectations: [
        Expectation(
          severity: "error", lines: [5], place: "/parts/0/text", words: ["remove the example"],
          noWords: ["null"])
      ]),
    Check(
      name: "39-nan-literal", command: "validate after-the-remedy.jsonl",
      expectations: [Expectation(severity: "error", lines: [5], place: "/parts/0")]),
    Check(
      name: "40-response-as-string", command: "validate dataset.jsonl",
      expectations: [
        Expectation(
          severity: "error", lines: [1, 4], place: "/functionResponse/response",
          words: [#"as {"output": …}"#]),
        Expectation(
          severity: "error", lines: [2], place: "/functionResponse/response", words: ["[object Object]"]),
        Expectation(
          severity: "error", lines: [3], place: "/functionCall/args", words: ["parse the string"]),
      ]),
  ]

  /// What `expected.txt` says is right, by which the checks were written.
  static let verdicts = [
    "02-image-jpg": "error or warning at mimeType",
    "06-json-schema-keywords": "warning for $schema, examples, exclusiveMinimum",
    "13-anthropic-messages": "error, named as Anthropic",
    "15-messages-with-parts": "error: rename messages to contents",
    "24-same-validation": "warning: same file / overlapping examples",
    "25-response-count": "warning in lines 1–6",
    "28-display-name-batch-size": "errors at both",
    "32-translation-model": "accept or \"not checked here\"",
    "36-function-names": "warning in 5 of 10 lines",
    "39-nan-literal": "error; remedy: fill in or drop the example",
    "40-response-as-string": "error; remedy: {\"result\": …}, or parse the string",
  ]

  /// The folders with inputs of the cases.
  static let ours = Project.fixtures + "/cases"
  static let reported =
    URL(fileURLWithPath: Project.root).deletingLastPathComponent().appending(path: "shared/cases").path
  static let hasReported = FileManager.default.fileExists(atPath: reported)

  /// The names of the cases in a folder.
  static func names(in folder: String) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.first?.isNumber == true })
  }
}
