import Testing
import TestSupport

/// What the program is linked with, itself and through its libraries.
@Suite("Libraries")
struct LibrariesTests {
  @Test(
    "The program links no Foundation but its essentials, and nothing that could reach a network",
    .enabled(if: Tool.has("ldd"), "ldd belongs to Linux"))
  func libraries() throws {
    let output = try Scratch().run("ldd \"$(command -v tunekit)\"")
    #expect(output.status == 0)
    let libraries = output.text.split(separator: "\n").compactMap {
      $0.split { $0.isWhitespace || $0 == "/" }.first { $0.contains(".so") }.map(String.init)
    }
    #expect(libraries.contains { $0.hasPrefix("libc.") || $0.hasPrefix("libc-") || $0.hasPrefix("ld-musl") })
    #expect(!output.text.contains("not found"))
    let allowed = "libFoundationEssentials.so"
    let foundations = libraries.filter { $0.contains("Foundation") && $0 != allowed }
    #expect(foundations.isEmpty)
    let networks = ["curl", "ssl", "crypto", "nghttp", "ssh", "gnutls", "resolv", "NIO", "xml2", "icu"]
    #expect(libraries.filter { library in networks.contains { library.hasPrefix("lib\($0)") } }.isEmpty)
  }
}
