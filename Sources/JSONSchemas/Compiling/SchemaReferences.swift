import JSONLines

/// The names that schemas have within a schema, and what references lead to.
struct SchemaReferences {
  /// Where a reference leads: the index of a schema in the tree, and its resource.
  struct Target {
    let schema: Int
    let resource: Int
  }

  /// A schema that has a name for references that depend on the way by which they are reached.
  struct DynamicName {
    let schema: Int
    let resource: Int
    /// The index of the name among all such names.
    let name: Int
  }

  private struct Anchor: Hashable {
    let resource: Int
    let name: String
  }

  /// The URIs of the resources; the first is that of the whole schema.
  private var uris = [""]
  /// The schemas that are the roots of the resources.
  private var roots = [0]
  private var resourcesByURI: [String: Int] = [:]
  private var resourcesByRoot: [Int: Int] = [:]
  private var anchors: [Anchor: Int] = [:]
  private var names: [String] = []
  /// The schemas with dynamic names.
  private(set) var dynamicAnchors: [DynamicName] = []

  /// The resource whose root a schema is; nil if it is not the root of one.
  func resources(at schema: Int) -> Int? { resourcesByRoot.isEmpty ? nil : resourcesByRoot[schema] }

  // MARK: Names

  /// Finds the names that schemas have. O(n).
  mutating func find(in tree: ValueTree, _ line: LineBytes, _ keywords: KeywordTable) {
    var waiting = [Target(schema: 0, resource: 0)]
    while let next = waiting.popLast() {
      guard tree.kind(of: next.schema, in: line) == .object else { continue }
      let resource = noteNames(of: next, in: tree, line, keywords)
      var index = next.schema + 1
      while index < tree[next.schema].next {
        let keyword = keywords.keyword(tree[index].string, in: line)
        for schema in keyword?.schemas(at: index + 1, in: tree, line) ?? [] {
          waiting.append(Target(schema: schema, resource: resource))
        }
        index = tree[index + 1].next
      }
    }
  }

  /// Notes the names of a schema; its resource.
  private mutating func noteNames(
    of target: Target, in tree: ValueTree, _ line: LineBytes, _ keywords: KeywordTable
  ) -> Int {
    var (resource, anchor, dynamicAnchor): (Int, String?, String?) = (target.resource, nil, nil)
    var index = target.schema + 1
    while index < tree[target.schema].next {
      if tree.kind(of: index + 1, in: line) == .string {
        let text = String(decoding: line.unescaped(tree[index + 1].string), as: UTF8.self)
        switch keywords.keyword(tree[index].string, in: line) {
        case .id: resource = noteID(text, of: target)
        case .anchor: anchor = text
        case .dynamicAnchor: dynamicAnchor = text
        default: break
        }
      }
      index = tree[index + 1].next
    }
    if let anchor { anchors[Anchor(resource: resource, name: anchor)] = target.schema }
    if let dynamicAnchor {
      anchors[Anchor(resource: resource, name: dynamicAnchor)] = target.schema
      let name = names.firstIndex(of: dynamicAnchor) ?? names.count
      if name == names.count { names.append(dynamicAnchor) }
      dynamicAnchors.append(DynamicName(schema: target.schema, resource: resource, name: name))
    }
    return resource
  }

  private mutating func noteID(_ id: String, of target: Target) -> Int {
    let uri = URIReference(id).resolved(against: URIReference(uris[target.resource])).withoutFragment
    guard !id.hasPrefix("#"), resourcesByURI[uri] == nil else { return target.resource }
    if target.schema == 0 {
      uris[0] = uri
    } else {
      uris.append(uri)
      roots.append(target.schema)
    }
    let resource = target.schema == 0 ? 0 : uris.count - 1
    resourcesByURI[uri] = resource
    resourcesByRoot[target.schema] = resource
    return resource
  }

  // MARK: References

  /// Where a reference in a resource leads; nil if that is not in the schema.
  func target(of reference: String, from resource: Int, in tree: ValueTree, _ line: LineBytes) -> Target? {
    let reference = URIReference(reference)
    var resource = resource
    if !reference.isFragmentOnly {
      let uri = reference.resolved(against: URIReference(uris[resource])).withoutFragment
      guard let other = resourcesByURI[uri] else { return nil }
      resource = other
    }
    let fragment = reference.decodedFragment
    if fragment.isEmpty { return Target(schema: roots[resource], resource: resource) }
    if fragment.hasPrefix("/") { return follow(fragment, from: resource, in: tree, line) }
    return anchors[Anchor(resource: resource, name: fragment)].map { Target(schema: $0, resource: resource) }
  }

  /// The index of the name of a dynamic reference; nil if it leads to no schema with such a name.
  func dynamicName(of reference: String, _ target: Target) -> Int? {
    let fragment = URIReference(reference).decodedFragment
    return dynamicAnchors.first { $0.schema == target.schema && names[$0.name] == fragment }?.name
  }

  /// Follows a JSON Pointer (RFC 6901) from the root of a resource.
  private func follow(
    _ pointer: String, from resource: Int, in tree: ValueTree, _ line: LineBytes
  ) -> Target? {
    var (value, resource) = (roots[resource], resource)
    for step in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let step = String(step).replacing("~1", with: "/").replacing("~0", with: "~")
      guard let next = tree.value(at: step, of: value, in: line) else { return nil }
      value = next
      resource = resourcesByRoot[value] ?? resource
    }
    return Target(schema: value, resource: resource)
  }
}

extension ValueTree {
  /// The member of a name, or the element of an index; nil without it. O(n).
  fileprivate func value(at step: String, of value: Int, in line: LineBytes) -> Int? {
    let isObject = kind(of: value, in: line) == .object
    guard isObject || kind(of: value, in: line) == .array else { return nil }
    var (index, count) = (value + 1, 0)
    while index < self[value].next {
      if isObject {
        if line.string(self[index].string, equals: step) { return index + 1 }
        index = self[index + 1].next
      } else {
        if String(count) == step { return index }
        index = self[index].next
      }
      count += 1
    }
    return nil
  }
}

extension SchemaKeyword {
  /// The schemas in the value of a keyword.
  fileprivate func schemas(at value: Int, in tree: ValueTree, _ line: LineBytes) -> [Int] {
    var schemas: [Int] = []
    var index = value + 1
    switch self {
    case .items, .contains, .additionalProperties, .propertyNames, .not, .if, .then, .else, .unevaluatedItems,
      .unevaluatedProperties:
      return [value]
    case .allOf, .anyOf, .oneOf, .prefixItems:
      while index < tree[value].next {
        schemas.append(index)
        index = tree[index].next
      }
    case .properties, .patternProperties, .dependentSchemas, .defs, .definitions:
      guard tree.kind(of: value, in: line) == .object else { return [] }
      while index < tree[value].next {
        schemas.append(index + 1)
        index = tree[index + 1].next
      }
    default: break
    }
    return schemas
  }
}
