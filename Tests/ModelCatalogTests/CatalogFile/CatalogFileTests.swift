import Documents
import Testing

@testable import ModelCatalog

struct CatalogFileTests {
  @Test func readsWhatItWrites() throws {
    let bytes = ModelCatalog.builtIn.catalogJSON()
    #expect(try ModelCatalog(parsing: bytes) == .builtIn)
    #expect(bytes == ModelCatalog.builtIn.catalogJSON())
    #expect(bytes.last == 0x0A)
    #expect(bytes.count < ModelCatalog.maxFileBytes)
  }

  @Test func spaceAndOrderDoNotMatter() throws {
    let edited = try EditedCatalog(
      replacing: "\"schemaVersion\": 1,\n  \"asOf\": \"2026-11-22\",",
      with: "\"asOf\"\r\n:\t\"2026-11-22\"   ,\"\\u0073chemaVersion\":1,")
    #expect(try edited.catalog() == .builtIn)
  }

  @Test func everyValueIsTakenFromTheFile() throws {
    let edited = try EditedCatalog(
      after: "\"id\": \"gemini-2.5-pro\"", replacing: "[1, 2, 4, 8]", with: "[1, 2, 4, 8, 16, 32]")
    let catalog = try edited.catalog()
    #expect(catalog != .builtIn)
    #expect(catalog.model(id: "gemini-2.5-pro")?.adapterSizes.value == [1, 2, 4, 8, 16, 32])
  }

  @Test func aFileThatIsTooLongIsNotRead() {
    let bytes = [UInt8](repeating: 0x20, count: ModelCatalog.maxFileBytes + 1)
    let error = #expect(throws: DocumentFault.self) { try ModelCatalog(parsing: bytes) }
    #expect(error?.problem == .tooLarge(ModelCatalog.maxFileBytes))
    #expect(error?.description == "1:1: the file is longer than the limit of 1048576 bytes")
  }

  @Test(arguments: [
    ("", "1:1: the file is empty"),
    ("[]", "1:1: expected an object, found an array"),
    ("{}", "1:1: the field 'schemaVersion' is missing"),
    ("{\"schemaVersion\":1}", "1:1: the field 'asOf' is missing"),
    (
      "{\n \"x\": 1, \"schemaVersion\": 2}",
      "2:27: schema version 2 is not supported; this program reads version 1 (at /schemaVersion)"
    ),
    ("{\"schemaVersion\":\"1\"}", "1:18: expected a number, found a string (at /schemaVersion)"),
    (
      "{\"é\": 0,\n \"a/~b\": 1}", "1:2: unknown field 'é' (at /é)"
    ),
    ("{\n \"a/~b\": 1}", "2:2: unknown field 'a/~b' (at /a~1~0b)"),
    ("{\"e\u{301}\":\"🙂\",,}", "1:11: not JSON: expected a key in double quotes, found ','"),
  ])
  func saysWhereASmallFileIsWrong(_ text: String, _ description: String) {
    let error = #expect(throws: DocumentFault.self) { try ModelCatalog(parsing: Array(text.utf8)) }
    #expect(error?.description == description)
  }

  /// One edit of the built-in catalogue's file, and what must be said about it.
  struct Mistake: CustomTestStringConvertible {
    var after = ""
    let replacing: String
    let with: String
    let problem: String
    let pointer: String
    var testDescription: String { problem }
  }

  @Test(arguments: structuralMistakes + mistakesOfFacts + mistakesOfValues)
  func saysWhereACatalogIsWrong(_ mistake: Mistake) throws {
    let edited = try EditedCatalog(after: mistake.after, replacing: mistake.replacing, with: mistake.with)
    let error = #expect(throws: DocumentFault.self) { try ModelCatalog(parsing: edited.bytes) }
    #expect(error?.problem.description.hasPrefix(mistake.problem) == true, "\(error?.description ?? "")")
    #expect(error?.pointer == mistake.pointer)
    #expect(error?.line == edited.line)
    #expect(error?.column == edited.column)
  }

