import Crypto
import CryptoExtras

/// A private key that signs assertions with RS256 (RFC 7518, 3.3).
struct AssertionKey: Sendable {
  private let key: _RSA.Signing.PrivateKey

  /// Reads a key in PEM, of PKCS#8 or PKCS#1; nil if it is not one of at least 2048 bits.
  init?(_ pem: String) {
    guard let key = try? _RSA.Signing.PrivateKey(pemRepresentation: pem) else { return nil }
    self.key = key
  }

  /// The signature of bytes; nil if the key cannot sign.
  func signature(of bytes: [UInt8]) -> [UInt8]? {
    var hash = SHA256()
    hash.update(data: bytes)
    // What RS256 means; without the padding's name it would be PSS.
    let signature = try? key.signature(for: hash.finalize(), padding: .insecurePKCS1v1_5)
    return signature.map { Array($0.rawRepresentation) }
  }
}
