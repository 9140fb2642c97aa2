/// The id of a checkpoint of a tuned model, such as `1`.
///
/// It is a string, which is decimal in all samples; no page says that it must be. So up to 128 characters of
/// ASCII without a space are accepted (no other id is longer). That nothing else is an id is a guess.
/// Source: models/tuning/continuous-tuning, as of 2026-08-22.
public struct CheckpointID: Hashable, Sendable, CustomStringConvertible {
  /// The id as it is written.
  public let description: String

  /// Reads an id.
  ///
  /// - Throws: the fault of the piece `checkpoint`.
  public init(_ text: String) throws(NameFault) {
    let piece = NamePiece("checkpoint", whole: text)
    try piece.check(.printed, 1...128)
    description = text
  }
}
