extension TuningRequest {
  /// The two headers that a request needs, without the token.
  private static let contentType = "Content-Type: application/json; charset=utf-8"

  /// The request as HTTP has it: a line with method and address, two headers, an empty line and the body. In the place of
  /// the access token is `ACCESS_TOKEN`.
  public var rest: String {
    """
    \(method) \(url)
    Authorization: Bearer ACCESS_TOKEN
    \(Self.contentType)

    \(body)
    """
  }

  /// A command for a POSIX shell that sends the request with curl, as the user that the gcloud command line is logged in as.
  ///
  /// The shell takes nothing in the body for its own. No line of it ends the text too early: each begins with a bracket, a
  /// quote or a space. The address is made of names, which have no characters that a shell would see.
  public var curl: String {
    """
    curl --fail-with-body --request \(method) \\
      --header "Authorization: Bearer $(gcloud auth print-access-token)" \\
      --header "\(Self.contentType)" \\
      --data-binary @- \\
      "\(url)" << 'EOF'
    \(body)EOF

    """
  }
}
