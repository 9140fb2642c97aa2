import ArgumentParser
import Reports
import Submission

/// The options that say how the services are reached.
struct ConnectionOptions: ParsableArguments {
  enum Source: String, ExpressibleByArgument, CaseIterable {
    case adc, gcloud
  }

  @Option(
    help: ArgumentHelp(
      """
      A file with an access token, read again when the token expires; - is standard input. No token is given on a command \
      line. Without this option, the variables CLOUDSDK_AUTH_ACCESS_TOKEN and GOOGLE_OAUTH_ACCESS_TOKEN come first.
      """,
      valueName: "file"), completion: .file())
  var accessTokenFile: String?

  @Option(
    help: ArgumentHelp(
      """
      Where the token comes from: application default credentials (GOOGLE_APPLICATION_CREDENTIALS, or the file of \
      'gcloud auth application-default login', or the metadata server), or 'gcloud auth print-access-token'.
      """,
      valueName: "source"))
  var credentials = Source.adc

  @Option(
    help: ArgumentHelp(
      "The address of the tuning service, in place of that of the location.", valueName: "url"))
  var endpoint: String?

  @Option(
    help: ArgumentHelp(
      "Certificates in PEM that are trusted in place of those of the system.", valueName: "file"),
    completion: .file())
  var caFile: String?
}

extension ConnectionOptions {
  /// What calls the services, with the user's credentials; the token is looked for at the first call.
  ///
  /// - Parameter isBrief: whether a user waits for the answer, so that what fails is not tried for minutes.
  func caller(_ events: Events, isBrief: Bool = false) throws(Stop) -> Caller {
    if accessTokenFile != nil, credentials == .gcloud {
      throw .trouble("--access-token-file and --credentials gcloud cannot be used together")
    }
    try checkAuthorities()
    let words = words
    events.note { $0.connection = words }
    let settings = CredentialSettings(
      accessTokenFile: accessTokenFile, asksGcloud: credentials == .gcloud)
    var caller = Caller(
      CurlTransport(.ofUser(authorityFile: caFile)), SystemClock(), Credentials(settings))
    if isBrief { caller.patienceInSeconds = 30 }
    caller.beforePause = { pause in
      events.say("\(pause.failure): trying again in \(Quantity.duration(pause.seconds))")
    }
    return caller
  }

  /// Checks that the file with certificates has some: libcurl would say so only at the first connection, and not plainly.
  private func checkAuthorities() throws(Stop) {
    guard let caFile else { return }
    let text = String(
      decoding: try SmallFile.read(caFile, as: "file of certificates", atMost: 16 << 20), as: UTF8.self)
    guard text.contains("-----BEGIN CERTIFICATE-----") || text.contains("-----BEGIN TRUSTED CERTIFICATE-----")
    else {
      throw .trouble("'\(caFile)', of --ca-file, has no certificate in PEM: give a file that has one")
    }
  }

  /// The options as they were given, with a space before each.
  private var words: String {
    let values = [
      ("--access-token-file", accessTokenFile),
      ("--credentials", credentials == .adc ? nil : credentials.rawValue),
      ("--endpoint", endpoint), ("--ca-file", caFile),
    ]
    return values.map { name, value in value.map { " \(name) \(ShellWord.of($0))" } ?? "" }.joined()
  }
}

/// A word as a shell reads it.
enum ShellWord {
  private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=:/.,@%+")

  /// The word, in quotation marks if a shell would read it otherwise. Commands are shown in single ones.
  static func of(_ text: String) -> String {
    if !text.isEmpty, text.allSatisfy(plain.contains) { return text }
    return "\"" + text.map { "\"\\$`".contains($0) ? "\\\($0)" : "\($0)" }.joined() + "\""
  }
}
