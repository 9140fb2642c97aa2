import TestSupport
import Testing

@testable import Submission

@Suite struct RedactorTests {
  @Test(
    "secrets are taken out",
    arguments: [
      ("token ya29.a0AfH6-_x.y, and", "token [secret], and"), ("ya29.", "[secret]"),
      ("Authorization: Bearer abcdefghijklmnop\r\nX: y", "Authorization: [secret] X: y"),
      ("bearer abcdefghijklmnop.", "bearer [secret]"),
      ("eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln!", "[secret]!"),
      ("https://h/o?a=b&upload_id=ABPtcPr-x&c=d", "https://h/o?a=b&upload_id=[secret]&c=d"),
      ("x-guploader-uploadid upload_id%3DABPt", "x-guploader-uploadid upload_id%3D[secret]"),
      ("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\nrest", "[secret] rest"),
      ("-----BEGIN RSA PRIVATE KEY-----\\nMIIE", "[secret]"),
      (#"{"access_token":"abc","expires_in":1}"#, #"{"access_token":"[secret]","expires_in":1}"#),
      (#"{\"refresh_token\": \"abc\", 1}"#, #"{\"refresh_token\": \"[secret]\", 1}"#),
      ("client_secret=abc&x", "client_secret=[secret]&x"), ("GOCSPX-abcdefghi", "[secret]"),
      ("1//0abcdefghijklmnopqr", "[secret]"), ("http://user:word@proxy:80/", "http://[secret]@proxy:80/"),
      ("subject_token=a.b", "subject_token=[secret]"),
      (#""private_key": "-----BEGIN"#, #""private_key": "[secret]"#),
    ])
  func secrets(text: String, shown: String) {
    #expect(Redactor.shown(text) == shown)
  }

  @Test(
    "everything else stays",
    arguments: [
      "Missing required parameter: refresh_token", "assertion: it is malformed", "Bearer realm=x",
      "https://a.example/b@c", "gs://bucket/a.jsonl", "the access_token is old",
      "a@b.iam.gserviceaccount.com",
      "projects/1//operations", "", "eyJ", "upload_id",
    ])
  func others(text: String) {
    #expect(Redactor.shown(text) == text)
  }

  @Test("a secret that is known is taken out, whatever it looks like")
  func known() {
    #expect(Redactor.shown("a opaque-token b", secrets: ["opaque-token"]) == "a [secret] b")
  }

  @Test("a long text loses its secrets alone, unless it is to be short")
  func length() {
    let text = String(repeating: "abc ", count: 50_000)
    #expect(Redactor.redacted(text + "ya29.PLANTED") == text + "[secret]")
    #expect(Redactor.shown(text).utf8.count <= 4096 + 3)
  }

  @Test("no bytes trap, and a planted token never stays")
  func any() {
    var generator = SplitMix64(seed: 14)
    let pieces = [
      "\"", "\\", "=", ":", " ", "&", "://", "@", "-----BEGIN", "-----END", "-----", "upload_id",
      "private_key", "eyJ",
      "Bearer ", "%3D", "ä", "\n", "authorization",
    ]
    for _ in 0..<3000 {
      let text = (0..<12).map { _ in generator.pick(pieces) }
      let planted = text[..<6].joined() + " ya29.PLANTED " + text[6...].joined()
      #expect(!Redactor.shown(planted).contains("PLANTED"), "\(planted)")
    }
  }
}
