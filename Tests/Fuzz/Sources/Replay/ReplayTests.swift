import Foundation
import Invariants
import Testing

/// What fuzzing begins with: the inputs that it found worth keeping, each of which takes another way through the code, and
/// the seeds, which people wrote.
@Suite("kept inputs")
struct ReplayTests {
  @Test("lines")
  func reader() throws { try replay("reader", ReaderInvariants.check(_:)) }

  @Test("gzip data")
  func gzip() throws { try replay("gzip", GzipInvariants.check(_:)) }

  @Test("job files")
  func job() throws { try replay("job", JobInvariants.check(_:)) }

  @Test("descriptions of tuned models")
  func model() throws { try replay("model", ModelInvariants.check(_:)) }

  @Test("catalogues")
  func catalog() throws { try replay("catalog", CatalogInvariants.check(_:)) }

  @Test("receipts")
  func receipt() throws { try replay("receipt", ReceiptInvariants.check(_:)) }

  private func replay(_ target: String, _ check: ([UInt8]) throws(BrokenInvariant) -> Void) throws {
    let files = try files("Corpus", of: target)
    try #require(files.count > 20, "the inputs are gone")
    for file in try files + self.files("Seeds", of: target) {
      let bytes = try [UInt8](Data(contentsOf: file))
      #expect(throws: Never.self, "\(file.path)") { try check(bytes) }
    }
  }

  /// The files of a target in a folder of `Tests/Fuzz`; none where it has no such folder.
  private func files(_ folder: String, of target: String) throws -> [URL] {
    let fuzz = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = fuzz.appending(path: "\(folder)/\(target)")
    guard FileManager.default.fileExists(atPath: path.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(at: path, includingPropertiesForKeys: nil)
  }
}
