import Diagnostics
import TestSupport

/// Good examples with faults among them, in an order at random, and what is to be found.
struct PlantedFile {
  private(set) var lines: [ArraySlice<UInt8>] = []
  private(set) var findings: [PlacedFinding] = []
  /// The first of the good examples that has functions, and its line.
  private(set) var firstWithFunctions: (line: ArraySlice<UInt8>, number: Int)?

  init(_ plants: [Plant], among count: Int, seed: UInt64, allowsVideos: Bool) {
    var good = GoodExamples(
      seed: seed,
      kinds: Array(repeating: .chat, count: 50) + Array(repeating: .label, count: 20)
        + Array(repeating: .tools, count: 15) + Array(repeating: .files, count: 14) + [.data],
      hasVideos: allowsVideos)
    var order: [Int?] = Array(repeating: nil, count: count)
    for (index, plant) in plants.enumerated() { order += plant.lines.map { _ in index } }
    var random = SplitMix64(seed: seed &+ 1)
    order.shuffle(using: &random)
    // The last line is good, since it will have no line feed.
    order.append(nil)

    lines = [Array(PlantingConditions.firstLine.utf8)[...]]
    var placed: [[Int]] = plants.map { _ in [] }
    for index in order {
      if let index {
        lines.append(plants[index].lines[placed[index].count])
        placed[index].append(lines.count)
      } else {
        add(good.next())
      }
    }
    for (plant, numbers) in zip(plants, placed) {
      findings += plant.findings.map { finding in
        var finding = finding
        finding.line = numbers[finding.line - 1]
        return finding
      }
    }
    findings.append(PlacedFinding("TK005", .info, line: 0, column: 0))
    findings.append(PlacedFinding("TK705", .info, line: 0, column: 0))
    findings.append(
      PlacedFinding("TK105", .info, line: lines.count, column: Self.scalars(lines[lines.count - 1]) + 1))
  }

  private mutating func add(_ good: (kind: GoodExamples.Kind, example: RandomExample)) {
    let text = good.example.plain
    lines.append(Array(text.utf8)[...])
    if good.kind == .tools, firstWithFunctions == nil {
      firstWithFunctions = (lines[lines.count - 1], lines.count)
    }
    guard good.kind == .data, let name = text.firstRange(of: #""inlineData":"#) else { return }
    let column = text[..<name.upperBound].unicodeScalars.count + 1
    findings.append(PlacedFinding("TK511", .warning, line: lines.count, column: column))
  }

  private static func scalars(_ line: ArraySlice<UInt8>) -> Int { line.count { $0 & 0xC0 != 0x80 } }

  /// The file; its last line has no line feed.
  var bytes: [UInt8] { Array(lines.joined(separator: [0x0A])) }
}
