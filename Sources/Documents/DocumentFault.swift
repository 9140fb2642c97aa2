import Diagnostics
public import JSONLines

/// One thing that is wrong with a small document, and where.
public struct DocumentFault: Error, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    /// The file is longer than this number of bytes.
    case tooLarge(Int)
    /// The file has only white space.
    case empty
    /// The file ends inside its value.
    case truncated
    /// The file is not one JSON value: what is wrong, and the text at that place.
    case notJSON(JSONFault.Kind, found: String)
    /// The file follows another version of its format.
    case unsupportedVersion(String, supported: Int)
    /// A value has the wrong type.
    case wrongType(expected: String, found: String)
    /// A field is missing in an object.
    case missingField(String)
    /// An object has an unknown field; with the known ones.
    case unknownField(String, known: [String])
    /// An object has a field twice, under these two names.
    case repeatedField(String, String)
    /// A field that the service sets.
    case outputOnlyField(String)
    /// A value of the right type that is invalid, and why.
    case invalidValue(String)
  }

  /// What is wrong.
  public let problem: Problem
  /// The place in the document, in bytes.
  public let range: Range<Int>
  /// The field whose value has the fault, by the name in its description; empty for the document itself.
  public let field: String
  /// The document.
  private let text: [UInt8]
  /// What to do about it.
  private let advice: String?

  init(_ problem: Problem, at range: Range<Int>, of field: String = "", in text: [UInt8], advice: String?) {
    (self.problem, self.range, self.field) = (problem, range, field)
    (self.text, self.advice) = (text, advice)
  }

  /// Where the line of the fault begins.
  private var lineStart: Int { text.prefix(range.lowerBound).lastIndex(of: 0x0A).map { $0 + 1 } ?? 0 }

  /// The line of the fault, from 1.
  ///
  /// - Complexity: linear in the document, as are the column and the pointer.
  public var line: Int { 1 + text.prefix(range.lowerBound).count { $0 == 0x0A } }

  /// The column of the fault, from 1, in Unicode scalars.
  public var column: Int {
    let start = lineStart
    return LineBytes.with(text[start...].prefix { $0 != 0x0A }) { $0.column(of: range.lowerBound - start) }
  }

  /// The JSON Pointer (RFC 6901) of the value with the fault; empty for the whole document.
  public var pointer: String { LineBytes.withDocument(text) { $0.pointer(to: range.lowerBound) } }

  /// The fault and what to do about it, in one line that begins with the place, such as
  /// `3:5: unknown field 'asof', did you mean 'asOf'? (at /asof)`.
  public var description: String {
    let pointer = pointer
    return "\(line):\(column): \(problem)" + (pointer.isEmpty ? "" : " (at \(Self.excerpt(pointer)))")
      + (advice.map { "; \($0)" } ?? "")
  }

  /// A text of a file for a message, which is one line: control characters as JSON escapes them, and cut after 80
  /// Unicode scalars.
  package static func excerpt(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: breaksLine) || scalars.count > 80 else { return text }
    var excerpt = ""
    for scalar in scalars.prefix(80) {
      guard breaksLine(scalar) else {
        excerpt.unicodeScalars.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16)
      excerpt += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return scalars.count > 80 ? excerpt + "…" : excerpt
  }

  /// Whether a scalar is a control character or separates lines or paragraphs.
  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension DocumentFault.Problem: CustomStringConvertible {
  /// The problem without its place.
  public var description: String {
    switch self {
    case .tooLarge(let maximum): "the file is longer than the limit of \(maximum) bytes"
    case .empty: "the file is empty"
    case .truncated: "the file ends inside its JSON value, so it is truncated"
    case .notJSON(let kind, let found): "not JSON: \(kind.sentence(found))"
    case .unsupportedVersion(let version, let supported):
      "schema version \(DocumentFault.excerpt(version)) is not supported; this program reads version \(supported)"
    case .wrongType(let expected, let found): "expected \(expected), found \(found)"
    case .missingField(let name): "the field '\(name)' is missing"
    case .unknownField(let name, let known):
      "unknown field '\(DocumentFault.excerpt(name))'"
        + (NearestName.of(DocumentFault.excerpt(name), among: known).map { ", did you mean '\($0)'?" } ?? "")
    case .repeatedField(let first, let second):
      first == second
        ? "the field '\(DocumentFault.excerpt(first))' occurs a second time"
        : "'\(first)' and '\(second)' are the same field"
    case .outputOnlyField(let name): "the service sets the field '\(name)'"
    case .invalidValue(let reason): reason
    }
  }
}

extension JSONFault.Kind {
  /// What is wrong, as the end of a message.
  fileprivate func sentence(_ text: String) -> String {
    // A message is one line.
    let found = text.unicodeScalars.allSatisfy { $0.value >= 0x20 } ? text : ""
    return switch self {
    case .invalidUTF8: "the bytes here are not UTF-8"
    case .byteOrderMark: "found a byte order mark"
    case .unexpected(let expectation):
      "expected \(expectation.rawValue)" + (found.first.map { ", found '\($0)'" } ?? "")
    case .nonFiniteNumber: "the number \(found) is not finite"
    case .loneSurrogate: "\(found) is half of a surrogate pair"
    case .duplicateKey: "the key occurs a second time"
    case .nestingTooDeep, .valueTooDeep:
      "arrays and objects are nested more than \(JSONReader.maximumDepth) deep"
    case .numberOutOfRange: "the number \(found) is beyond the range of a double"
    case .severalValues: "a second value follows the first"
    case .notAnObject(let kind): "expected an object, found " + kind.name
    case .trailingComma: "nothing follows the comma"
    case .dialect(.comment): "comments are not allowed"
    case .dialect: "found \(found), which is not JSON"
    case .controlCharacter: "a control character in a string must be escaped"
    }
  }
}
