/// The faults of a document. Reading stops at the first fault, or keeps all of them.
public struct DocumentFaults: Sendable {
  /// The faults that were kept, in the order in which they were found.
  public private(set) var list: [DocumentFault] = []
  private let keepsAll: Bool

  /// Keeps all faults. The result does not contain values with faults.
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
