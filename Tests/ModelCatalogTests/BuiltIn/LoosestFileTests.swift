import Foundation
import JSONLines
import TestSupport
import Testing

@testable import ModelCatalog

/// The loosest limits of the built-in catalogue are in a file of their own; this test compares it, or renews it with
///
///     TUNEKIT_RENEW=1 swift test --filter LoosestFileTests
struct LoosestFileTests {
  @Test("the file of the loosest limits is made of the catalogue")
  func loosest() throws {
    let limits = ModelCatalog.builtIn.loosestLimits
    var writer = JSONWriter()
    limits.write(to: &writer)
    let bytes = writer.finish()
    let file = ProjectFolder.url.appending(path: "Sources/ModelCatalog/loosest.json")
    if ProcessInfo.processInfo.environment["TUNEKIT_RENEW"] != nil { try Data(bytes).write(to: file) }
    #expect(try [UInt8](Data(contentsOf: file)) == bytes)
    // A renewed file is part of the program after the next build.
    #expect(LoosestLimits.builtIn == limits)
  }
}
