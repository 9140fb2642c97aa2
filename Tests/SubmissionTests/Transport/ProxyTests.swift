import Foundation
import TestSupport
import Testing

@testable import Submission

/// Proxies are named by variables of the environment, which a process has once: nothing else in this target connects to
/// another host than this machine.
@Suite(.serialized, .enabled(if: Tool.has("python3"))) struct ProxyTests {
  /// A proxy that connects each host to one port of this machine, and writes what it was asked for.
  private static let program = #"""
    import os, socket, sys, threading
    port, log, status = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    def pump(a, b):
        try:
            while data := a.recv(65536): b.sendall(data)
        except OSError: pass
        for s in (a, b):
            try: s.shutdown(socket.SHUT_RDWR)
            except OSError: pass
    def serve(client):
        head = b""
        while b"\r\n\r\n" not in head:
            more = client.recv(4096)
            if not more: return
            head += more
        with open(log, "ab") as file: file.write(head)
        if status != "200":
            client.sendall(f"HTTP/1.1 {status} No\r\nContent-Length: 0\r\n\r\n".encode()); client.close(); return
        other = socket.create_connection(("127.0.0.1", port))
        client.sendall(b"HTTP/1.1 200 OK\r\nX-Of-Proxy: yes\r\n\r\n")
        threading.Thread(target=pump, args=(client, other), daemon=True).start()
        pump(other, client)
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    def accept():
        while True: threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    while os.read(0, 1): pass
    os._exit(0)
    """#

  /// Calls `body` while the proxy runs and the environment names it.
  private static func withProxy(
    to port: Int, status: Int = 200, _ body: (borrowing TemporaryFolder) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program, String(port), folder.path("log"), String(status)]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    var line: [UInt8] = []
    while line.last != 0x0A, let byte = try output.fileHandleForReading.read(upToCount: 1)?.first {
      line.append(byte)
    }
    let number = String(decoding: line.dropLast(), as: UTF8.self)
    // Sound: the strings outlive the call, and nothing else in these tests looks at this variable meanwhile.
    unsafe setenv("https_proxy", "http://somebody:proxy-password@127.0.0.1:\(number)", 1)
    try body(folder)
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  private static func request(_ url: String) -> HTTPRequest {
    var request = HTTPRequest(.get, url + "/computeMetadata/v1/project/project-id")
    request.headers = [("Metadata-Flavor", "Google"), ("Authorization", "Bearer ya29.test")]
    request.connection = .fresh
    return request
  }

  @Test("a proxy is asked for a tunnel, sees no more, and does not get what goes to this machine")
  func tunnel() throws {
    let authority = try TestAuthority()
    let server = try FaultServer(certificate: authority.certificate("DNS:tunekit.invalid,IP:127.0.0.1"))
    let port = try #require(server.url.split(separator: ":").last.flatMap { Int($0) })
    try Self.withProxy(to: port) { folder in
      var transport = CurlTransport(TransportSettings(authorityFile: authority.path))
      let response = try transport.send(Self.request("https://tunekit.invalid"))
      #expect(response.status == 200)
      #expect(response.header("x-of-proxy") == nil)
      #expect(try transport.send(Self.request(server.url)).status == 200)
      let log = String(decoding: try folder.read("log"), as: UTF8.self)
      #expect(log.hasPrefix("CONNECT tunekit.invalid:443 HTTP/1.1"))
      #expect(log.ranges(of: "CONNECT").count == 1)
      #expect(!log.contains("ya29"))
    }
  }

  @Test("a proxy that refuses is told of without its password, and nothing was sent")
  func refusal() throws {
    try Self.withProxy(to: 1, status: 407) { folder in
      var transport = CurlTransport(TransportSettings())
      let failure = try #require(throws: TransportFailure.self) {
        try transport.send(Self.request("https://tunekit.invalid"))
      }
      #expect(failure.kind == .noConnection && failure.isProvablyUnsent, "\(failure)")
      #expect(!failure.description.contains("proxy-password"))
      #expect(failure.description.hasPrefix("the proxy on the way to tunekit.invalid fails"))
    }
  }
}
