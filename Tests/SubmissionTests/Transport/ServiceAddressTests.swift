import Testing

@testable import Submission

@Suite struct ServiceAddressTests {
  @Test(
    "an address has a scheme, a host, perhaps a port, and a path",
    arguments: [
      ("https://example.com", "example.com", 443, ""),
      ("https://Example.COM/a?b=c", "example.com", 443, "/a?b=c"),
      ("http://127.0.0.1:8080/x", "127.0.0.1", 8080, "/x"), ("https://[::1]:9/", "[::1]", 9, "/"),
      ("https://a?b", "a", 443, "?b"),
      ("https://a/b@c:d?e@f", "a", 443, "/b@c:d?e@f"),
    ])
  func parts(text: String, host: String, port: Int, path: String) throws {
    let address = try #require(ServiceAddress(text))
    #expect(address.host == host && address.port == port && address.path == path)
    #expect(address.description == text)
  }

  @Test(
    "what could be read in two ways is not an address",
    arguments: [
      "", "example.com", "ftp://a", "HTTPS://a", "https://", "https:///a", "https://a@b", "https://a:b@c/",
      "https://a?b@c",
      "https://a\\b", "https://a#b", "https://a b", "https://a:", "https://a:0", "https://a:65536",
      "https://a:1a",
      "https://a:+1", "https://-a", "https://a-", "https://a./", "https://[::1", "https://::1",
      "https://a%2eb",
      "https://a/\r\nX: y", "https://ä.example", "https://a/{b}", "https://a|b", "https://a:1:2",
    ])
  func others(text: String) {
    #expect(ServiceAddress(text) == nil)
  }

  @Test(
    "without encryption, requests stay on this machine or go to its host",
    arguments: [
      ("https://example.com", true), ("http://localhost:1", true), ("http://127.8.0.1", true),
      ("http://[::1]", true),
      ("http://metadata.google.internal", true), ("http://169.254.169.254", true),
      ("http://example.com", false),
      ("http://127.0.0.1.example.com", false), ("http://127.1", false), ("http://127.0.0.256", false),
      ("http://169.254.example.com", false), ("http://localhost.example.com", false),
      ("http://10.0.0.1", false),
    ])
  func trust(text: String, isTrustworthy: Bool) {
    #expect(ServiceAddress(text)?.isTrustworthy == isTrustworthy)
  }

  @Test("two addresses of one origin have the same scheme, host and port")
  func origin() throws {
    let address = try #require(ServiceAddress("https://a.example/x"))
    for (other, isSame) in [
      ("https://A.example:443/y", true), ("http://a.example", false), ("https://a.example:1", false),
      ("https://b.example", false),
    ] {
      #expect(address.hasOrigin(of: try #require(ServiceAddress(other))) == isSame)
    }
  }
}
