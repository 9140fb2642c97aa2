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
    "where only lower-case letters from a to z, digits, hyphens, underscores and dots are allowed"
  private static let edge = "where lower-case letters from a to z or digits must"
  private static let pattern = "where one object must be named, not a pattern"

  @Test(
    "URIs with a fault",
    arguments: [
      FaultyName("⟦⟧", "scheme", "is missing, where 'gs://' must stand"),
      FaultyName("⟦⟧/data/train.jsonl", "scheme", "is missing, where 'gs://' must stand"),
      FaultyName("⟦⟧train.jsonl", "scheme", "is missing, where 'gs://' must stand"),
      FaultyName("⟦GS://⟧b/o", "scheme", "is 'GS://', where 'gs://' must stand"),
      FaultyName("⟦gs:/⟧b/o", "scheme", "is 'gs:/', where 'gs://' must stand"),
      FaultyName("⟦ gs://⟧b/o", "scheme", "is ' gs://', where 'gs://' must stand"),
      FaultyName("⟦s3://⟧bucket/o", "scheme", "is 's3://', where 'gs://' must stand"),
      FaultyName(
        "⟦https://⟧storage.googleapis.com/b/o", "scheme", "is 'https://', where 'gs://' must stand"),
      FaultyName("gs://⟦⟧", "bucket", "is empty"),
      FaultyName("gs://⟦⟧/o", "bucket", "is empty"),
      FaultyName("gs://⟦My-bucket⟧/o", "bucket", "begins with 'M', \(only)"),
      FaultyName("gs://⟦my bucket⟧/o", "bucket", "holds a space (U+0020), \(only)"),
      FaultyName("gs://⟦-bucket⟧/o", "bucket", "begins with '-', \(edge) begin"),
      FaultyName("gs://⟦bucket_⟧/o", "bucket", "ends with '_', \(edge) end it"),
      FaultyName("gs://⟦ab⟧/o", "bucket", "is shorter than the 3 characters that it must have"),
      FaultyName("gs://⟦a..b⟧/o", "bucket", "has two dots in a row"),
      FaultyName("gs://⟦192.168.5.4⟧/o", "bucket", "is an IP address, where a bucket's name must stand"),
      FaultyName(
        "gs://⟦\(String(repeating: "a", count: 64))⟧/o", "bucket",
        "has more than the 63 characters that may stand without a dot"),
      FaultyName(
        "gs://⟦\(String(repeating: "a.", count: 1 << 19))⟧/o", "bucket",
        "is longer than the 222 characters that it may have"),
      FaultyName(
        "gs://bucket⟦⟧", "object", "is missing: the name of the object must stand behind the bucket"),
      FaultyName(
        "gs://bucket/⟦⟧", "object", "is missing: the name of the object must stand behind the bucket"),
      FaultyName("gs://bucket/⟦..⟧", "object", "is '..', which names no object"),
      FaultyName("gs://bucket/⟦*.jsonl⟧", "object", "begins with '*', \(pattern)"),
      FaultyName("gs://bucket/⟦part-?.jsonl⟧", "object", "holds '?', \(pattern)"),
      FaultyName(
        "gs://bucket/⟦a\r\nb⟧", "object", "holds white space (U+000D), where no line break is allowed"),
      FaultyName(
        "gs://bucket/⟦a.jsonl\u{A0}⟧", "object", "ends with white space (U+00A0), which must be taken away"),
      FaultyName(
        "gs://bucket/⟦.well-known/acme-challenge/x⟧", "object",
        "begins with '.well-known/acme-challenge/', which is reserved"),
      FaultyName("gs://bucket/⟦a\(longest)⟧", "object", "is longer than the 1024 bytes that it may have"),
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
