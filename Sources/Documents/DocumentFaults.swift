/// What becomes of the faults of a document: the first ends the reading, or all are kept.
public struct DocumentFaults: Sendable {
  /// The faults that were kept, in the order in which they were met.
  public private(set) var list: [DocumentFault] = []
  private let keepsAll: Bool

  /// Keeps all faults: what is at fault is left out of what is read.
  public static var all: DocumentFaults { DocumentFaults(keepsAll: true) }

  /// Throws the first fault.
  public static var first: DocumentFaults { DocumentFaults(keepsAll: false) }

  private init(keepsAll: Bool) { self.keepsAll = keepsAll }

  /// Keeps a fault, or throws it.
  public mutating func note(_ fault: DocumentFault) throws(DocumentFault) {
    guard keepsAll else { throw fault }
    list.append(fault)
  }
}
