import Diagnostics
import JSONLines
import Settings
import Testing
import TestSupport

@testable import TuningDatasets

/// The file of a baseline: what is written is read again, and what is wrong with it is told.
@Suite struct BaselineFileTests {
  static func bytes(of baseline: Baseline) -> [UInt8] {
    var json = JSONWriter()
    baseline.write(to: &json)
    return json.finish()
  }

  /// A baseline of so many different findings.
  private func baseline(of count: Int) throws -> Baseline {
    var collector = BaselineCollector(.datasets)
    var generator = SplitMix64(seed: 7)
    let findings = (0..<count).map { number in
      let code: RuleCode = number.isMultiple(of: 3) ? "TK401" : "TK408"
      return Finding(
        code: code, severity: .warning, arguments: [],
        location: Location(
          line: number + 1, column: 1, byteOffsetInLine: 0, byteOffset: number, pointer: "/contents"),
        fingerprint: Fingerprint(code, pointer: "/contents", content: generator.next()))
    }
    try collector.add(
      FileReport(
        path: "a", role: .training, examples: 0, turns: 0, bytes: 0, examplesNotExamined: 0,
        findings: findings + findings.prefix(1), counts: [], failure: nil))
    return try collector.baseline()
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let baseline = try baseline(of: 100)
    let bytes = Self.bytes(of: baseline)
    #expect(try Baseline(parsing: bytes) == baseline)
    #expect(baseline.count == 100)
    #expect(String(decoding: bytes, as: UTF8.self).split(separator: ": 2").count == 2)
    #expect(Self.bytes(of: try self.baseline(of: 100)) == bytes)
    #expect(try Baseline(parsing: Self.bytes(of: try self.baseline(of: 0))).count == 0)
  }

  @Test func entriesCanBeInAnyOrder() throws {
    let text = """
      {"findings": {"TK408": {"00000000000000ff": 2, "000000000000000a": 1}, "TK401": {"0000000000000001": 1}},
       "later": [{}], "schemaVersion": 1}
      """
    let baseline = try Baseline(parsing: Array(text.utf8))
    #expect(baseline.count == 3)
    #expect(try Baseline(parsing: Self.bytes(of: baseline)) == baseline)
  }

  @Test func aMillionEntriesAreReadFast() throws {
    let baseline = try baseline(of: 1_000_000)
    let bytes = Self.bytes(of: baseline)
    #expect(bytes.count < 32_000_000)
    let clock = ContinuousClock()
    let start = clock.now
    let read = try Baseline(parsing: bytes)
    let time = start.duration(to: clock.now)
    #expect(read == baseline)
    // Tests are built without optimization.
    #expect(time < .seconds(20))
  }

  @Test(arguments: [
    ("", "1:1: the file is empty"),
    (
      #"{"schemaVersion": 1, "findings": {"TK401": {"00"#,
      "1:48: the file ends inside its JSON value, so it is truncated (at /findings/TK401)"
    ),
    (#"{"schemaVersion": 1, "findings": {}} {}"#, "1:38: not JSON: a second value follows the first"),
    ("[]", "line 1: expected an object with 'schemaVersion' and 'findings'"),
    (
      #"{"findings": {}}"#,
      "line 1: the fields 'schemaVersion' and 'findings' are missing, so it is not a baseline"
    ),
    (
      "{\n\"schemaVersion\": 2, \"findings\": []}",
      "line 2: schema version 2 is not supported, this program reads version 1"
    ),
    (#"{"schemaVersion": 1, "findings": []}"#, "line 1: expected fingerprints by the codes of rules"),
    (#"{"schemaVersion": 1, "findings": {"unknown-role": {}}}"#, "line 1: expected the code of a rule"),
    (#"{"schemaVersion": 1, "findings": {"TK401": 3}}"#, "line 1: expected numbers by fingerprints"),
    (
      #"{"schemaVersion": 1, "findings": {"TK401": {"00000000000000FF": 1}}}"#,
      "line 1: expected a fingerprint of 16 digits and a number from 1 on"
    ),
    (
      #"{"schemaVersion": 1, "findings": {"TK401": {"00000000000000ff": 0}}}"#,
      "line 1: expected a fingerprint of 16 digits and a number from 1 on"
    ),
    (
      #"{"schemaVersion": 1, "findings": {"TK401": {"00000000000000ff": 99999999999}}}"#,
      "line 1: expected a fingerprint of 16 digits and a number from 1 on"
    ),
    (
      #"{"schemaVersion": 1, "findings": {"TK401": {"00000000000000ff": 1, "00000000000000ff": 1}}}"#,
      "line 1: TK401 has the same fingerprint twice: write it again"
    ),
  ])
  func faults(text: String, fault: String) {
    #expect(throws: SettingsFault(fault)) { try Baseline(parsing: Array(text.utf8)) }
  }

  @Test func everyCutIsAFault() throws {
    let bytes = Self.bytes(of: try baseline(of: 5))
    for count in 0..<bytes.count - 2 {
      #expect(throws: SettingsFault.self) { try Baseline(parsing: Array(bytes.prefix(count))) }
    }
  }
}
