/// Where the user says that credentials are.
public struct CredentialSettings: Sendable {
  /// A file with an access token, which is read again whenever a token is needed; nil for none.
  public var accessTokenFile: String?
  /// Whether `gcloud` is asked, and nothing else.
  public var asksGcloud = false
  /// The variables of the environment.
  public var environment: @Sendable (String) -> String? = { SystemCalls.environment($0) }
  /// The file that says which product the machine is, where Linux has it.
  var productFile = "/sys/class/dmi/id/product_name"

  /// Makes settings.
  public init(accessTokenFile: String? = nil, asksGcloud: Bool = false) {
    (self.accessTokenFile, self.asksGcloud) = (accessTokenFile, asksGcloud)
  }

  /// The value of a variable; nil if it is empty or not set.
  func variable(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
}
