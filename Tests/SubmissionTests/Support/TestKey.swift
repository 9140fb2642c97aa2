import TestSupport

/// A private key for RSA that only this run of the tests knows, made with openssl.
enum TestKey {
  /// The key in PEM: PKCS#8, and PKCS#1.
  static let (pkcs8, pkcs1): (String, String) = {
    let pkcs8 =
      (try? Tool.output(of: ["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]))
      ?? ""
    return (pkcs8, (try? Tool.output(of: ["openssl", "rsa", "-traditional"], input: pkcs8)) ?? "")
  }()

  /// A text as a string of JSON.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      + "\""
  }
}
