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
      "A file with an access token, read again when the token expires. No token is given on a command line.",
      valueName: "file"), completion: .file())
  var accessTokenFile: String?

  @Option(
    help: ArgumentHelp(
      "Where the token comes from: application default credentials, or 'gcloud auth print-access-token'.",
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
  func caller(_ events: Events) throws(Stop) -> Caller {
    if accessTokenFile != nil, credentials == .gcloud {
      throw .trouble("--access-token-file and --credentials gcloud cannot be used together")
    }
    let words = words
    events.note { $0.connection = words }
    let settings = CredentialSettings(
      accessTokenFile: accessTokenFile, asksGcloud: credentials == .gcloud)
    var caller = Caller(
      CurlTransport(.ofUser(authorityFile: caFile)), SystemClock(), Credentials(settings))
    caller.beforePause = { pause in
      events.say("\(pause.failure): trying again in \(Quantity.duration(pause.seconds))")
    }
    return caller
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
