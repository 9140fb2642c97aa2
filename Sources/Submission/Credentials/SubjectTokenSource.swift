import Documents

/// Where the token lies with which another provider proves an identity.
struct SubjectTokenSource: Sendable {
  private enum Place {
    case file(String)
    case address(String, headers: [(name: String, value: String)])
  }

  private let place: Place
  /// The field of an object in JSON that has the token; nil if the token is all there is.
  private let field: String?

  init(_ object: CredentialObject) throws(TokenFault) {
    if let format = try object.object("format"), try format.optionalText("type") == "json" {
      field = try format.text("subject_token_field_name")
    } else {
      field = nil
    }
    if let path = try object.optionalText("file") {
      place = .file(path)
    } else if try object.optionalText("environment_id") == nil,
      let url = try object.address("url", of: .subject)
    {
      let headers = try object.object("headers")?.fields() ?? []
      place = .address(url, headers: headers)
    } else {
      throw object.fault(
        "file", "is missing, and so is 'url'",
        remedy:
          "tunekit reads subject tokens from a file or an address; for those of a program, of AWS or of a "
          + "certificate give a token with --access-token-file")
    }
  }

  /// The subject token now.
  func subjectToken<Transport, Clock>(
    over link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> String {
    let bytes: [UInt8]
    switch place {
    case .file(let path): bytes = try CredentialFile.bytes(path)
    case .address(let url, let headers):
      var request = HTTPRequest(.get, url)
      request.headers = headers
      bytes = try TokenEndpoint.answer(to: request, over: &link).body
    }
    guard let field else { return try Self.text(String(decoding: bytes, as: UTF8.self)) }
    guard let token = (try? DocumentValue(parsing: bytes))?[field]?.string else {
      throw .refused("what has the subject token is not an object with the field '\(Redactor.shown(field))'")
    }
    return try Self.text(token)
  }

  private static func text(_ text: String) throws(TokenFault) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.value <= 0x20 }
    let scalars = text.unicodeScalars.drop(while: isBlank)
    guard let end = scalars.lastIndex(where: { !isBlank($0) }) else {
      throw .refused("the subject token is empty")
    }
    return String(scalars[...end])
  }
}
