import Testing

@testable import JSONSchemas

@Suite struct SchemaKeywordTests {
  @Test("a keyword has the name of its case", arguments: SchemaKeyword.allCases)
  func name(keyword: SchemaKeyword) {
    #expect(keyword.name(in: .api) == "\(keyword)")
    #expect(["\(keyword)", "$\(keyword)"].contains(keyword.name(in: .jsonSchema)))
  }
}
