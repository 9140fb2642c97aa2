import Testing

@testable import ModelCatalog

struct ModelGenerationTests {
  @Test(arguments: ["2.5", "3.0", "3.10"])
  func readsWhatItWrites(_ text: String) throws {
    #expect(try #require(ModelGeneration(text)).description == text)
  }

  @Test(arguments: ["", "2", "2.", ".5", "2.5.1", "02.5", "2.05", "+2.5", "-2.5", "2.-5", " 2.5", "two.five"])
  func refusesWhatIsNone(_ text: String) {
    #expect(ModelGeneration(text) == nil)
  }

  @Test func ordersByNumber() {
    #expect(ModelGeneration(2, 5) < ModelGeneration(3, 0))
    #expect(ModelGeneration(3, 9) < ModelGeneration(3, 10))
    #expect(!(ModelGeneration(3, 1) < ModelGeneration(2, 5)))
  }
}
