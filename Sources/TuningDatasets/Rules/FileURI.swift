import Diagnostics
import JSONLines

/// The URI of a file in an example: an object in Cloud Storage, or a page of the public web.
struct FileURI {
  /// What is wrong with a URI.
  enum Fault: UInt8 {
    case otherScheme, nothingAfterScheme, placeholder, noObject, invalidBucket, page, expiringURL
  }

  private let line: LineBytes
  /// Where it begins and ends.
  private let start: Int
  private let end: Int
  private let mayHaveLessThan: Bool

  /// - Parameter mayHaveLessThan: whether `<` may be in it.
  init(_ string: StringToken, in line: LineBytes, mayHaveLessThan: Bool) {
    self.line = line
    self.mayHaveLessThan = mayHaveLessThan
    (start, end) = (string.start, string.end)
  }

  /// What is wrong with it, if anything is. O(n).
  var fault: Fault? {
    if !mayHaveLessThan, isPlain { return nil }
    if let start = endOfScheme("gs://") { return faultOfObject(from: start) }
    if let start = endOfScheme("https://") ?? endOfScheme("http://") { return faultOfURL(from: start) }
    return .otherScheme
  }

  /// Whether it is `gs://`, a bucket of small letters, digits, hyphens and underscores, and an object, as nearly all are:
  /// that nothing is wrong with these is seen with the fewest steps.
  private var isPlain: Bool {
    // "gs://" as a number, the first letter in the lowest bits.
    guard line.word(ofFirst: 5, at: start) == 0x2F_2F3A_7367 else { return false }
    let startOfBucket = start + 5
    var offset = startOfBucket
    // The bytes are looked at eight at a time. What comes after the string has a quote before it.
    var others: UInt64 = 0
    while others == 0 {
      let bytes = EightBytes(line.word(ofFirst: 8, at: offset))
      let usual = bytes.between("a", "z") | bytes.between("0", "9") | bytes.are("-") | bytes.are("_")
      others = EightBytes.all & ~(usual & bytes.areASCII)
      let behind = EightBytes(line.word(ofFirst: 8, at: offset + 1))
      // "your" may begin a placeholder.
      let placeholders = bytes.are("y") & behind.are("o") & EightBytes.all
      if placeholders & (others &- 1) & ~others != 0 { return false }
      offset += others.trailingZeroBitCount / 8
    }
    return (3...63).contains(offset - startOfBucket) && line[offset] == UInt8(ascii: "/") && offset + 1 < end
      && !Self.isHyphen(line[startOfBucket]) && !Self.isHyphen(line[offset - 1])
  }

  private static func isHyphen(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private func endOfScheme(_ scheme: String) -> Int? {
    scalars(from: start).end(of: scheme, ignoringCase: true)
  }

  private func scalars(from offset: Int) -> StringScalars { line.scalars(in: offset..<end) }

  /// What is wrong with the bucket and the object after `gs://`.
  private func faultOfObject(from start: Int) -> Fault? {
    let endOfBucket = offset(ofFirst: UInt8(ascii: "/"), from: start)
    guard endOfBucket > start else { return .nothingAfterScheme }
    let bucket = line.scalars(in: start..<endOfBucket)
    if hasPlaceholder || isPlaceholder(bucket) { return .placeholder }
    guard BucketName.isValid(bucket) else { return .invalidBucket }
    var behind = scalars(from: endOfBucket)
    _ = behind.next()
    return behind.next() == nil ? .noObject : nil
  }

  /// Whether a bucket is that of an example, which documents write in several ways.
  private func isPlaceholder(_ bucket: StringScalars) -> Bool {
    // Most buckets are nobody's.
    bucket.contains("your", ignoringCase: true)
      && (bucket.contains("your-bucket", ignoringCase: true)
        || bucket.contains("your_bucket", ignoringCase: true))
  }

  /// What is wrong with the host, the path and the query after `https://`.
  private func faultOfURL(from start: Int) -> Fault? {
    let endOfHost = min(
      offset(ofFirst: UInt8(ascii: "/"), from: start), offset(ofFirst: UInt8(ascii: "?"), from: start),
      offset(ofFirst: UInt8(ascii: "#"), from: start))
    guard endOfHost > start else { return .nothingAfterScheme }
    if hasPlaceholder { return .placeholder }
    let host = line.scalars(in: start..<endOfHost)
    for page in Self.hostsOfPages where host.end(of: page, ignoringCase: true) == endOfHost { return .page }
    let query = scalars(from: offset(ofFirst: UInt8(ascii: "?"), from: endOfHost))
    for name in Self.signatures where query.contains(name, ignoringCase: true) { return .expiringURL }
    return nil
  }

  /// Whether a part of it is written in angle brackets.
  private var hasPlaceholder: Bool {
    guard mayHaveLessThan else { return false }
    let bracket = offset(ofFirst: UInt8(ascii: "<"), from: start)
    return bracket < end && offset(ofFirst: UInt8(ascii: ">"), from: bracket) < end
  }

  /// The place of the first such scalar, which is ASCII, from an offset on; the end without one.
  private func offset(ofFirst scalar: UInt8, from offset: Int) -> Int {
    var scalars = scalars(from: offset)
    scalars.skip(to: scalar)
    while let (found, place) = scalars.next() {
      if found == Unicode.Scalar(scalar) { return place.lowerBound }
      scalars.skip(to: scalar)
    }
    return end
  }

  /// Hosts whose addresses lead to a page on which the file is shown.
  private static let hostsOfPages = [
    "youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be", "drive.google.com", "docs.google.com",
  ]

  /// The queries of signed URLs of Cloud Storage and S3. Such a URL is valid for at most a week, or until a
  /// date that it gives.
  private static let signatures = ["x-goog-signature=", "googleaccessid=", "x-amz-signature="]
}

extension FileURI.Fault {
  /// What the URI is or does, as the end of a sentence.
  var description: StaticString {
    switch self {
    case .otherScheme: "does not begin with 'gs://', 'https://' or 'http://'"
    case .nothingAfterScheme: "has nothing after its scheme"
    case .placeholder: "contains a placeholder"
    case .noObject: "has a bucket but no object"
    case .invalidBucket: "names a bucket that cannot exist"
    case .page: "probably leads to a page, not to a file"
    case .expiringURL: "has a signature that expires"
    }
  }

  /// What to write in its place.
  var remedy: StaticString {
    switch self {
    case .otherScheme:
      "copy the file to Cloud Storage and write 'gs://bucket/object', or its public https address"
    case .nothingAfterScheme: "write the whole address, such as 'gs://bucket/object'"
    case .placeholder: "replace the placeholder with the real name"
    case .noObject: "write the name of the object after the bucket: 'gs://bucket/object'"
    case .invalidBucket:
      "correct the bucket's name: 3 to 63 lower-case letters, digits, hyphens, underscores and dots"
    case .page: "copy the file itself to Cloud Storage and write 'gs://bucket/object'"
    case .expiringURL: "copy the file to Cloud Storage and write 'gs://bucket/object'"
    }
  }

  /// What is refused for certain is an error.
  var severity: Severity {
    switch self {
    case .otherScheme, .nothingAfterScheme: .error
    case .placeholder, .noObject, .invalidBucket, .page, .expiringURL: .warning
    }
  }
}
