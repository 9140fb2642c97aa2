import JSONLines

/// Reads one value of a small document.
///
/// ``DocumentFields`` describe the fields of an object and how to read each of them.
public struct DocumentReader: Sendable {
  /// What a document can contain in addition to its description.
  public struct Leniency: OptionSet, Sendable {
    /// The options as bits.
    public let rawValue: Int
    /// Makes options of bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Names in snake_case as well as in camelCase.
    public static let snakeCase = Leniency(rawValue: 1)
    /// A null instead of any value. It counts as absent.
    public static let nulls = Leniency(rawValue: 2)
    /// Unknown fields. They are skipped.
    public static let unknownFields = Leniency(rawValue: 4)
  }

  /// The value.
  public let value: DocumentValue
  /// The field with this value, by the name in its description; empty for the document itself.
  public let field: String
  /// The place of the field's name, in bytes; nil for the document and for elements.
  public var nameRange: Range<Int>? { value.node.name == .none ? nil : value.node.nameRange }

  /// Reads the JSON of a document.
  ///
  /// - Parameters:
  ///   - maximum: how many bytes it may have.
  ///   - advice: what to do about faults, as the end of a sentence.
  /// - Throws: the fault of a document that is not one JSON value.
  /// - Complexity: linear in the document.
  public init(
    _ text: [UInt8], atMost maximum: Int, _ leniency: Leniency = [], advice: String? = nil
  ) throws(DocumentFault) {
    if text.count > maximum {
      throw DocumentFault(.tooLarge(maximum), at: 0..<1, in: [], advice: advice)
    }
    do throws(JSONFault) {
      self.init(try DocumentValue(parsing: text), leniency, advice: advice)
    } catch {
      throw Self.fault(error, in: text, advice)
    }
  }

  /// Begins at the value of a document.
  public init(_ root: DocumentValue, _ leniency: Leniency = [], advice: String? = nil) {
    self.init(DocumentValue(DocumentNodes(root.nodes, leniency, advice: advice), at: root.index), of: "")
  }

  private init(_ value: DocumentValue, of field: String) { (self.value, self.field) = (value, field) }

  /// The same value, read with more leniency.
  public func with(_ more: Leniency) -> DocumentReader {
    DocumentReader(value, value.nodes.leniency.union(more), advice: value.nodes.advice)
  }

  // MARK: Objects

  /// Calls `body` for each field of the object, in the order of the document. Nulls and empty texts that count as absent are
  /// left out.
  ///
  /// - Parameter body: takes the field's place in the table, and its value; a fault that it throws is noted.
  /// - Throws: the first fault, unless all are kept: a value that is not an object, or a field that is unknown, missing,
  ///   given twice, or output only.
  public func forEachField(
    _ table: FieldTable, _ faults: inout DocumentFaults,
    _ body: (Int, DocumentReader, inout DocumentFaults) throws(DocumentFault) -> Void
  ) throws(DocumentFault) {
    guard value.kind == .object else { return try faults.note(expected("an object")) }
    // The member that gives each field, by its index in the document; 0 for none.
    var given = [Int](repeating: 0, count: table.fields.count)
    var next = 0
    let leniency = value.nodes.leniency
    var position = value.index + 1
    while position < value.node.next {
      let member = DocumentValue.Member(value: DocumentValue(value.nodes, at: position))
      position = member.value.node.next
      guard let index = index(of: member.value.node, in: table, from: next) else {
        if leniency.contains(.unknownFields) { continue }
        try faults.note(
          fault(.unknownField(member.name, known: table.suggestions), at: member.nameRange))
        continue
      }
      next = index + 1
      let presence = table.fields[index].presence
      let place = DocumentReader(member.value, of: table.fields[index].name)
      if given[index] > 0 {
        let first = DocumentValue.Member(value: DocumentValue(value.nodes, at: given[index]))
        try faults.note(place.fault(.repeatedField(first.name, member.name), at: member.nameRange))
      } else if leniency.contains(.nulls), member.value.kind == .null {
        continue
      } else if presence == .outputOnly {
        try faults.note(place.fault(.outputOnlyField(member.name), at: member.nameRange))
      } else if !table.fields[index].ignoresEmptyText || member.value.string?.isEmpty != true {
        given[index] = member.value.index
        do throws(DocumentFault) { try body(index, place, &faults) } catch { try faults.note(error) }
      }
    }
    for index in given.indices where given[index] == 0 && table.fields[index].presence == .required {
      try faults.note(fault(.missingField(table.fields[index].name)))
    }
  }

