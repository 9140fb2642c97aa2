import Diagnostics
import JSONLines

extension String: CatalogValue {
  func write(to writer: inout JSONWriter) { writer.string(self) }

  init(reading node: CatalogNode) throws(CatalogFault) {
    guard case .string(let text) = node.value.content else { throw node.fault(expected: "a string") }
    self = text
  }
}

extension Bool: CatalogValue {
  func write(to writer: inout JSONWriter) { writer.bool(self) }

  init(reading node: CatalogNode) throws(CatalogFault) {
    guard case .bool(let isTrue) = node.value.content else { throw node.fault(expected: "true or false") }
    self = isTrue
  }
}

extension Int: CatalogValue {
  func write(to writer: inout JSONWriter) { writer.integer(self) }

  /// Reads a number of things: no catalogue entry is negative or has a fraction.
  init(reading node: CatalogNode) throws(CatalogFault) {
    guard case .number(let text) = node.value.content else { throw node.fault(expected: "a number") }
    guard let number = Int(text), number >= 0 else {
      throw node.fault(.invalidValue("expected a whole number that is not negative, found \(text)"))
    }
    self = number
  }
}

extension CatalogDate: CatalogValue {
  func write(to writer: inout JSONWriter) { writer.string(description) }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let text = try String(reading: node)
    guard let date = CatalogDate(text) else {
      throw node.fault(.invalidValue("'\(text)' is not a day, which is written like '2026-11-22'"))
    }
    self = date
  }
}

extension CatalogValue where Self: RawRepresentable<String> & CaseIterable {
  func write(to writer: inout JSONWriter) { writer.string(rawValue) }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let text = try String(reading: node)
    guard let value = Self(rawValue: text) else {
      let known = Self.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw node.fault(.invalidValue("'\(text)' is none of \(known)"))
    }
    self = value
  }
}

extension Confidence: CatalogValue {}
extension FunctionCallTuning: CatalogValue {}
extension LaunchStage: CatalogValue {}
extension Modality: CatalogValue {}
extension ModelFamily: CatalogValue {}
