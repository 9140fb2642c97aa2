import Diagnostics
import Testing

@testable import Reports

@Suite struct FindingListingTests {
  private static let file = Samples.file(
    findings: [
      Samples.findingOnFile("TK701", .info), Samples.finding(in: "↓a"),
      Samples.findingOnFile("TK104", .info),
    ],
    counts: [
      Samples.count("TK104", 3, .info), Samples.count("TK202", 9, isHidden: true), Samples.count("TK401", 5),
      Samples.count("TK701", 1, .info),
    ])

  @Test(arguments: [
    (FindingListing.errorsAndWarnings(), ["TK401"] as [RuleCode], ["TK401"] as [RuleCode]),
    (.errorsAndWarnings(withRemarksOf: ["TK104"]), ["TK401", "TK104"], ["TK104", "TK401"]),
    (.everything, ["TK701", "TK401", "TK104"], ["TK104", "TK401"]),
  ])
  func listsWhatItIsAskedFor(listing: FindingListing, listed: [RuleCode], more: [RuleCode]) {
    #expect(listing.findings(of: Self.file).map(\.code) == listed)
    #expect(listing.rest(of: Self.file).map(\.code) == more)
  }

  @Test func countsWhatIsNotListed() {
    let rest = FindingListing.errorsAndWarnings().rest(of: Self.file)
    #expect(rest.map(\.findings) == [4])
    #expect(rest.map(\.findingsInAll) == [5])
  }
}