  static let structuralMistakes = [
    Mistake(
      replacing: "\"asOf\"", with: "↓\"asof\"", problem: "unknown field \'asof\'",
      pointer: "/asof"),
    Mistake(
      after: "\"id\": \"gemini-2.5-pro\",", replacing: "\"family\"", with: "↓\"lineage\"",
      problem: "unknown field \'lineage\'", pointer: "/models/3/lineage"),
    Mistake(
      after: "\"id\": \"gemini-2.5-pro\",", replacing: "\"family\": \"pro\",", with: "↓\"id\": \"x\",",
      problem: "the field \'id\' occurs a second time", pointer: "/models/3/id"),
    Mistake(
      replacing: "{\n      \"id\": \"gemini-2.5-pro\",\n      \"displayName\": \"Gemini 2.5 Pro\",",
      with: "↓{\n      \"id\": \"gemini-2.5-pro\",", problem: "the field \'displayName\' is missing",
      pointer: "/models/3"),
    Mistake(
      after: "\"limits\": ", replacing: "{\"value\": 131072, ", with: "↓{",
      problem: "the field \'value\' is missing", pointer: "/models/0/limits/maxTokensPerExample"),
    Mistake(
      after: "\"maxTokensPerExample\": {\"value\": ", replacing: "131072", with: "↓\"131072\"",
      problem: "expected a number, found a string",
      pointer: "/models/0/limits/maxTokensPerExample/value"),
    Mistake(
      after: "\"maxTokensPerExample\": {\"value\": ", replacing: "131072", with: "↓null",
      problem: "expected a number, found null",
      pointer: "/models/0/limits/maxTokensPerExample/value"),
    Mistake(
      after: "\"maxTextExamples\": {\"value\": ", replacing: "10000000", with: "↓true",
      problem: "expected a number, found a Boolean",
      pointer: "/models/0/limits/maxTextExamples/value"),
    Mistake(
      after: "\"isTunable\": {\"value\": ", replacing: "true", with: "↓1",
      problem: "expected true or false, found a number",
      pointer: "/models/0/isTunable/value"),
    Mistake(
      after: "\"adapterSizes\": {\"value\": [1, ", replacing: "2", with: "↓[]",
      problem: "expected a number, found an array",
      pointer: "/models/0/adapterSizes/value/1"),
    Mistake(
      after: "\"retirement\": {\"value\": ", replacing: "{\"date\": \"2027-05-19\", \"isEarliest\": true}",
      with: "↓\"2027-05-19\"", problem: "expected an object, found a string",
      pointer: "/models/0/retirement/value"),
    Mistake(
      after: "\"sources\": ", replacing: "[\n", with: "[], ↓\"x\": [",
      problem: "unknown field \'x\'", pointer: "/x"),
    Mistake(
      after: "\"family\": ", replacing: "\"flash\"", with: "↓null",
      problem: "expected a string, found null", pointer: "/models/0/family"),
  ]

  static let mistakesOfFacts = [
    Mistake(
      after: "\"maxTokensPerExample\": {\"value\": 131072, \"source\": ",
      replacing: "\"DOC:models/tuning/supervised-tuning\"", with: "↓\"DOCS:models\"",
      problem: "no source has the key of 'DOCS:models'",
      pointer: "/models/0/limits/maxTokensPerExample/source"),
    Mistake(
      after: "\"maxTokensPerExample\": {\"value\": 131072, \"source\": ",
      replacing: "\"DOC:models/tuning/supervised-tuning\"", with: "↓\"DOC:\"",
      problem: "no source has the key of 'DOC:'",
      pointer: "/models/0/limits/maxTokensPerExample/source"),
    Mistake(
      after: "\"launchStage\": ", replacing: "\"2026-08-22\"", with: "↓\"2026-11-23\"",
      problem: "the date is after that of the catalogue", pointer: "/models/0/launchStage/asOf"
    ),
    Mistake(
      after: "\"launchStage\": ", replacing: "\"2026-08-22\"", with: "↓\"2026-02-30\"",
      problem: "'2026-02-30' is not a day, which is written like '2026-11-22'",
      pointer: "/models/0/launchStage/asOf"),
    Mistake(
      after: "\"isTunable\": ", replacing: "\"documented\"", with: "↓\"conflicting\"",
      problem: "a conflicting fact needs a 'conflict'",
      pointer: "/models/0/isTunable/confidence"),
    Mistake(
      after: "\"isTunable\": ", replacing: "\"documented\"", with: "↓\"observed\", \"conflict\": \"x\"",
      problem: "only a conflicting fact has a 'conflict'",
      pointer: "/models/0/isTunable/confidence"),
    Mistake(
      after: "\"isTunable\": ", replacing: "\"documented\"", with: "↓\"guess\"",
      problem: "a guess needs a 'note'", pointer: "/models/0/isTunable/confidence"),
    Mistake(
      after: "\"isTunable\": ", replacing: "\"documented\"", with: "↓\"certain\"",
      problem:
        "'certain' is not one of 'documented', 'observed', 'reported', 'conflicting', 'guess'",
      pointer: "/models/0/isTunable/confidence"),
  ]

