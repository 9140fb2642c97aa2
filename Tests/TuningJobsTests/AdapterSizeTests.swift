import Testing

@testable import TuningJobs

@Suite struct AdapterSizeTests {
  @Test("names and numbers are read as they are written")
  func roundTrip() {
    for size in AdapterSize.allCases {
      #expect(AdapterSize(apiName: size.apiName) == size && AdapterSize(apiNumber: size.apiNumber) == size)
    }
    #expect(Set(AdapterSize.allCases.map(\.apiNumber)) == Set(1...6))
  }

  @Test("a number is not the rank, also as a string")
  func numbers() {
    #expect(TuningJob.WrittenAdapterSize.number(4).size == .sixteen)
    #expect(TuningJob.WrittenAdapterSize.name("4").size == .sixteen)
    #expect(TuningJob.WrittenAdapterSize.name("ADAPTER_SIZE_FOUR").size == .four)
    #expect(TuningJob.WrittenAdapterSize.number(8).size == nil)
  }
}
