import Diagnostics
package import Documents
import JSONLines

extension String: CatalogValue {
  func write(to writer: inout JSONWriter) { writer.string(self) }

  init(reading node: CatalogNode) throws(DocumentFault) { self = try node.reader.string() }
}

extension Bool: CatalogValue {
  func write(to writer: inout JSONWriter) { writer.bool(self) }

  init(reading node: CatalogNode) throws(DocumentFault) { self = try node.reader.bool() }
}

extension Int: CatalogValue {
  func write(to writer: inout JSONWriter) { writer.integer(self) }

  /// Reads a number of things: no catalogue entry is negative or has a fraction.
  init(reading node: CatalogNode) throws(DocumentFault) { self = try node.reader.count() }
}

extension CatalogDate: CatalogValue {
  func write(to writer: inout JSONWriter) { writer.string(description) }

  init(reading node: CatalogNode) throws(DocumentFault) { self = try CatalogDate(reading: node.reader) }

  /// Reads a day of any document.
  package init(reading reader: DocumentReader) throws(DocumentFault) {
    let text = try reader.string()
    guard let date = CatalogDate(text) else {
      throw reader.invalid("'\(text.prefix(40))' is not a day, which is written like '2026-11-22'")
    }
    self = date
  }
}

extension CatalogValue where Self: RawRepresentable<String> & CaseIterable {
  func write(to writer: inout JSONWriter) { writer.string(rawValue) }

  init(reading node: CatalogNode) throws(DocumentFault) {
    let text = try node.reader.string()
    guard let value = Self(rawValue: text) else {
      let known = Self.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw node.reader.invalid("'\(text.prefix(40))' is not one of \(known)")
    }
    self = value
  }
}

extension Confidence: CatalogValue {}
extension FunctionCallTuning: CatalogValue {}
extension LaunchStage: CatalogValue {}
extension Modality: CatalogValue {}
extension ModelFamily: CatalogValue {}
