/// What one call of an inflater did.
///
/// There are two inflaters of deflate data (RFC 1951) with the same interface and the same results; one of them is
/// built in: zlib's or, with the package trait `ISAL`, that of ISA-L.
struct InflateStep {
  /// Whole bytes that are not needed any more; a byte counts when its last bit is used.
  var bytesConsumed = 0
  var bytesProduced = 0
  var outcome = Outcome.goesOn

  /// How the call ended.
  enum Outcome {
    /// The data continue: give room or input. Without more of either nothing more comes.
    case goesOn
    /// The last block is complete.
    case dataEnded
    /// The data are not valid: the last byte consumed is the last one of what is wrong.
    case invalid(GzipDamage)
    case outOfMemory
  }
}

#if ISAL
  typealias Inflater = ISALInflater
#else
  typealias Inflater = ZlibInflater
#endif