  static let mistakesOfValues = [
    Mistake(
      after: "\"maxTokensPerExample\": {\"value\": ", replacing: "131072", with: "↓131072.0",
      problem: "expected a whole number from 0 on, found 131072.0",
      pointer: "/models/0/limits/maxTokensPerExample/value"),
    Mistake(
      after: "\"maxTokensPerExample\": {\"value\": ", replacing: "131072", with: "↓-1",
      problem: "expected a whole number from 0 on, found -1",
      pointer: "/models/0/limits/maxTokensPerExample/value"),
    Mistake(
      after: "\"maxTokensPerExample\": {\"value\": ", replacing: "131072", with: "↓99999999999999999999",
      problem: "expected a whole number from 0 on, found 99999999999999999999",
      pointer: "/models/0/limits/maxTokensPerExample/value"),
    Mistake(
      after: "\"adapterSizes\": {\"value\": ", replacing: "[1, 2, 4, 8, 16]", with: "↓[1, 2, 2, 4]",
      problem: "adapter sizes are positive and ascend", pointer: "/models/0/adapterSizes/value"
    ),
    Mistake(
      after: "\"adapterSizes\": {\"value\": ", replacing: "[1, 2, 4, 8, 16]", with: "↓[]",
      problem: "adapter sizes are positive and ascend", pointer: "/models/0/adapterSizes/value"
    ),
    Mistake(
      after: "\"controlTokens\": {\"value\": [", replacing: "\"<|turn>\"", with: "↓\"turn\"",
      problem: "a control token begins with '<' and is at least 3 bytes long",
      pointer: "/models/0/controlTokens/value/0"),
    Mistake(
      after: "\"tuning\": {\"value\": [", replacing: "\"application/pdf\"", with: "↓\"pdf\"",
      problem: "a type is written like 'image/png', in lower case",
      pointer: "/models/0/mimeTypes/tuning/value/0"),
    Mistake(
      after: "\"serving\": {\"value\": [\"application/pdf\", ", replacing: "\"text/plain\"",
      with: "↓\"Text/plain\"", problem: "a type is written like 'image/png', in lower case",
      pointer: "/models/0/mimeTypes/serving/value/1"),
    Mistake(
      after: "\"generation\": ", replacing: "\"3.5\"", with: "↓\"3\"",
      problem: "a generation is written like '2.5'", pointer: "/models/0/generation"),
    Mistake(
      after: "\"id\": ", replacing: "\"gemini-3.5-flash\"", with: "↓\"\"",
      problem: "an id is not empty", pointer: "/models/0/id"),
    Mistake(
      replacing: "{\n      \"id\": \"gemini-2.5-flash\"", with: "{\n      \"id\": ↓\"gemini-2.5-pro\"",
      problem: "another model has the id \'gemini-2.5-pro\'", pointer: "/models/4/id"),
    Mistake(
      replacing: "{\n      \"id\": \"gemini-3.8-flash\"", with: "{\n      \"id\": ↓\"gemini-2.5-pro\"",
      problem: "another model has the id \'gemini-2.5-pro\'", pointer: "/untunableModels/0/id"),
    Mistake(
      after: "\"displayName\": \"Gemini 3.8 Flash\"", replacing: "{\"value\": false",
      with: "{\"value\": ↓true",
      problem: "a tunable model belongs in 'models'",
      pointer: "/untunableModels/0/isTunable/value"
    ),
    Mistake(
      after: "\"maxPercentOfTraining\": ", replacing: "30", with: "↓300",
      problem: "a share is at most 100 percent",
      pointer: "/models/0/limits/validationShare/value/maxPercentOfTraining"),
    Mistake(
      after: "\"maxDroppedPercent\": {\"value\": ", replacing: "10", with: "↓101",
      problem: "a share is at most 100 percent", pointer: "/models/0/limits/maxDroppedPercent/value"),
    Mistake(
      replacing: "\"AIP\"", with: "↓\"A:P\"",
      problem: "a key is not empty and has no colon", pointer: "/sources/0/key"),
    Mistake(
      replacing: "[\n    {\n      \"key\": \"AIP\"", with: "↓[\n    {\n      \"key\": \"DOC\"",
      problem: "two sources have the same key", pointer: "/sources"),
  ]

  @Test func aCatalogNeedsATunableModel() throws {
    let text = String(decoding: ModelCatalog.builtIn.catalogJSON(), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let edited = lines.map { line in
      let isTunable = "      \"isTunable\": {\"value\": true,"
      return line.hasPrefix(isTunable)
        ? "      \"isTunable\": {\"value\": false," + line.dropFirst(isTunable.count) : String(line)
    }
    let bytes = Array(edited.joined(separator: "\n").utf8)
    let error = #expect(throws: DocumentFault.self) { try ModelCatalog(parsing: bytes) }
    #expect(error?.problem == .invalidValue("at least one model must be tunable"))
    #expect(error?.pointer == "/models")
  }

  @Test(
    "limits that contradict each other are told",
    arguments: [
      ("fewExamples", "20", "200", "fewExamples is more than recommendedExamples"),
      (
        "manyFunctionDeclarations", "128", "1280",
        "manyFunctionDeclarations is more than maxFunctionDeclarations"
      ),
      ("largeFileBytes", "1000000000", "2000000000", "largeFileBytes is more than maxFileBytes"),
    ])
  func contradictions(field: String, old: String, new: String, problem: String) throws {
    let edited = try EditedCatalog(after: "\"\(field)\": {\"value\": ", replacing: old, with: new)
    let error = #expect(throws: DocumentFault.self) { try edited.catalog() }
    #expect(error?.problem == .invalidValue(problem))
    #expect(error?.pointer == "/models/0/limits")
  }
}
