/// A token that Google's services take, and how long.
struct AccessToken: Sendable, Equatable {
  /// The token: a secret, of visible characters of ASCII alone.
  let value: String
  /// The seconds that it is good for from the moment when it was given out; nil if that is not known.
  let lifetimeInSeconds: Double?

  /// Takes a token; nil if it is empty or cannot be written in a header.
  init?(_ value: String, lifetimeInSeconds: Double? = nil) {
    let isPlain = value.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard !value.isEmpty, value.utf8.count <= 1 << 14, isPlain else { return nil }
    (self.value, self.lifetimeInSeconds) = (value, lifetimeInSeconds)
  }

  /// Why a text is not a token, after its name and without what it says.
  static func problem(of text: String) -> String {
    if text.isEmpty { return "has no token" }
    if text.utf8.contains(where: { $0 <= 0x20 }) {
      return "has more than one word or line, but a token is one word: leave only the token"
    }
    if text.utf8.count > 1 << 14 { return "is longer than any token: check that it is the right one" }
    return "has characters that no token has: check that it is the right one"
  }
}
