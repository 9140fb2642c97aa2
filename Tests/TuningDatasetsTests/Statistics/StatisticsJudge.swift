import Foundation

/// Counts what a dataset is like a second time, from what Foundation reads of its lines.
struct StatisticsJudge {
  var examples = 0
  var linesNotRead = 0
  var linesInOtherFormats = 0
  var turns: [Int] = []
  var roles: [String: Int] = [:]
  var instructions: [NSDictionary: Int] = [:]
  var media: [String: [String: Int]] = [:]
  var declarations: [String: Int] = [:]
  var calls: [String: Int] = [:]
  var responses: [String: Int] = [:]
  var turnsWithParallelCalls = 0
  var characters = 0
  private var seen: [NSDictionary: Int] = [:]
  private var prompts: [NSDictionary: Int] = [:]

  init(_ path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    for line in data.split(separator: 0x0A) where !line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) {
      guard let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any] else {
        linesNotRead += 1
        continue
      }
      guard let contents = object["contents"] as? [[String: Any]] else {
        linesInOtherFormats += 1
        continue
      }
      add(object, contents)
    }
  }

  /// The examples that are the same as an earlier one.
  var repetitions: Int { seen.values.reduce(0) { $0 + $1 - 1 } }
  /// The examples whose prompt an earlier one has.
  var promptRepetitions: Int { prompts.values.reduce(0) { $0 + $1 - 1 } }

  private mutating func add(_ object: [String: Any], _ contents: [[String: Any]]) {
    examples += 1
    turns.append(contents.count)
    let instruction = (object["systemInstruction"] ?? object["system_instruction"]) as? NSDictionary
    if let instruction {
      instructions[instruction, default: 0] += 1
      addCharacters(of: instruction["parts"] as? [[String: Any]] ?? [])
    }
    for tool in object["tools"] as? [[String: Any]] ?? [] {
      let functions =
        (tool["functionDeclarations"] ?? tool["function_declarations"]) as? [[String: Any]] ?? []
      for function in functions { declarations[function["name"] as? String ?? "", default: 0] += 1 }
    }
    for turn in contents { add(turn) }
    let tools = object["tools"] ?? NSNull()
    var prompt: [String: Any] = ["i": instruction ?? NSNull(), "t": tools, "c": contents]
    seen[prompt as NSDictionary, default: 0] += 1
    if let last = contents.lastIndex(where: { $0["role"] as? String == "model" }), last > 0 {
      var rest = contents
      rest[last] = [:]
      prompt["c"] = rest
    }
    prompts[prompt as NSDictionary, default: 0] += 1
  }

  private mutating func add(_ turn: [String: Any]) {
    roles[turn["role"] as? String ?? "none", default: 0] += 1
    let parts = turn["parts"] as? [[String: Any]] ?? []
    addCharacters(of: parts)
    var callsInTurn = 0
    for part in parts {
      if let call = (part["functionCall"] ?? part["function_call"]) as? [String: Any] {
        calls[call["name"] as? String ?? "", default: 0] += 1
        callsInTurn += 1
      }
      if let response = (part["functionResponse"] ?? part["function_response"]) as? [String: Any] {
        responses[response["name"] as? String ?? "", default: 0] += 1
      }
      for (name, key) in [("fileData", "file_data"), ("inlineData", "inline_data")] {
        guard let data = (part[name] ?? part[key]) as? [String: Any] else { continue }
        let type = (data["mimeType"] ?? data["mime_type"]) as? String ?? ""
        let kind = ["image", "audio", "video"].first { type.hasPrefix($0) } ?? "document"
        media[kind, default: [:]][name, default: 0] += 1
      }
    }
    if callsInTurn > 1 { turnsWithParallelCalls += 1 }
  }

  private mutating func addCharacters(of parts: [[String: Any]]) {
    for part in parts { characters += (part["text"] as? String)?.unicodeScalars.count ?? 0 }
  }
}
