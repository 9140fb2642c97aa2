import Diagnostics
import Documents

/// What a fact in a catalogue file says of its value, and where the value stands.
struct FactHead {
  private(set) var value: DocumentReader
  private(set) var source = ""
  private(set) var asOf = CatalogDate(1, 1, 1)
  private(set) var confidence = Confidence.guess
  private(set) var conflict: String?
  private(set) var note: String?
  /// Reads all of a fact but its value.
  init(reading node: CatalogNode) throws(DocumentFault) {
    // Fields that must be there take the place of what stands here.
    value = node.reader
    var confidencePlace = node.reader
    var faults = DocumentFaults.first
    try node.reader.forEachField(Self.table, &faults) { (index, reader, _) throws(DocumentFault) in
      switch index {
      case 0: value = reader
      case 1: source = try Self.source(reader, node.context)
      case 2: asOf = try Self.day(reader, node.context)
      case 3:
        confidence = try Confidence(reading: CatalogNode(reader: reader, context: node.context))
        confidencePlace = reader
      case 4: conflict = try reader.string()
      default: note = try reader.string()
      }
    }
    let needsConflict = confidence == .conflicting
    if (conflict != nil) != needsConflict {
      throw confidencePlace.invalid(
        needsConflict ? "a conflicting fact needs a 'conflict'" : "only a conflicting fact has a 'conflict'")
    }
    if confidence == .guess, note == nil { throw confidencePlace.invalid("a guess needs a 'note'") }
  }

  /// The fields, in the order in which they are written.
  private static let table = FieldTable([
    FieldDescription("value", .required), FieldDescription("source", .required),
    FieldDescription("asOf", .required), FieldDescription("confidence", .required),
    FieldDescription("conflict"), FieldDescription("note"),
  ])

  private static func source(
    _ reader: DocumentReader, _ context: CatalogNode.Context
  ) throws(DocumentFault) -> String {
    let source = try reader.string()
    if !context.knows(source: source) {
      throw reader.invalid("no source has the key of '\(source.prefix(80))'")
    }
    return source
  }

  private static func day(
    _ reader: DocumentReader, _ context: CatalogNode.Context
  ) throws(DocumentFault) -> CatalogDate {
    let day = try CatalogDate(reading: reader)
    if let last = context.asOf, day > last {
      throw reader.invalid("the date is after that of the catalogue")
    }
    return day
  }
}
