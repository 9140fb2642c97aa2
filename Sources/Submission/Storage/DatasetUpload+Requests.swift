import JSONLines
import TuningJobs

/// The requests of a resumable upload.
extension DatasetUpload {
  /// The type of the object.
  private static let contentType = "application/jsonl"

  /// The request that begins an upload.
  ///
  /// - Parameter token: the same for each repetition, so that the service knows them.
  func startRequest(at address: String, token: String) -> HTTPRequest {
    var request = HTTPRequest(.post, address)
    request.headers = [
      ("Content-Type", "application/json; charset=UTF-8"), ("X-Upload-Content-Type", Self.contentType),
      ("X-Upload-Content-Length", "\(sizeInBytes)"), ("x-goog-gcs-idempotency-token", token),
    ]
    var json = JSONWriter()
    json.object(layout: .oneLine) { json in
      json.member("contentType", Self.contentType)
      // The service makes no object of bytes that have another one.
      json.member("crc32c", Base64.text(crc32c))
      json.object("metadata") { json in json.member("tunekit-sha256", sha256) }
    }
    request.body = .bytes(json.finish())
    return request
  }

  /// The request that sends bytes: a multiple of 256 KiB, or the last ones.
  func chunkRequest(to uri: String, _ bytes: DatasetBytes, _ range: Range<Int64>) -> HTTPRequest {
    var request = HTTPRequest(.put, uri)
    request.headers = [
      ("Content-Type", Self.contentType),
      ("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(sizeInBytes)"),
    ]
    if range.upperBound == sizeInBytes {
      request.headers.append(("x-goog-hash", "crc32c=\(Base64.text(crc32c))"))
    }
    request.body = .source(bytes, range)
    return request
  }

  /// The request that asks how many bytes are kept.
  func statusRequest(to uri: String) -> HTTPRequest {
    var request = HTTPRequest(.put, uri)
    request.headers = [("Content-Type", Self.contentType), ("Content-Range", "bytes */\(sizeInBytes)")]
    return request
  }
}
