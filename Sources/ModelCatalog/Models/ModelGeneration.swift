import Documents
import JSONLines

/// The generation of a model, such as 2.5.
public struct ModelGeneration: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number before the point.
  public let major: Int
  /// The number behind the point.
  public let minor: Int

  /// A generation written in the source.
  init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads `2.5`; nil for anything but two numbers with a point between.
  public init?(_ text: some StringProtocol) {
    let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
    guard pieces.count == 2, let major = Int(pieces[0]), let minor = Int(pieces[1]) else { return nil }
    guard "\(major).\(minor)" == text, major >= 0, minor >= 0 else { return nil }
    self.init(major, minor)
  }

  /// The generation as it stands in model names: `2.5`.
  public var description: String { "\(major).\(minor)" }

  /// Orders generations as they came out.
  public static func < (left: ModelGeneration, right: ModelGeneration) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}

extension ModelGeneration: CatalogValue {
  func write(to writer: inout JSONWriter) { writer.string(description) }

  init(reading node: CatalogNode) throws(DocumentFault) {
    guard let generation = ModelGeneration(try node.reader.string()) else {
      throw node.reader.invalid("a generation is written like '2.5'")
    }
    self = generation
  }
}
