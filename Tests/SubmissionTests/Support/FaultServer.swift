import Foundation
import TestSupport

/// The server that plays the services, as long as this value lives.
struct FaultServer: ~Copyable {
  /// Its address, such as `http://127.0.0.1:40123`.
  let url: String
  private let folder: TemporaryFolder
  private let process: Process
  private let input: Pipe

  /// Starts a server with faults, and with a certificate if it speaks TLS.
  init(_ faults: [String] = [], certificate: TestAuthority.Certificate? = nil) throws {
    let folder = try TemporaryFolder()
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let program = ProjectFolder.url.appendingPathComponent("Tests/SubmissionTests/Server/fault_server.py")
      .path
    process.arguments =
      ["python3", program, "--data", folder.path] + faults.flatMap { ["--fault", $0] }
      + (certificate.map { ["--tls", $0.path, $0.keyPath] } ?? [])
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    var line: [UInt8] = []
    while line.last != 0x0A, let byte = try output.fileHandleForReading.read(upToCount: 1)?.first {
      line.append(byte)
    }
    url = String(decoding: line.dropLast(), as: UTF8.self)
    self.process = process
    self.input = input
    self.folder = folder
  }

  // Once the value is gone, so is the server: what connects afterwards meets nobody.
  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The host and the port.
  var host: String { String(url.split(separator: "/")[1]) }

  /// What the account says of the requests that arrived, in their order. Those that have not ended are waited for, but not for ever.
  func requests(_ call: String? = nil) throws -> [AccountEntry] {
    for _ in 0..<200 where try entries().contains(where: { !$0.hasEnded }) {
      Thread.sleep(forTimeInterval: 0.05)
    }
    return try entries().filter { call == nil || $0.call == call }
  }

  private func entries() throws -> [AccountEntry] {
    var entries: [Int: AccountEntry] = [:]
    for line in try folder.read("account.jsonl").split(separator: 0x0A) {
      // The last line may not be written to its end yet.
      guard let object = (try? JSONSerialization.jsonObject(with: Data(line))) as? [String: Any],
        let number = object["n"] as? Int
      else { continue }
      entries[number] = AccountEntry(object)
    }
    return entries.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// A request in the server's account.
struct AccountEntry {
  let object: [String: Any]

  init(_ object: [String: Any]) { self.object = object }

  var hasEnded: Bool { object["event"] as? String == "ended" }
  var call: String { object["call"] as? String ?? "" }
  var method: String { object["method"] as? String ?? "" }
  var path: String { object["path"] as? String ?? "" }
  var connection: Int { object["connection"] as? Int ?? -1 }
  var sha256: String { object["bodySHA256"] as? String ?? "" }
  var json: [String: Any] { object["json"] as? [String: Any] ?? [:] }
  var form: [String: String] { object["form"] as? [String: String] ?? [:] }

  /// The value of a header; nil if the request has none of this name.
  func header(_ name: String) -> String? {
    if let headers = object["headers"] as? [String: String] {
      return headers.first { $0.key.lowercased() == name }?.value
    }
    let pairs = object["headers"] as? [[String]] ?? []
    return pairs.first { $0.count == 2 && $0[0].lowercased() == name }?[1]
  }
}
