import Submission
import Testing

@Suite struct HTTPResponseTests {
  @Test("the first header of a name counts")
  func headers() {
    let response = HTTPResponse(status: 200, headers: [("range", "bytes=0-1"), ("range", "bytes=0-2")])
    #expect(response.header("range") == "bytes=0-1")
    #expect(response.header("location") == nil)
  }
}
