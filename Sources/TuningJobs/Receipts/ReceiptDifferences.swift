/// The differences that show that a receipt is not valid.
public struct ReceiptDifferences: Error, Sendable {
  /// A file that is not as the receipt says.
  public struct Difference: Equatable, Sendable {
    /// The file's path.
    public let path: String
    /// What differs, as the end of a sentence about the file, or why the file cannot be read.
    public let problem: String
    /// Whether the file could be read.
    public let isReadable: Bool

    static func of(_ path: String, _ problem: String) -> Difference {
      Difference(path: path, problem: problem, isReadable: true)
    }

    static func unreadable(_ path: String, _ problem: String) -> Difference {
      Difference(path: path, problem: problem, isReadable: false)
    }
  }

  /// At least one.
  public let list: [Difference]

  init(_ list: [Difference]) { self.list = list }
}
