/// An account that a file of credentials describes: each type of `google-auth`, but for those that need more than the file.
struct CredentialAccount: Sendable {
  /// The types of accounts.
  private indirect enum Kind {
    case user(AuthorizedUser)
    case service(ServiceAccount)
    case external(ExternalAccount)
    case impersonation(Impersonation, of: CredentialAccount)
  }

  private let kind: Kind
  /// What to do if the account is refused.
  let remedy: String
  /// The project whose quotas count; nil if the file names none.
  let quotaProject: String?

  private static let login = "run 'gcloud auth application-default login'"

  /// Whether a login of the user is what helps.
  var isHelpedByLogin: Bool { remedy == Self.login }

  /// Reads the account of a file, or of a field with another account's source.
  init(_ object: CredentialObject) throws(TokenFault) {
    if let universe = try object.optionalText("universe_domain"), universe != "googleapis.com" {
      throw object.fault("universe_domain", "names a cloud of Google's that tunekit does not know")
    }
    quotaProject = try object.optionalText("quota_project_id")
    let type = try object.text("type")
    switch type {
    case "authorized_user":
      (kind, remedy) = (.user(try AuthorizedUser(object)), Self.login)
    case "external_account_authorized_user":
      (kind, remedy) = (.user(try AuthorizedUser(external: object)), Self.login)
    case "service_account":
      kind = .service(try ServiceAccount(object))
      remedy = "check in the console whether the key is still one of the account's, or make a new one"
    case "external_account":
      let impersonation = try Impersonation(optional: object)
      let account = try ExternalAccount(object, isImpersonating: impersonation != nil)
      remedy = "check the workload identity pool, its provider and the subject token's source"
      let quotaProject = quotaProject
      kind =
        impersonation.map { .impersonation($0, of: CredentialAccount(account, quotaProject)) }
        ?? .external(account)
    case "impersonated_service_account":
      guard let source = try object.object("source_credentials") else {
        throw object.fault("source_credentials", "is missing")
      }
      guard let impersonation = try Impersonation(optional: object) else {
        throw object.fault("service_account_impersonation_url", "is missing")
      }
      let account = try CredentialAccount(source)
      guard case .impersonation = account.kind else {
        (kind, remedy) = (.impersonation(impersonation, of: account), account.remedy)
        return
      }
      throw object.fault(
        "source_credentials", "impersonates an account itself, which Google's libraries refuse")
    default:
      let known = ["gdch_service_account": " of Distributed Cloud, which has no tuning service"]
      throw object.fault(
        "type",
        "is '\(Redactor.shown(String(type.prefix(80))))'\(known[type] ?? ", which tunekit does not know")",
        remedy: "give the credentials of a user, a service account or a workload identity")
    }
  }

  private init(_ account: ExternalAccount, _ quotaProject: String?) {
    (kind, remedy, self.quotaProject) = (.external(account), "", quotaProject)
  }

  /// A token now.
  func token<Transport, Clock>(
    _ scope: String, over link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> AccessToken {
    switch kind {
    case .user(let user): return try user.token(scope, over: &link)
    case .service(let account): return try account.token(scope, over: &link)
    case .external(let account): return try account.token(scope, over: &link)
    case .impersonation(let impersonation, let account):
      return try impersonation.token(
        scope, with: try account.tokenToImpersonate(over: &link), account.quotaProject, over: &link)
    }
  }

  /// A token to get that of another account with.
  private func tokenToImpersonate<Transport, Clock>(
    over link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> AccessToken {
    // A user may not have allowed more than the usual.
    if case .user(let user) = kind { return try user.token(nil, over: &link) }
    return try token(Impersonation.scopeOfSource, over: &link)
  }
}
