import JSONLines

/// A JSON value on its way to become part of a catalogue.
struct CatalogNode {
  /// What has been read so far that other values must agree with.
  struct Context {
    /// The date of the catalogue; nil until it has been read.
    var asOf: CatalogDate?
    /// The keys of the sources.
    var sourceKeys: Set<String> = []

    /// Whether the key before the colon of a fact's source is one of the catalogue's, and a page follows it.
    func knows(source: String) -> Bool {
      guard let colon = source.firstIndex(of: ":") else { return false }
      return sourceKeys.contains(String(source[..<colon])) && source.index(after: colon) != source.endIndex
    }
  }

  /// The value.
  let value: JSONValue
  /// Its JSON Pointer.
  let pointer: String
  /// What it must agree with.
  let context: Context

  /// A fault of this value.
  func fault(_ problem: CatalogFileError.Problem) -> CatalogFault {
    CatalogFault(problem: problem, offset: value.range.lowerBound, pointer: pointer)
  }

  /// The fault of being another value than the one asked for.
  func fault(expected: String) -> CatalogFault {
    fault(.wrongType(expected: expected, found: value.kind.name))
  }

  /// The elements, if this is an array.
  func elements() throws(CatalogFault) -> [CatalogNode] {
    guard case .array(let elements) = value.content else { throw fault(expected: "an array") }
    return elements.enumerated().map { index, element in
      CatalogNode(value: element, pointer: pointer + JSONPointer.step(to: index), context: context)
    }
  }

  /// The member of this name; the value itself where it has none.
  func member(_ name: String) -> CatalogNode {
    guard case .object(let members) = value.content,
      let member = members.first(where: { $0.name == name })
    else { return self }
    return CatalogNode(value: member.value, pointer: pointer(to: name), context: context)
  }

  /// The pointer of the member of this name.
  func pointer(to name: String) -> String { pointer + JSONPointer.step(to: name) }
}
