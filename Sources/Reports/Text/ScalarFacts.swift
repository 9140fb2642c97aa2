/// What decides how a scalar is shown.
struct ScalarFacts {
  /// The columns of the scalar, if it is alone.
  let columns: Int
  /// Whether something else is shown in its place.
  let hasPicture: Bool

  /// Asks the library, which takes longer than to show the scalar.
  init(of scalar: Unicode.Scalar) {
    columns = ColumnCounter.columns(of: scalar)
    hasPicture = VisibleText.picture(of: scalar) != nil
  }

  fileprivate init(bits: UInt32) { (columns, hasPicture) = (Int(bits & 3), bits & 4 != 0) }

  fileprivate var bits: UInt32 { UInt32(columns) | (hasPicture ? 4 : 0) }
}

/// The facts of the scalars that were met last: those of a text are few.
struct ScalarMemory {
  /// A scalar, and its facts in the lowest eight bits.
  private var entries = ContiguousArray<UInt32>(repeating: .max, count: 256)

  /// The facts of a scalar.
  mutating func facts(of scalar: Unicode.Scalar) -> ScalarFacts {
    let place = Int(scalar.value & 0xFF)
    if entries[place] >> 8 == scalar.value { return ScalarFacts(bits: entries[place]) }
    let facts = ScalarFacts(of: scalar)
    entries[place] = scalar.value << 8 | facts.bits
    return facts
  }
}
