import ByteStreams
import Foundation
import SystemPackage
import Testing
import TestSupport

#if canImport(Glibc)
  import Glibc
#endif

@Suite("ByteStreamError")
struct ByteStreamErrorTests {
  private func failure(_ path: String) throws -> ByteStreamError? {
    do throws(ByteStreamError) {
      _ = try ByteStream(path: path)
      return nil
    } catch {
      return error
    }
  }

  @Test("a directory, and a link to one")
  func directory() throws {
    let folder = try TemporaryFolder()
    let link = folder.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path)
    #expect(try failure(folder.path) == .isADirectory(path: folder.path))
    #expect(try failure(link) == .isADirectory(path: link))
    #expect("\(ByteStreamError.isADirectory(path: "data"))" == "'data' is a directory: give a file")
  }

  @Test("a pipe or a device where only a regular file will do is not waited for", .timeLimit(.minutes(1)))
  func notARegularFile() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.output(of: ["mkfifo", folder.path("pipe")])
    for path in [folder.path("pipe"), "/dev/zero", "/dev/null"] {
      #expect(throws: ByteStreamError.notARegularFile(path: path)) {
        try ByteStream.contents(ofFileAt: path, regularFilesOnly: true)
      }
    }
    #expect(throws: ByteStreamError.isADirectory(path: folder.path)) {
      try ByteStream.contents(ofFileAt: folder.path, regularFilesOnly: true)
    }
    let path = try folder.write([1, 2, 3], as: "file")
    #expect(try ByteStream.contents(ofFileAt: path, regularFilesOnly: true).bytes == [1, 2, 3])
    #expect(
      "\(ByteStreamError.notARegularFile(path: "p"))"
        == "'p' is a pipe or a device, which cannot be read again: give a file")
  }

  @Test("a path to nothing, an empty one, and a link whose file is gone")
  func notFound() throws {
    let folder = try TemporaryFolder()
    let link = folder.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path("gone"))
    #expect(try failure(folder.path("none")) == .notFound(path: folder.path("none")))
    #expect(try failure(link) == .notFound(path: link))
    #expect(try failure("") == .notFound(path: ""))
    #expect("\(ByteStreamError.notFound(path: "a"))" == "'a' does not exist: check the path")
    let message = "\(ByteStreamError.notFound(path: ""))"
    #expect(message == "the path is empty: give a file, or - for standard input")
  }

  #if os(Linux)
    @Test("a file that may not be read")
    func permission() throws {
      let folder = try TemporaryFolder()
      let path = try folder.write([1], as: "secret")
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      // The superuser may read everything; on Linux a thread can give that up for files alone, and take it back.
      let nobody: uid_t = 65_534
      let user = try becomeForFiles(nobody)
      defer { _ = try? becomeForFiles(user) }
      #expect(try failure(path) == .permissionDenied(path: path))
    }

    /// Calls `setfsuid`, which the Glibc module does not show, and returns who the thread was before.
    private func becomeForFiles(_ user: uid_t) throws -> uid_t {
      // Sound: this is the function's type in <sys/fsuid.h>.
      typealias SetFSUID = @convention(c) (uid_t) -> CInt
      let symbol = try unsafe #require(dlsym(nil, "setfsuid"))
      return uid_t(bitPattern: unsafe unsafeBitCast(symbol, to: SetFSUID.self)(user))
    }

    @Test("a file that opens and cannot be read")
    func unreadable() throws {
      let path = "/proc/self/mem"
      #expect(try failure(path) == .cannotRead(path: path, atByte: 0, reason: .ioError))
    }
  #endif

  @Test("other reasons keep the system's words")
  func otherReasons() throws {
    let folder = try TemporaryFolder()
    let beyondAFile = try folder.write([1], as: "file") + "/x"
    #expect(try failure(beyondAFile) == .cannotOpen(path: beyondAFile, reason: .notDirectory))
    #expect(try failure("a\0b") == .cannotOpen(path: "a\0b", reason: .invalidArgument))
    let message = "\(ByteStreamError.cannotOpen(path: "a/b", reason: .notDirectory))"
    #expect(message == "'a/b' cannot be opened (Not a directory): check the path")
  }

  @Test("every message is one line, whatever the file's name, and says standard input for -")
  func messages() {
    for path in ["-", "a", "two\nlines\r", "\u{1B}[31mred", "a\u{2028}b", "a\u{202E}b", "日本 語"] {
      let errors: [ByteStreamError] = [
        .isADirectory(path: path), .notFound(path: path), .permissionDenied(path: path),
        .cannotOpen(path: path, reason: .tooManyOpenFiles),
        .cannotRead(path: path, atByte: 1, reason: .ioError), .outOfMemory(path: path),
      ]
      for message in errors.map(\.description) {
        #expect(!message.contains { $0.isNewline } && !message.unicodeScalars.contains { $0.value < 0x20 })
        #expect(!message.hasSuffix("."))
        #expect(message.contains(": "), "says what to do")
        #expect(message.hasPrefix("standard input ") == (path == "-"))
      }
    }
    let message = "\(ByteStreamError.notFound(path: "two\nlines 日本"))"
    #expect(message == #"'two\u{a}lines 日本' does not exist: check the path"#)
  }
}
