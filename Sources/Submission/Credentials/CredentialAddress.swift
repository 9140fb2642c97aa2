/// Where a file of credentials may have secrets sent.
///
/// Such files come from others, and Google's libraries warn that they do not check them.
enum CredentialAddress {
  /// A service of Google's that gives tokens, or this machine.
  case google
  /// What gives tokens about this machine to those who run on it: encrypted, or this machine, or its host.
  case subject

  /// What such an address is.
  var description: String {
    switch self {
    case .google: "an address of Google's with https"
    case .subject: "an address with https, nor one of this machine"
    }
  }

  /// Whether a text is such an address.
  func allows(_ text: String) -> Bool {
    guard let address = ServiceAddress(text), address.isTrustworthy else { return false }
    switch self {
    case .subject: return true
    case .google:
      return address.isLoopback
        || address.isEncrypted
          && (address.host.hasSuffix(".googleapis.com") || address.host == "accounts.google.com")
    }
  }
}
