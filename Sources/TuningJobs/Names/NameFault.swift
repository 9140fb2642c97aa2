/// What is wrong with a name of the service, and in which piece of it.
public struct NameFault: Error, Equatable, Sendable {
  /// The piece at fault, in the words of the name's grammar, such as "project".
  public let piece: String
  /// What is wrong with the piece and what it should be, as the end of a sentence that begins with the piece.
  public let problem: String
  /// Where the piece stands in the name, in bytes of UTF-8 from 0; empty where it is missing.
  public let range: Range<Int>

  /// Describes a fault.
  public init(piece: String, problem: String, range: Range<Int>) {
    self.piece = piece
    self.problem = problem
    self.range = range
  }
}
