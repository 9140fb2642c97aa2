import Testing
import TuningJobs

struct ServiceAccountEmailTests {
  @Test(
    "addresses have their pieces",
    arguments: [
      ("my-tuner", "my-project.iam.gserviceaccount.com"), ("abcdef", "p.example.com.iam.gserviceaccount.com"),
      ("123456789012-compute", "developer.gserviceaccount.com"),
      ("my-project", "appspot.gserviceaccount.com"),
      ("app.example.com", "appspot.gserviceaccount.com"),
      ("service-123456789012", "gcp-sa-aiplatform.iam.gserviceaccount.com"),
      ("a" + String(repeating: "1", count: 29), "my-project.iam.gserviceaccount.com"),
    ])
  func pieces(account: String, domain: String) throws {
    let email = try requireCanonical("\(account)@\(domain)", as: ServiceAccountEmail.self)
    #expect(email.account == account)
    #expect(email.domain == domain)
  }

  private static let iam = "my-project.iam.gserviceaccount.com"
  private static let only = "where only lower-case letters from a to z, digits and hyphens are allowed"

  @Test(
    "addresses with a fault",
    arguments: [
      FaultyName("⟦⟧", "account", "is empty"),
      FaultyName("⟦⟧@\(iam)", "account", "is empty"),
      FaultyName("⟦tuner⟧@\(iam)", "account", "is shorter than the 6 characters that it must have"),
      FaultyName("⟦My-tuner⟧@\(iam)", "account", "begins with 'M', \(only)"),
      FaultyName("⟦my.tuner⟧@\(iam)", "account", "holds '.', \(only)"),
      FaultyName(
        "⟦\(String(repeating: "a", count: 1 << 20))⟧@\(iam)", "account",
        "is longer than the 30 characters that it may have"),
      FaultyName(
        "my-tuner⟦⟧", "domain",
        "is missing: an address such as 'tuner@my-project.iam.gserviceaccount.com' is due"),
      FaultyName("my-tuner@⟦⟧", "domain", "is empty"),
      FaultyName(
        "first.last@⟦gmail.com⟧", "domain",
        "is 'gmail.com', where the domain of a service account must stand, which ends in "
          + "'.iam.gserviceaccount.com'"),
      FaultyName(
        "my-tuner@⟦a@\(iam)⟧", "domain",
        "holds '@', where only lower-case letters from a to z, digits, hyphens and dots are allowed"),
      FaultyName(
        "my-tuner@⟦.iam.gserviceaccount.com⟧", "domain",
        "begins with '.', where lower-case letters from a to z or digits must begin"),
    ])
  func faults(_ name: FaultyName) { name.check(as: ServiceAccountEmail.self) }
}
