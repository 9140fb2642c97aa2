/// What is wrong with a resource name, and in which piece.
public struct NameFault: Error, Equatable, Sendable {
  /// The faulty piece, such as "project".
  public let piece: String
  /// What is wrong with the piece and what is valid, as the end of a sentence that begins with the piece.
  public let problem: String
  /// Where the piece is in the name, in bytes of UTF-8 from 0; empty if the piece is missing.
  public let range: Range<Int>

  /// Describes a fault.
  public init(piece: String, problem: String, range: Range<Int>) {
    self.piece = piece
    self.problem = problem
    self.range = range
  }
}
