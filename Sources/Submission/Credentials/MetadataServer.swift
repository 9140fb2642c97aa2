import Documents

/// What tells a virtual machine of Google's about itself, its service account's tokens among it.
struct MetadataServer: Sendable {
  /// What to do if it gives no token, or one that is refused.
  static let remedy = "check which service account the machine has, and that its scope is cloud-platform"

  /// Where it is, such as `http://metadata.google.internal`.
  private let address: String

  /// Finds the server; nil if this is not a machine of Google's.
  ///
  /// `GCE_METADATA_HOST` names the server, or `NO_GCE_CHECK` says that there is none. Otherwise the name of the machine's
  /// product counts, or whether the server answers at its address within three seconds.
  static func find<Transport, Clock>(
    _ settings: CredentialSettings, _ link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> MetadataServer? {
    if let host = settings.variable("GCE_METADATA_HOST") {
      let address = "http://\(host)"
      guard let known = ServiceAddress(address), known.isTrustworthy, known.path.isEmpty else {
        throw .refused(
          "the host that GCE_METADATA_HOST names is not a metadata server's",
          remedy: "unset it, or name metadata.google.internal, 169.254.169.254 or this machine")
      }
      return MetadataServer(address: address)
    }
    if settings.variable("NO_GCE_CHECK")?.lowercased() == "true" { return nil }
    let usual = MetadataServer(address: "http://metadata.google.internal")
    let product = (try? CredentialFile.bytes(settings.productFile)) ?? []
    if product.starts(with: "Google".utf8) { return usual }
    let host = settings.variable("GCE_METADATA_IP") ?? "169.254.169.254"
    var ping = HTTPRequest(.get, "http://\(host)/")
    ping.headers = [("Metadata-Flavor", "Google")]
    ping.deadlineInSeconds = 3
    do throws(TransportFailure) {
      return isGoogles(try link.transport.send(ping)) ? usual : nil
    } catch {
      if error.kind == .interrupted { throw .unreached(error) }
      return nil
    }
  }

  /// A token of the machine's service account now.
  func token<Transport, Clock>(
    _ scope: String, over link: inout ServiceLink<Transport, Clock>
  ) throws(TokenFault) -> AccessToken {
    let scopes = String(decoding: FormText.escaped(scope), as: UTF8.self)
    var request = HTTPRequest(
      .get, address + "/computeMetadata/v1/instance/service-accounts/default/token?scopes=" + scopes)
    request.headers = [("Metadata-Flavor", "Google")]
    request.deadlineInSeconds = 10
    let response = try TokenEndpoint.answer(to: request, over: &link)
    guard Self.isGoogles(response) else {
      throw .refused("what answers there is not a metadata server of Google's")
    }
    return try TokenEndpoint.token(response, "access_token") { TokenEndpoint.lifetime($0["expires_in"]) }
  }

  private static func isGoogles(_ response: HTTPResponse) -> Bool {
    response.header("metadata-flavor") == "Google"
  }
}
