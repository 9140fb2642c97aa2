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
  /// Where the confidence stands.
  private var confidencePlace: DocumentReader
  private let context: CatalogNode.Context

  /// Reads all of a fact but its value.
  init(reading node: CatalogNode) throws(DocumentFault) {
    // Fields that must be there take the place of what stands here.
    (value, confidencePlace, context) = (node.reader, node.reader, node.context)
    try node.reader.read(Self.fields, into: &self)
    let needsConflict = confidence == .conflicting
    if (conflict != nil) != needsConflict {
      throw confidencePlace.invalid(
        needsConflict ? "a conflicting fact needs a 'conflict'" : "only a conflicting fact has a 'conflict'")
    }
    if confidence == .guess, note == nil { throw confidencePlace.invalid("a guess needs a 'note'") }
  }

  private static let fields = DocumentFields<FactHead>([
    .custom("value", .required) { (head, reader) in head.value = reader },
    .custom("source", .required) { (head, reader) throws(DocumentFault) in
      head.source = try reader.string()
      if !head.context.knows(source: head.source) {
        throw reader.invalid("no source has the key of '\(head.source.prefix(80))'")
      }
    },
    .custom("asOf", .required) { (head, reader) throws(DocumentFault) in
      head.asOf = try CatalogDate(reading: reader)
      if let last = head.context.asOf, head.asOf > last {
        throw reader.invalid("the date is after that of the catalogue")
      }
    },
    .custom("confidence", .required) { (head, reader) throws(DocumentFault) in
      head.confidence = try Confidence(reading: CatalogNode(reader: reader, context: head.context))
      head.confidencePlace = reader
    },
    .custom("conflict") { (head, reader) throws(DocumentFault) in head.conflict = try reader.string() },
    .custom("note") { (head, reader) throws(DocumentFault) in head.note = try reader.string() },
  ])
}
