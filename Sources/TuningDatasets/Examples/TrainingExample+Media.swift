import JSONLines

extension TrainingExample {
  /// An image, a piece of audio, a video or a document: `fileData` or `inlineData`.
  struct Media {
    /// How the data are given.
    enum Kind: UInt8 {
      /// By a URI.
      case file
      /// In the line, as base64.
      case inline

      /// The field that has such data.
      var name: StaticString { self == .file ? "fileData" : "inlineData" }
      /// Its field that has the URI, or the data.
      var contentName: StaticString { self == .file ? "fileUri" : "data" }
    }

    let kind: Kind
    /// Whether the data are base64 as encoders write it: it is judged already.
    var isPlainBase64 = false
    private let partIndex: Int32
    /// The object.
    var object = Place.absent
    var mimeType = Place.absent
    /// The URI or the data, as strings.
    var content = Place.absent
    var displayName = Place.absent
    /// The part's `videoMetadata`, an object.
    var videoMetadata = Place.absent
    /// The part's `mediaResolution`, an object.
    var mediaResolution = Place.absent

    /// - Parameter part: the index of the part, or of the function response's, if the response contains it.
    init(_ kind: Kind, part: Int) {
      self.kind = kind
      partIndex = Int32(inLine: part)
    }

    /// The index of the part that contains it, itself or in a function response.
    var part: Int { Int(partIndex) }

    /// Whether nothing is known of it.
    var isEmpty: Bool { mimeType.isUnknown && content.isUnknown && displayName.isUnknown }
  }
}
