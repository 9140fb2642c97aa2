public import Documents

/// What is known of a tuned model from its own description: the REST API's `Model` or `TuningJob`, as `gcloud ai models
/// describe --format=json`, the REST API itself or `model_dump_json()` of the Gen AI SDK write it.
///
/// No form tells everything: what one does not tell is nil, which never means "no".
///
/// Sources: aiplatform v1 `Model` and `TuningJob`, google-genai 3.4.0, as of 2026-11-22.
public struct ModelDescription: Sendable {
  /// A checkpoint of the model.
  public struct Checkpoint: Sendable, Equatable {
    /// Its id.
    public let id: String
    /// The epoch after which it was saved, from 1.
    public let epoch: Int?
    /// The training step after which it was saved.
    public let step: Int?
  }

  /// When the model was tuned, as well as the description tells.
  public enum TuningTime: Sendable, Equatable {
    /// When this version came to be, or its tuning job ended.
    case exact(Timestamp)
    /// When the model's first version came to be, or the tuning job was created: the tuning ended then or later.
    case notBefore(Timestamp)
  }

  /// How the model was tuned.
  public enum Method: Sendable, Equatable {
    case supervised
    /// Another method, as the description names it.
    case other(String)
  }

  /// The key that encrypts the model.
  public enum EncryptionKey: Sendable, Equatable {
    /// The description has no place for a key.
    case notTold
    /// The model has none.
    case none
    /// The resource name of the key.
    case named(String)
  }

  /// The longest description in bytes. A longer one is refused.
  public static let maximumFileBytes = 1 << 20

  /// The model, without its version.
  public internal(set) var name: ModelName
  /// The number of the version that is described.
  public internal(set) var versionID: String?
  /// The aliases of that version, such as `default`.
  public internal(set) var versionAliases: [String]?
  /// The name that the model shows.
  public internal(set) var displayName: String?
  /// The checkpoint that is used where none is named.
  public internal(set) var defaultCheckpointID: String?
  /// The checkpoints; nil if none are listed.
  public internal(set) var checkpoints: [Checkpoint]?
  /// When it was tuned.
  public internal(set) var tuned: TuningTime?
  /// The id of the base model, such as `gemini-2.5-flash`.
  public internal(set) var baseModelID: String?
  /// How it was tuned.
  public internal(set) var method: Method?
  /// The key of the model and of its tuning job.
  public internal(set) var encryptionKey = EncryptionKey.notTold
  /// Whether the model is known to be a copy of another one.
  public internal(set) var isCopied = false
  /// The size of the adapter that its tuning job trained.
  public internal(set) var adapterSize: AdapterSize?

  /// SHA-256 of the description's file, in hexadecimal.
  public private(set) var sha256 = ""

  init(name: ModelName) { self.name = name }

  /// Reads a description.
  ///
  /// - Parameter json: at most `maximumFileBytes`, one JSON object; fields that are not known are ignored.
  /// - Throws: the first thing that is wrong with it.
  /// - Complexity: linear in the length.
  public init(_ json: [UInt8]) throws(DocumentFault) {
    self = try ModelDescriptionReader(json).description()
    sha256 = Hexadecimal.sha256(of: json)
  }

  /// The id by which jobs name a base model, out of what descriptions have in its place: a label, which cannot contain dots
  /// and spells `gemini-2_5-flash`, or a resource name.
  static func baseModelID(from text: String) -> String? {
    let last = text.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? ""
    let id = last.prefix { $0 != "@" }
    return id.isEmpty ? nil : String(id.map { $0 == "_" ? "." : $0 })
  }
}

extension ModelDescription.TuningTime {
  /// The instant.
  public var timestamp: Timestamp {
    switch self {
    case .exact(let time), .notBefore(let time): time
    }
  }
}