  /// The place in a table of the field that a member gives; nil if the table has no such field.
  private func index(of member: DocumentNodes.Node, in table: FieldTable, from next: Int) -> Int? {
    let inEitherSpelling = value.nodes.leniency.contains(.snakeCase)
    let name = member.name
    if name.traits.contains(.hasEscape) {
      let text = value.nodes.text(of: name)
      return table.index(of: text.utf8Span.span, from: next, inEitherSpelling: inEitherSpelling)
    }
    let text = value.nodes.text
    return table.index(
      of: text.span.extracting(name.start..<name.end), from: next, inEitherSpelling: inEitherSpelling)
  }

  /// Refuses a document of another version, before its fields are compared with the description.
  public func checkVersion(_ supported: Int) throws(DocumentFault) {
    var faults = DocumentFaults.first
    try with(.unknownFields).forEachField(Self.version, &faults) { (_, version, _) throws(DocumentFault) in
      guard case .number(let spelling) = version.value.content else { throw version.expected("a number") }
      guard spelling == String(supported) else {
        throw version.fault(.unsupportedVersion(spelling, supported: supported))
      }
    }
  }

  private static let version = FieldTable([FieldDescription("schemaVersion")])

  /// The members of an object with names of the user's own.
  public func members() throws(DocumentFault) -> [(name: String, value: DocumentReader)] {
    guard value.kind == .object else { throw expected("an object") }
    return value.members.map { member in
      let name = member.name
      return (name, DocumentReader(member.value, of: name))
    }
  }

  /// The elements of an array.
  public func elements() throws(DocumentFault) -> [DocumentReader] {
    guard value.kind == .array else { throw expected("an array") }
    return value.elements.map { DocumentReader($0, of: field) }
  }
}

extension DocumentReader {
  // MARK: Values

  /// The text of a string.
  public func string() throws(DocumentFault) -> String {
    guard let text = value.string else { throw expected("a string") }
    return text
  }

  /// The value of `true` or `false`.
  public func bool() throws(DocumentFault) -> Bool {
    guard case .bool(let isTrue) = value.content else { throw expected("true or false") }
    return isTrue
  }

  /// A whole number from `least` on, written without a fraction or an exponent.
  public func count(from least: Int = 0) throws(DocumentFault) -> Int {
    guard case .number(let text) = value.content else { throw expected("a number") }
    guard let number = Int(text), number >= least else {
      throw invalid("expected a whole number from \(least) on, found \(text.prefix(40))")
    }
    return number
  }

  // MARK: Faults

  /// A fault of this value.
  ///
  /// - Parameter range: the place; nil for that of the value.
  public func fault(_ problem: DocumentFault.Problem, at range: Range<Int>? = nil) -> DocumentFault {
    DocumentFault(
      problem, at: range ?? value.range, of: field, in: value.nodes.text, advice: value.nodes.advice)
  }

  /// The fault of a value with the wrong type.
  public func expected(_ what: String) -> DocumentFault {
    fault(.wrongType(expected: what, found: value.kind.name))
  }

  /// The fault of an invalid value of the right type.
  ///
  /// - Parameter advice: what to do about it, instead of the document's advice.
  public func invalid(_ reason: String, advice: String? = nil) -> DocumentFault {
    DocumentFault(
      .invalidValue(reason), at: value.range, of: field, in: value.nodes.text,
      advice: advice ?? value.nodes.advice)
  }

  /// The fault of a document that is not one JSON value.
  private static func fault(_ fault: JSONFault, in text: [UInt8], _ advice: String?) -> DocumentFault {
    let end = text.lastIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 }
    guard let end else { return DocumentFault(.empty, at: 0..<1, in: text, advice: advice) }
    if fault.offset >= end || isCutLiteral(text[fault.offset..<end]) {
      return DocumentFault(.truncated, at: end..<end + 1, in: text, advice: advice)
    }
    let range = fault.offset..<fault.offset + fault.length
    if fault.kind == .duplicateKey {
      let name = String(decoding: text[range].dropFirst().dropLast(), as: UTF8.self)
      return DocumentFault(.repeatedField(name, name), at: range, in: text, advice: advice)
    }
    // What was not expected is one byte long: the character begins there.
    let found = fault.length == 1 ? fault.offset..<min(fault.offset + 4, end) : range
    return DocumentFault(
      .notJSON(fault.kind, found: String(String(decoding: text[found], as: UTF8.self).prefix(40))), at: range,
      in: text,
      advice: advice)
  }

  /// Whether bytes are the beginning of a literal without its end.
  private static func isCutLiteral(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["true", "false", "null"].contains { $0.utf8.starts(with: bytes) && $0.utf8.count > bytes.count }
  }
}
