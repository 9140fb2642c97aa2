import JSONLines

/// The first thing that is wrong with a catalogue file.
public struct CatalogFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    /// The file is longer than `ModelCatalog.maxFileBytes`.
    case tooLarge
    /// The file is not one JSON value.
    case notJSON(String)
    /// The file follows another version of the format.
    case unsupportedVersion(String)
    /// A value is of another type than the format asks for.
    case wrongType(expected: String, found: String)
    /// An object lacks a field.
    case missingField(String)
    /// An object has a field that the format does not know.
    case unknownField(String, nearest: String?)
    /// An object has a field twice.
    case duplicateField(String)
    /// Two models have the same id.
    case duplicateModel(String)
    /// A value of the right type that makes no sense.
    case invalidValue(String)
  }

  /// What is wrong.
  public let problem: Problem
  /// The line of the fault, from 1.
  public let line: Int
  /// The column of the fault, from 1, in Unicode scalars.
  public let column: Int
  /// The JSON Pointer (RFC 6901) of the value at fault; empty for the whole file.
  public let pointer: String

  /// The fault in one line, such as `3:5: unknown field 'asof', did you mean 'asOf'? (at /asof)`.
  public var description: String {
    "\(line):\(column): \(problem)" + (pointer.isEmpty ? "" : " (at \(pointer))")
  }
}

extension CatalogFileError.Problem: CustomStringConvertible {
  /// The problem without its place.
  public var description: String {
    switch self {
    case .tooLarge: "a catalogue file is at most \(ModelCatalog.maxFileBytes) bytes long"
    case .notJSON(let fault): "not JSON: \(fault)"
    case .unsupportedVersion(let version):
      "schema version \(version) is not supported, this program reads version \(ModelCatalog.schemaVersion)"
    case .wrongType(let expected, let found): "expected \(expected), found \(found)"
    case .missingField(let name): "the field '\(name)' is missing"
    case .unknownField(let name, let nearest):
      "unknown field '\(name)'" + (nearest.map { ", did you mean '\($0)'?" } ?? "")
    case .duplicateField(let name): "the field '\(name)' stands here a second time"
    case .duplicateModel(let id): "the model '\(id)' stands here a second time"
    case .invalidValue(let reason): reason
    }
  }
}

extension CatalogFileError {
  /// Finds the line and the column of a fault.
  init(_ fault: CatalogFault, in bytes: [UInt8]) {
    let before = bytes.prefix(fault.offset)
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    problem = fault.problem
    line = 1 + before.count { $0 == 0x0A }
    let lineBytes = bytes[lineStart...].prefix { $0 != 0x0A }
    column = LineBytes.with(lineBytes) { $0.column(of: fault.offset - lineStart) }
    pointer = fault.pointer
  }
}
