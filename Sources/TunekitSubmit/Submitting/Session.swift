import ModelCatalog
import Reports
import Submission
import TuningJobs

/// What calls the services, with the user's credentials.
typealias Caller = GoogleCaller<CurlTransport, SystemClock>

/// How the services are reached, as the options and the environment say.
struct Session {
  /// The address of the tuning service, in place of that of the location.
  let endpoint: String?
  /// The address of Cloud Storage, in place of Google's.
  let storageEndpoint: String?

  /// Reads the addresses, and shows those that the environment gives: what is called is no secret.
  ///
  /// - Parameter storage: the option with the address of Cloud Storage.
  init(_ options: ConnectionOptions, storage: String? = nil, _ events: Events) throws(Stop) {
    endpoint = try Self.address(
      options.endpoint, "--endpoint",
      ["CLOUDSDK_API_ENDPOINT_OVERRIDES_AIPLATFORM", "GOOGLE_VERTEX_BASE_URL"], events)
    storageEndpoint = try Self.address(
      storage, "--storage-endpoint",
      ["CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE", "STORAGE_EMULATOR_HOST"], events)
  }

  private static func address(
    _ option: String?, _ name: String, _ variables: [String], _ events: Events
  ) throws(Stop) -> String? {
    var (text, origin) = (option, name)
    if text == nil {
      for variable in variables where !(SystemCalls.environment(variable) ?? "").isEmpty {
        (text, origin) = (SystemCalls.environment(variable), variable)
        break
      }
      if let text { events.say("\(origin) sets the address \(Redactor.shown(text))") }
    }
    guard let text else { return nil }
    let example =
      name == "--endpoint" ? "https://us-central1-aiplatform.googleapis.com" : ObjectStorage.usualEndpoint
    guard let address = ServiceAddress(text), !address.path.contains("?") else {
      throw .trouble("\(origin) is not an address such as \(example)")
    }
    // Link-local addresses are the metadata server's, which gets no token.
    guard address.isEncrypted || address.isLoopback else {
      throw .trouble("\(origin) has an address of http, which would show the token to others: write https")
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// The service of a project in a location.
  func service(_ project: ProjectReference, _ location: LocationName) -> TuningService {
    TuningService(project, location, address: endpoint)
  }

  /// The service that has a job.
  func service(of job: TuningJobName) -> TuningService { service(job.project, job.location) }
}
