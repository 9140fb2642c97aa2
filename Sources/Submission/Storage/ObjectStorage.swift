public import TuningJobs

/// Cloud Storage's JSON interface: the addresses of objects, and what it says of them.
public struct ObjectStorage: Sendable {
  /// The service of everyone.
  public static let usualEndpoint = "https://storage.googleapis.com"

  /// The address of the service, without a slash at its end.
  public let endpoint: String
  /// The project that pays for the calls, where the bucket's owner does not; nil for the owner's.
  public var userProject: String?
  /// The key of Cloud KMS with which new objects are encrypted; nil for the bucket's own.
  public var kmsKeyName: String?

  /// Takes an address; slashes at its end do not count.
  public init(endpoint: String = usualEndpoint) {
    var endpoint = endpoint[...]
    while endpoint.hasSuffix("/") { endpoint.removeLast() }
    self.endpoint = String(endpoint)
  }

  /// The address that gives an object's metadata.
  public func metadataAddress(of object: StorageURI) -> String {
    "\(endpoint)/storage/v1/b/\(PercentEncoding.of(object.bucket))/o/\(PercentEncoding.of(object.object))"
      + "?fields=\(PercentEncoding.of(ObjectMetadata.fields))" + payer
  }

  /// The address that starts a resumable upload.
  ///
  /// - Parameter generation: the generation that the new object replaces; 0 if there must be none.
  public func startAddress(of object: StorageURI, replacing generation: Int) -> String {
    "\(endpoint)/upload/storage/v1/b/\(PercentEncoding.of(object.bucket))/o?uploadType=resumable"
      + "&name=\(PercentEncoding.of(object.object))&ifGenerationMatch=\(generation)"
      + (kmsKeyName.map { "&kmsKeyName=\(PercentEncoding.of($0))" } ?? "") + payer
  }

  private var payer: String { userProject.map { "&userProject=\(PercentEncoding.of($0))" } ?? "" }

  /// Whether an address is one of this service. The address of an upload that is not would get the token and the data.
  func hasOrigin(of address: String) -> Bool {
    guard let address = ServiceAddress(address), let own = ServiceAddress(endpoint) else { return false }
    return address.hasOrigin(of: own)
  }

  /// What the service says of an object; nil if the bucket exists and the object is missing.
  public func metadata(
    of object: StorageURI, _ caller: inout some ServiceCaller, _ repetition: Repetition = .forMinutes
  ) throws(UploadFault) -> ObjectMetadata? {
    let response: HTTPResponse
    do throws(ServiceFailure) {
      response = try caller.call(HTTPRequest(.get, metadataAddress(of: object)), repetition)
    } catch {
      if case .refused(let refusal) = error, refusal.status == 404, !refusal.isAboutBucket { return nil }
      throw .of(error, object.description)
    }
    guard let metadata = ObjectMetadata(response.body) else {
      throw .unexpected(
        uri: object.description, problem: "what the service says of the object cannot be read")
    }
    return metadata
  }

  /// How an object has changed since it was compared with the dataset, one clause each; empty if it has not.
  ///
  /// - Parameter dataset: one whose generation is known.
  public func changes(
    of dataset: DatasetUpload, _ caller: inout some ServiceCaller, _ repetition: Repetition = .forMinutes
  ) throws(UploadFault) -> [String] {
    guard let metadata = try metadata(of: try Self.target(of: dataset), &caller, repetition) else {
      return ["it is gone"]
    }
    let problems = metadata.differences(from: dataset)
    if let generation = dataset.generation, metadata.generation != generation {
      return ["it was replaced: its generation is \(metadata.generation), not \(generation)"]
        + (problems.isEmpty ? ["its content is the same"] : problems)
    }
    return problems
  }

  /// Where a dataset goes.
  static func target(of dataset: DatasetUpload) throws(UploadFault) -> StorageURI {
    do {
      return try StorageURI(dataset.target)
    } catch {
      throw .unexpected(uri: dataset.target, problem: "it is not the URI of an object")
    }
  }
}

extension ServiceRefusal {
  /// Whether it is the bucket that is not there, by the words of the service: the code is that of a missing object.
  fileprivate var isAboutBucket: Bool { message.contains("bucket does not exist") }
}
