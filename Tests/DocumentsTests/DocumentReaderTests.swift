import Documents
import Testing

@Suite struct DocumentReaderTests {
  @Test(
    "what is not JSON is refused where it is not",
    arguments: [
      ("", 0, "", "the file is empty"), (" \n", 0, "", "the file is empty"),
      ("[1,\n 2", 6, "", "the file ends inside"),
      ("{\"a\": tr", 8, "", "the file ends inside"),
      ("{\"a\":\n[1,]}", 8, "/a/0", "not JSON: nothing follows the comma"),
      ("[\"a\nb\"]", 3, "/0", "not JSON: a control character in a string must be escaped"),
      ("{\"a\":{\"b\":1,\n\"b\":2}}", 13, "/a/b", "the field 'b' occurs a second time"),
      ("{} {}", 3, "", "not JSON: a second value follows the first"),
      ("// no\n{}", 0, "", "not JSON: comments are not allowed"),
      ("\u{FEFF}{}", 0, "", "not JSON: found a byte order mark"),
      ("{\"a\" 1}", 5, "/a", "not JSON: expected a colon, found '1'"),
      ("[é]", 1, "/0", "not JSON: expected a value or ']', found 'é'"),
    ])
  func notJSON(text: String, offset: Int, pointer: String, problem: String) {
    let fault = #expect(throws: DocumentFault.self) { try DocumentReader(Array(text.utf8), atMost: 100) }
    let found = fault?.problem.description ?? ""
    #expect(found.hasPrefix(problem), "\(found)")
    #expect(fault?.range.lowerBound == offset)
    if !problem.contains("ends inside") { #expect(fault?.pointer == pointer) }
  }

  @Test("a document that is too long is not read")
  func size() {
    let fault = #expect(throws: DocumentFault.self) { try DocumentReader(Array("[1, 2]".utf8), atMost: 5) }
    #expect(fault?.description == "1:1: the file is longer than the limit of 5 bytes")
  }

  @Test(
    "a fault is one line, whatever its field and the value are",
    arguments: [
      ("{\"a\\nb\": [1,]}", "(at /a\\u000ab/0)"), ("{\"a\\u2028b\": [1,]}", "(at /a\\u2028b/0)"),
      ("{\"a\\u0085\": 1, \"a\\u0085\": 2}", "(at /a\\u0085)"),
    ])
  func oneLine(text: String, end: String) {
    let fault = #expect(throws: DocumentFault.self) { try DocumentReader(Array(text.utf8), atMost: 100) }
    let description = fault?.description ?? ""
    #expect(description.hasSuffix(end), "\(description)")
    #expect(!description.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  private struct Tool {
    var name: String?
    var version = ""
    var fullName: String?
    var isFast = false
  }

  private static let fields = DocumentFields<Tool>([
    .value("name", to: \.name) { (text) throws(DocumentFault) in try text.string() },
    .value("version", .required, to: \.version) { (text) throws(DocumentFault) in try text.string() },
    .object(
      "nested",
      fields: [
        .value("fullName", to: \.fullName) { (text) throws(DocumentFault) in try text.string() },
        .value("isFast", to: \.isFast) { (value) throws(DocumentFault) in try value.bool() },
      ]),
    DocumentField(FieldDescription("state", .outputOnly)) { (_, _, _) in },
  ])

  @Test("each field sets what its description says")
  func setters() throws {
    var tool = Tool()
    let text = #"{"version": "1", "nested": {"isFast": true, "fullName": "b"}, "name": "a"}"#
    try DocumentReader(Array(text.utf8), atMost: 100).read(Self.fields, into: &tool)
    #expect(tool.name == "a" && tool.version == "1" && tool.fullName == "b" && tool.isFast)
  }

  @Test(
    "the first fault ends the reading",
    arguments: [
      ("[]", "1:1: expected an object, found an array"),
      ("{}", "1:1: the field 'version' is missing; read the manual"),
      ("{\n \"verson\": 1}", "2:2: unknown field 'verson', did you mean 'version'? (at /verson)"),
      (#"{"version": 1, "x": 2}"#, "1:13: expected a string, found a number (at /version)"),
      (#"{"nested": {"isFast": 0}}"#, "1:23: expected true or false, found a number (at /nested/isFast)"),
      (#"{"nested": {"full_name": ""}}"#, "1:13: unknown field 'full_name', did you mean 'fullName'?"),
      (#"{"name": null}"#, "1:10: expected a string, found null (at /name)"),
      (#"{"state": 1}"#, "1:2: the service sets the field 'state' (at /state)"),
    ])
  func first(text: String, description: String) {
    var tool = Tool()
    let fault = #expect(throws: DocumentFault.self) {
      try DocumentReader(Array(text.utf8), atMost: 100, advice: "read the manual").read(
        Self.fields, into: &tool)
    }
    let found = fault?.description ?? ""
    #expect(found.hasPrefix(description) && found.hasSuffix("; read the manual"), "\(found)")
  }

  @Test("all faults are kept, and the rest is read")
  func all() throws {
    var tool = Tool()
    let text = #"""
      {"x": 1, "name": 2, "nested": {"full_name": "b", "fullName": "c", "isFast": null, "y": 3}, "state": 4}
      """#
    let reader = try DocumentReader(Array(text.utf8), atMost: 200, [.snakeCase, .nulls])
    let faults = reader.readAll(Self.fields, into: &tool)
    #expect(
      faults.map(\.problem) == [
        .unknownField("x", known: ["name", "version", "nested", "state"]),
        .wrongType(expected: "a string", found: "a number"), .repeatedField("full_name", "fullName"),
        .unknownField("y", known: ["fullName", "isFast"]), .outputOnlyField("state"),
        .missingField("version"),
      ])
    #expect(faults.map(\.field) == ["", "name", "fullName", "nested", "state", ""])
    #expect(tool.fullName == "b" && tool.name == nil)
  }

  @Test("fields that are not known can be passed over")
  func lenient() throws {
    var tool = Tool()
    let text = #"{"x": 1, "version": "1", "nested": {"y": [2]}, "name": null}"#
    try DocumentReader(Array(text.utf8), atMost: 100, [.nulls, .unknownFields]).read(Self.fields, into: &tool)
    #expect(tool.version == "1" && tool.name == nil)
  }

  @Test("the version comes before everything else")
  func version() throws {
    let reader = try DocumentReader(Array(#"{"x": 1, "schemaVersion": 2}"#.utf8), atMost: 100)
    try reader.checkVersion(2)
    let fault = #expect(throws: DocumentFault.self) { try reader.checkVersion(1) }
    #expect(fault?.description.contains("2 is not supported; this program reads version 1") == true)
  }
}
