import ByteStreams
import Foundation
import TestSupport
import Testing

@Suite("RealPath")
struct RealPathTests {
  @Test("links are followed to where they lead, whether anything lies there or not")
  func links() throws {
    let folder = try TemporaryFolder()
    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
    }
    try link("one", to: "two")
    try link("two", to: "nowhere/three")
    try link("far", to: "/nowhere")
    try link("circle", to: "circle")
    #expect(RealPath.behindLinks(folder.path("one")) == folder.path("nowhere/three"))
    #expect(RealPath.behindLinks(folder.path("far")) == "/nowhere")
    #expect(RealPath.behindLinks(folder.path("circle")) == nil)
    for path in ["", "-", "missing", folder.path, "a\0b"] { #expect(RealPath.behindLinks(path) == path) }
  }
}
