import Testing
import TuningJobs

struct StorageURITests {
  private static let longest = String(repeating: "é", count: 512)

  @Test(
    "URIs have their pieces",
    arguments: [
      ("my-bucket", "train.jsonl"), ("cloud-samples-data", "ai-platform/generative_ai/gemini/text/a.jsonl"),
      ("a_b.example.com", "a//b/"), ("1.2.3", "x"), ("1.2.3.x", "日本語 の.jsonl"), ("abc", "..."),
      ("\(String(repeating: "a", count: 63)).\(String(repeating: "b", count: 63))", "x"), ("abc", longest),
      ("google-owned", "[a].jsonl"),
    ])
  func pieces(bucket: String, object: String) throws {
    let uri = try requireCanonical("gs://\(bucket)/\(object)", as: StorageURI.self)
    #expect(uri.bucket == bucket)
    #expect(uri.object == object)
  }

  private static let only =
    "but only lower-case letters from a to z, digits, hyphens, underscores and dots are allowed"
  private static let edge = "but only lower-case letters from a to z and digits are allowed there"
  private static let pattern = "but must name one object, not a pattern"

  @Test(
    "URIs with a fault",
    arguments: [
      FaultyName("⟦⟧", "scheme", "is missing: a URI begins with 'gs://'"),
      FaultyName("⟦⟧/data/train.jsonl", "scheme", "is missing: a URI begins with 'gs://'"),
      FaultyName("⟦⟧train.jsonl", "scheme", "is missing: a URI begins with 'gs://'"),
      FaultyName("⟦GS://⟧b/o", "scheme", "is 'GS://', but must be 'gs://'"),
      FaultyName("⟦gs:/⟧b/o", "scheme", "is 'gs:/', but must be 'gs://'"),
      FaultyName("⟦ gs://⟧b/o", "scheme", "is ' gs://', but must be 'gs://'"),
      FaultyName("⟦s3://⟧bucket/o", "scheme", "is 's3://', but must be 'gs://'"),
      FaultyName(
        "⟦https://⟧storage.googleapis.com/b/o", "scheme", "is 'https://', but must be 'gs://'"),
      FaultyName("gs://⟦⟧", "bucket", "is empty"),
      FaultyName("gs://⟦⟧/o", "bucket", "is empty"),
      FaultyName("gs://⟦My-bucket⟧/o", "bucket", "begins with 'M', \(only)"),
      FaultyName("gs://⟦my bucket⟧/o", "bucket", "contains a space (U+0020), \(only)"),
      FaultyName("gs://⟦-bucket⟧/o", "bucket", "begins with '-', \(edge)"),
      FaultyName("gs://⟦bucket_⟧/o", "bucket", "ends with '_', \(edge)"),
      FaultyName("gs://⟦ab⟧/o", "bucket", "is shorter than 3 characters"),
      FaultyName("gs://⟦a..b⟧/o", "bucket", "has two dots in a row"),
      FaultyName("gs://⟦192.168.5.4⟧/o", "bucket", "is an IP address, but must be the name of a bucket"),
      FaultyName(
        "gs://⟦\(String(repeating: "a", count: 64))⟧/o", "bucket",
        "has more than 63 characters without a dot"),
      FaultyName(
        "gs://⟦\(String(repeating: "a.", count: 1 << 19))⟧/o", "bucket",
        "is longer than 222 characters"),
      FaultyName(
        "gs://bucket⟦⟧", "object", "is missing: it must follow the bucket"),
      FaultyName(
        "gs://bucket/⟦⟧", "object", "is missing: it must follow the bucket"),
      FaultyName("gs://bucket/⟦..⟧", "object", "is '..', which is not a valid object name"),
      FaultyName("gs://bucket/⟦*.jsonl⟧", "object", "begins with '*', \(pattern)"),
      FaultyName("gs://bucket/⟦part-?.jsonl⟧", "object", "contains '?', \(pattern)"),
      FaultyName(
        "gs://bucket/⟦a\r\nb⟧", "object",
        "contains a white space character (U+000D), but line breaks are not allowed"),
      FaultyName(
        "gs://bucket/⟦a.jsonl\u{A0}⟧", "object",
        "ends with a white space character (U+00A0), which must be removed"),
      FaultyName(
        "gs://bucket/⟦.well-known/acme-challenge/x⟧", "object",
        "begins with '.well-known/acme-challenge/', which is reserved"),
      FaultyName("gs://bucket/⟦a\(longest)⟧", "object", "is longer than 1024 bytes"),
    ])
  func faults(_ name: FaultyName) { name.check(as: StorageURI.self) }

  @Test("URIs are equal by their bytes")
  func bytes() throws {
    let (composed, decomposed) = (
      try StorageURI("gs://bucket/\u{E9}.jsonl"), try StorageURI("gs://bucket/e\u{301}.jsonl")
    )
    #expect(composed.description == decomposed.description)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed, composed]).count == 2)
  }

  @Test(
    "the name of a dataset ends in .jsonl",
    arguments: [
      ("train.jsonl", true), ("a/b.jsonl", true), ("train.json", false), ("train.jsonl.gz", false),
      ("train.JSONL", false), ("jsonl", false),
    ])
  func endings(object: String, isNamedJSONL: Bool) throws {
    #expect(try StorageURI("gs://bucket/\(object)").isNamedJSONL == isNamedJSONL)
  }

  @Test(
    "characters that are easily missed",
    arguments: [
      ("train.jsonl", false), ("a b.jsonl", false), ("é日本.jsonl", false), ("trаin.jsonl", true),
      ("a\u{200B}.jsonl", true), ("a\u{A0}b.jsonl", true), ("train．jsonl", true),
    ])
  func doubtful(object: String, isDoubtful: Bool) throws {
    #expect(try StorageURI("gs://bucket/\(object)").hasDoubtfulCharacters == isDoubtful)
  }
}
