import Foundation
import Invariants
import Testing

/// The inputs that fuzzing found worth keeping, each of which takes another way through the code.
@Suite("kept inputs")
struct ReplayTests {
  @Test("lines")
  func reader() throws {
    for (name, bytes) in try inputs("reader") {
      #expect(throws: Never.self, "\(name)") { try ReaderInvariants.check(bytes) }
    }
  }

  @Test("gzip data")
  func gzip() throws {
    for (name, bytes) in try inputs("gzip") {
      #expect(throws: Never.self, "\(name)") { try GzipInvariants.check(bytes) }
    }
  }

  private func inputs(_ target: String) throws -> [(name: String, bytes: [UInt8])] {
    let fuzz = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(
      at: fuzz.appending(path: "Corpus/\(target)"), includingPropertiesForKeys: nil)
    try #require(files.count > 20, "the inputs are gone")
    return try files.map { ($0.lastPathComponent, try [UInt8](Data(contentsOf: $0))) }
  }
}
