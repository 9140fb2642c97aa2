extension Source {
  /// The address at which the page, the standard or the package can be read; nil for a source without one.
  public var address: String? {
    if page.hasPrefix("RFC ") { return addressOfRFC }
    if let path = page.after("protocolbuffers/protobuf ") {
      // A second source may follow.
      let file = path.prefix { $0 != ";" }
      return "https://github.com/protocolbuffers/protobuf/blob/main/\(file)"
    }
    if let number = page.after("GoogleCloudPlatform/generative-ai issue ") {
      return "https://github.com/GoogleCloudPlatform/generative-ai/issues/\(number)"
    }
    for (beginning, address) in Self.addresses where page.hasPrefix(beginning) { return address }
    return Self.documentation.contains { page.hasPrefix($0) } ? Self.documentationAddress + page : nil
  }

  /// How the pages of the service's documentation begin.
  private static let documentation = ["models/", "model-registry/", "reference/"]
  private static let documentationAddress = "https://docs.cloud.google.com/gemini-enterprise-agent-platform/"

  /// The addresses of other sources, by their beginnings.
  private static let addresses = [
    (
      "GoogleCloudPlatform/generative-ai gemini/tuning/",
      "https://github.com/GoogleCloudPlatform/generative-ai/tree/main/gemini/tuning"
    ),
    ("iam/", "https://docs.cloud.google.com/iam/docs/service-accounts-create"),
    ("google.protobuf.json_format", "https://pypi.org/project/protobuf/"),
    ("google-genai 3.4.0", "https://pypi.org/project/google-genai/3.4.0/"),
    ("google.genai.local_tokenizer", "https://pypi.org/project/google-genai/"),
    (
      "aiplatform v1beta1 discovery document",
      "https://aiplatform.googleapis.com/$discovery/rest?version=v1beta1"
    ),
    (
      "googleapis/python-aiplatform issue 6127", "https://github.com/googleapis/python-aiplatform/issues/6127"
    ),
    ("google-gemini/gemini-cli issue 4217", "https://github.com/google-gemini/gemini-cli/issues/4217"),
    ("jsonlines.org", "https://jsonlines.org/"),
    ("git-lfs/git-lfs", "https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md"),
    ("The Unicode Standard", "https://www.unicode.org/versions/latest/"),
    ("Python str.splitlines", "https://docs.python.org/3/library/stdtypes.html#str.splitlines"),
  ]

  /// `RFC 8259 section 6`.
  private var addressOfRFC: String? {
    let words = page.split(separator: " ")
    guard words.count > 1 else { return nil }
    let section = words.count > 3 && words[2] == "section" ? "#section-\(words[3])" : ""
    return "https://www.rfc-editor.org/rfc/rfc\(words[1])\(section)"
  }
}

extension String {
  /// What comes after a beginning; nil without it.
  fileprivate func after(_ beginning: String) -> Substring? {
    hasPrefix(beginning) ? dropFirst(beginning.count) : nil
  }
}
