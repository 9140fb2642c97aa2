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
  private static let only = "but only lower-case letters from a to z, digits and hyphens are allowed"

  @Test(
    "addresses with a fault",
    arguments: [
      FaultyName("⟦⟧", "account", "is empty"),
      FaultyName("⟦⟧@\(iam)", "account", "is empty"),
      FaultyName("⟦tuner⟧@\(iam)", "account", "is shorter than 6 characters"),
      FaultyName("⟦My-tuner⟧@\(iam)", "account", "begins with 'M', \(only)"),
      FaultyName("⟦my.tuner⟧@\(iam)", "account", "contains '.', \(only)"),
      FaultyName(
        "⟦\(String(repeating: "a", count: 1 << 20))⟧@\(iam)", "account",
        "is longer than 30 characters"),
      FaultyName(
        "my-tuner⟦⟧", "domain",
        "is missing: an address looks like 'tuner@my-project.iam.gserviceaccount.com'"),
      FaultyName("my-tuner@⟦⟧", "domain", "is empty"),
      FaultyName(
        "first.last@⟦gmail.com⟧", "domain",
        "is 'gmail.com', but the domain of a service account ends in '.iam.gserviceaccount.com'"),
      FaultyName(
        "my-tuner@⟦a@\(iam)⟧", "domain",
        "contains '@', but only lower-case letters from a to z, digits, hyphens and dots are allowed"),
      FaultyName(
        "my-tuner@⟦.iam.gserviceaccount.com⟧", "domain",
        "begins with '.', but only lower-case letters from a to z and digits are allowed there"),
    ])
  func faults(_ name: FaultyName) { name.check(as: ServiceAccountEmail.self) }
}
