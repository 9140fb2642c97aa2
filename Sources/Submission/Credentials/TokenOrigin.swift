import ByteStreams

/// Where tokens come from, and what to do if they are refused.
struct TokenOrigin: Sendable {
  /// The ways to get a token.
  private enum Way {
    case file(String)
    case given(AccessToken)
    case account(CredentialAccount)
    case metadata(MetadataServer)
    case gcloud
  }

  private let way: Way
  /// What users call it, such as "the variable CLOUDSDK_AUTH_ACCESS_TOKEN".
  let name: String
  /// What to do if a token is refused.
  let remedy: String
  /// The project whose quotas count; nil if the credentials name none.
  var quotaProject: String?

  private init(_ way: Way, _ name: String, remedy: String) {
    (self.way, self.name, self.remedy) = (way, name, remedy)
  }

  /// Looks for credentials where the user says, then where programs of Google's look.
  ///
  /// - Throws: ``TokenFault`` if there are none, or if those that count cannot be used.
  init<Transport, Clock>(
    _ settings: CredentialSettings, _ link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) {
    if settings.asksGcloud {
      self.init(.gcloud, "'gcloud auth print-access-token'", remedy: "run 'gcloud auth login'")
    } else if let path = settings.accessTokenFile {
      self.init(
        .file(path), "the file of --access-token-file",
        remedy: "write a new token into it, such as that of 'gcloud auth print-access-token'")
    } else if let origin = try Self.variable(settings) {
      self = origin
    } else if let origin = try Self.credentialFile(settings) {
      self = origin
    } else if let server = try MetadataServer.find(settings, &link) {
      self.init(.metadata(server), "the metadata server of this machine", remedy: MetadataServer.remedy)
    } else {
      throw .refused(
        "neither a variable nor a file has credentials, and this is not a machine of Google's",
        remedy:
          "run 'gcloud auth application-default login', or set GOOGLE_APPLICATION_CREDENTIALS to the file "
          + "of a service account")
    }
  }

  /// A token now.
  func token<Transport, Clock>(
    over link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> AccessToken {
    switch way {
    case .file(let path): try Self.token(in: CredentialFile.bytes(path), of: "the file")
    case .given(let token): token
    case .account(let account): try account.token(Credentials.scope, over: &link)
    case .metadata(let server): try server.token(Credentials.scope, over: &link)
    case .gcloud: try Self.token(in: Gcloud.output(), of: "what gcloud printed")
    }
  }

  // MARK: Places

  private static func variable(_ settings: CredentialSettings) throws(TokenFault) -> TokenOrigin? {
    for name in ["CLOUDSDK_AUTH_ACCESS_TOKEN", "GOOGLE_OAUTH_ACCESS_TOKEN"] {
      guard let value = settings.variable(name) else { continue }
      let token = try token(in: Array(value.utf8), of: "the variable \(name)")
      return TokenOrigin(
        .given(token), "the variable \(name)",
        remedy: "set it to a new token, such as that of 'gcloud auth print-access-token', or unset it")
    }
    return nil
  }

  private static func credentialFile(_ settings: CredentialSettings) throws(TokenFault) -> TokenOrigin? {
    let variable = "GOOGLE_APPLICATION_CREDENTIALS"
    if let path = settings.variable(variable) {
      return try TokenOrigin(
        readingFileAt: path, "the file that \(variable) names",
        // A login writes another file, and the variable would still count.
        afterLogin: ", and unset \(variable)")
    }
    guard
      let folder = settings.variable("CLOUDSDK_CONFIG")
        ?? settings.variable("HOME").map({ $0 + "/.config/gcloud" })
    else { return nil }
    let path = folder + "/application_default_credentials.json"
    guard RealPath.of(path) != nil else { return nil }
    return try TokenOrigin(readingFileAt: path, "the file of 'gcloud auth application-default login'")
  }

  private init(readingFileAt path: String, _ name: String, afterLogin: String = "") throws(TokenFault) {
    let account: CredentialAccount
    do throws(TokenFault) {
      account = try CredentialAccount(CredentialFile(path).root)
    } catch {
      guard case .refused(let words, let remedy) = error else { throw error }
      throw .refused("\(name), \(Redactor.shown(path)): \(words)", remedy: remedy)
    }
    self.init(
      .account(account), "\(name), \(Redactor.shown(path))",
      remedy: account.remedy + (account.isHelpedByLogin ? afterLogin : ""))
    quotaProject = account.quotaProject
  }

  // MARK: Tokens that are there

  private static func token(in bytes: [UInt8], of name: String) throws(TokenFault) -> AccessToken {
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
    let text = String(decoding: bytes[..<end].drop(while: isBlank), as: UTF8.self)
    guard let token = AccessToken(text) else { throw .refused("\(name) \(AccessToken.problem(of: text))") }
    return token
  }
}
