import Foundation
import TestSupport

/// An authority for certificates that only a test knows, made with openssl.
struct TestAuthority: ~Copyable {
  /// A certificate and its key.
  struct Certificate {
    let path: String
    let keyPath: String
  }

  private let folder: TemporaryFolder

  init() throws {
    let folder = try TemporaryFolder()
    try Tool.run(
      """
      cd \(folder.path) && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
        -keyout ca.key -out ca.pem -days 2 -subj "/CN=Test authority" 2> /dev/null
      """)
    self.folder = folder
  }

  /// The file of the authority.
  var path: String { folder.path("ca.pem") }

  /// A certificate for these names, such as `IP:127.0.0.1,DNS:localhost`; one for less than no days has expired.
  func certificate(_ names: String, days: Int = 2) throws -> Certificate {
    let name = "leaf\(abs(names.hashValue &+ days))"
    try Tool.run(
      """
      cd \(folder.path) && openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
        -keyout \(name).key -out \(name).csr -subj "/CN=test" 2> /dev/null \
        && echo "subjectAltName=\(names)" > \(name).ext \
        && openssl x509 -req -in \(name).csr -CA ca.pem -CAkey ca.key -CAcreateserial -out \(name).pem \
          -days \(days) -extfile \(name).ext 2> /dev/null
      """)
    return Certificate(path: folder.path(name + ".pem"), keyPath: folder.path(name + ".key"))
  }
}
