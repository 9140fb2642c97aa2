import ByteStreams
import Testing
import TestSupport

/// Python's zlib, told to do what we do, must come to the same verdict on damaged streams.
@Suite("gzip, judged by Python")
struct GzipJudgeTests {
  /// What `GzipJudge.py` says of one stream.
  struct Verdict {
    var kind: String
    var member: Int
    var place: Int
    var bytes: [UInt8]
    var isExact: Bool

    init(line: Substring) throws {
      let fields = line.split(separator: " ")
      try #require(fields.count == 5)
      kind = String(fields[0])
      member = try #require(Int(fields[1]))
      place = try #require(Int(fields[2]))
      let digits = fields[3] == "-" ? [] : fields[3].utf8.map { $0 <= 0x39 ? $0 - 0x30 : $0 - 0x61 + 10 }
      bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
      isExact = fields[4] == "1"
    }
  }

  // The judge is a Python program.
  @Test("a thousand damaged streams", .enabled(if: Tool.has("python3")))
  func damagedStreams() throws {
    let cases = GzipSamples.damaged(count: 1000, seed: 20_261_123)
    let verdicts = try judged(cases)
    try #require(verdicts.count == cases.count)
    for (index, (stream, verdict)) in zip(cases, verdicts).enumerated() {
      let chunk = awkwardSizes[index % awkwardSizes.count]
      let reading = try Reading(stream, chunk: chunk, bufferLength: [1, 300, 1 << 16][index % 3])
      #expect(agrees(reading, with: verdict), "stream \(index): \(reading.fault as Any), \(verdict.kind)")
    }
    // The damage must be of all kinds, or agreement means little.
    let kinds = Dictionary(grouping: verdicts, by: \.kind).mapValues(\.count)
    for kind in ["clean", "truncated", "corrupt", "trailing"] {
      #expect(kinds[kind, default: 0] >= 50, "\(kinds)")
    }
  }

  private func agrees(_ reading: Reading, with verdict: Verdict) -> Bool {
    let more = reading.bytes.count - verdict.bytes.count
    guard reading.bytes.starts(with: verdict.bytes), verdict.isExact ? more == 0 : (0...1) ~= more else {
      return false
    }
    switch reading.fault {
    case nil: return verdict.kind == "clean" && reading.bytesConsumed == verdict.place
    case .truncated(let member, let place):
      return verdict.kind == "truncated" && (member, place) == (verdict.member, verdict.place)
    case .trailingData(let place): return verdict.kind == "trailing" && place == verdict.place
    case .corrupt(let member, let place, _):
      // zlib refuses a field at its last byte, and we name its first: fields have at most 4.
      return verdict.kind == "corrupt" && member == verdict.member && (0...3) ~= verdict.place - place
    }
  }

  private func judged(_ streams: [[UInt8]]) throws -> [Verdict] {
    let folder = try TemporaryFolder()
    let cases = streams.flatMap { Gzip.littleEndian(UInt($0.count), 8) + $0 }
    let path = try folder.write(cases, as: "cases")
    let judge = #filePath.replacing("GzipJudgeTests.swift", with: "GzipJudge.py")
    try Tool.run("python3 '\(judge)' \(path) \(folder.path("verdicts"))")
    let lines = String(decoding: try folder.read("verdicts"), as: UTF8.self).split(separator: "\n")
    return try lines.map(Verdict.init(line:))
  }
}
