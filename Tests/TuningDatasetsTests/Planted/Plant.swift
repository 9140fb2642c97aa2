import Diagnostics
import TestSupport
import Testing
import TuningDatasets

/// A fault of one rule, in a few lines that are made of an example that the rule rejects.
struct Plant {
  let code: RuleCode
  let lines: [ArraySlice<UInt8>]
  /// What is found in these lines, the first of which has the number 1.
  let findings: [PlacedFinding]

  /// One for every rule that can be planted in a file under these conditions, in the order of their codes.
  static func all(under conditions: PlantingConditions) throws -> [Plant] {
    let folder = try TemporaryFolder()
    var plants: [Plant] = []
    for rule in RuleBook.datasets.rules {
      let number = rule.code.number
      if let plant = try plant(of: rule, numbered: "(\(number)) ", under: conditions, in: folder) {
        plants.append(plant)
      }
    }
    return plants
  }

  /// The plant made of the first example whose faults stand where its marks are, when a good line is before it.
  private static func plant(
    of rule: RuleDescription, numbered number: String, under conditions: PlantingConditions,
    in folder: borrowing TemporaryFolder
  ) throws -> Plant? {
    for example in rule.examples where example.isRejected && example.repetitions == 1 {
      if example.trainingExamples != nil { continue }
      let data = MarkedData(example)
      // In the first text, or in another where that would be no fault any more; faulty JSON may have no text at all.
      for text in [0, 1, 2, nil] {
        let numbered = text.map { data.numbered(number, inText: $0) } ?? data
        guard let faulty = made(faulty: numbered, for: example, of: rule.code, under: conditions) else {
          break
        }
        if let plant = try plant(of: rule.code, faulty, under: conditions, in: folder) { return plant }
      }
    }
    return nil
  }

  /// The data of an example, with faults that are some under these conditions; nil where that cannot be.
  private static func made(
    faulty data: MarkedData, for example: RuleExample, of code: RuleCode, under conditions: PlantingConditions
  ) -> MarkedData? {
    let isMade = conditions.model == nil
    switch example.settings.first {
    case nil, .maximumMediaFiles(PlantingConditions.maximumMediaFiles): return data
    case .model(let id): return id == conditions.model && example.settings.count == 1 ? data : nil
    case .maximumLineBytes where isMade:
      return data.lengthened(
        by: "x", times: PlantingConditions.maximumLineBytes, behind: "Tell me about the sea.")
    case .maximumTokens where isMade && code == "TK703":
      return data.lengthened(
        by: " 2 3 4 5", times: PlantingConditions.maximumTokens * 4 / 8 - 100,
        behind: "1 2 3 4 5 6 7 8 9 10 11")
    case .maximumMediaMegabytes where isMade:
      return data.lengthened(by: "AAAA", times: 400_000, behind: #""data":""#)
    default: return nil
    }
  }

  private static func plant(
    of code: RuleCode, _ data: MarkedData, under conditions: PlantingConditions,
    in folder: borrowing TemporaryFolder
  ) throws -> Plant? {
    let first = Array((PlantingConditions.firstLine + "\n").utf8)
    let validation = try conditions.validation(of: folder.write(first + data.bytes, as: "train.jsonl"))
    let findings = try #require(validation.run().first).findings.filter { finding in
      // What is true of few examples only.
      guard let location = finding.location else { return false }
      return location.line > 1 && finding.code != "TK710"
    }
    let places = findings.filter { $0.code == code }.map { ($0.location?.byteOffset ?? 0) - first.count }
    // Behind other media, the first place with another resolution is not that of the example.
    guard !places.isEmpty, places.sorted() == data.marks || code == "TK515" else { return nil }
    return Plant(
      code: code, lines: data.bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false),
      findings: findings.map { finding in
        var placed = PlacedFinding(finding)
        placed.line -= 1
        return placed
      })
  }
}
