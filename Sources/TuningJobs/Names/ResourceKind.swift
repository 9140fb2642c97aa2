/// The kind of name that a text probably is, for messages about a name of the wrong kind.
///
/// Goes by the shape alone: the pieces may be faulty.
public enum ResourceKind: Hashable, Sendable, CaseIterable {
  /// `…/models/…`: a model of the registry, with its project or without.
  case model
  /// `…/endpoints/…`.
  case endpoint
  /// `…/tuningJobs/…`.
  case tuningJob
  /// `publishers/…/models/…`, with its project or without: a model that is not a tuned one.
  case publisherModel
  /// `…/datasets/…`.
  case dataset
  /// `…/cachedContents/…`.
  case cachedContent
  /// `…/cryptoKeys/…`: a key of Cloud KMS.
  case encryptionKey
  /// `…/serviceAccounts/…`, or an address with `@` that ends in `.gserviceaccount.com`.
  case serviceAccount
  /// `https://…`: an address of the API or of a page.
  case url
  /// `//aiplatform.googleapis.com/…`: the name with its service before it.
  case fullResourceName
  /// `gs://…`: an object of Cloud Storage.
  case storageURI
  /// `1234567890` or `1234567890@1`: the id of a model of the registry alone.
  case bareModelID
  /// `gemini-2.5-flash`: the id of a base model.
  case baseModelID
  /// Anything else.
  case other

  /// The kind as a noun with its article.
  var inWords: String {
    switch self {
    case .model, .bareModelID: "a tuned model"
    case .endpoint: "an endpoint"
    case .tuningJob: "a tuning job"
    case .publisherModel, .baseModelID: "a base model"
    case .dataset: "a dataset"
    case .cachedContent: "a cached content"
    case .encryptionKey: "an encryption key"
    case .serviceAccount: "a service account"
    case .url: "an address"
    case .fullResourceName: "a resource with its service"
    case .storageURI: "an object in Cloud Storage"
    case .other: "something else"
    }
  }

  /// What a text is.
  ///
  /// - Complexity: linear in the text's length.
  public static func of(_ text: String) -> ResourceKind {
    let pieces = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 7, omittingEmptySubsequences: false)
    guard let first = pieces.first, pieces.count > 1 else { return ofBareID(text) }
    if first.last == UInt8(ascii: ":"), pieces[1].isEmpty {
      return has(first, "gs:") ? .storageURI : .url
    }
    if first.isEmpty, pieces[1].isEmpty, pieces.count > 2 { return .fullResourceName }
    // After a project and perhaps a location, the next word is the collection.
    var words = pieces[...]
    for parent in ["projects", "locations"]
    where words.count > 2 && words.first.map({ has($0, parent) }) == true {
      words = words.dropFirst(2)
    }
    return words.first.map(ofCollection) ?? .other
  }

  private static func ofCollection(_ word: Substring.UTF8View) -> ResourceKind {
    if has(word, "models") { return .model }
    if has(word, "endpoints") { return .endpoint }
    if has(word, "tuningJobs") { return .tuningJob }
    if has(word, "publishers") { return .publisherModel }
    if has(word, "datasets") { return .dataset }
    if has(word, "cachedContents") { return .cachedContent }
    if has(word, "keyRings") { return .encryptionKey }
    return has(word, "serviceAccounts") ? .serviceAccount : .other
  }

  private static func ofBareID(_ text: String) -> ResourceKind {
    let bytes = text.utf8
    if has(bytes.prefix(7), "gemini-") { return .baseModelID }
    if bytes.reversed().starts(with: ".gserviceaccount.com".utf8.reversed()) { return .serviceAccount }
    let id = bytes.prefix { $0 != UInt8(ascii: "@") }
    return !id.isEmpty && id.allSatisfy(NameCharacters.digits.contains) ? .bareModelID : .other
  }

  /// Whether a word is the one named, in upper or lower case.
  private static func has(_ word: Substring.UTF8View, _ name: String) -> Bool {
    word.lazy.map(lowered).elementsEqual(name.utf8.lazy.map(lowered))
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    NameCharacters.upperCase.contains(byte) ? byte | 0x20 : byte
  }
}
