public import JSONLines

extension JSONWriter {
  /// Writes a value as it was read: members in their order, numbers as they were spelled.
  ///
  /// - Complexity: linear in the value.
  public mutating func value(_ value: DocumentValue, _ layout: Layout = .lines) {
    switch value.content {
    case .object(let members):
      object(layout: layout) { json in
        for member in members {
          json.name(member.name)
          json.value(member.value)
        }
      }
    case .array(let elements):
      array(layout: layout) { json in for element in elements { json.value(element) } }
    case .string(let text): string(text)
    case .number(let text): word(text)
    case .bool(let isTrue): bool(isTrue)
    case .null: null()
    }
  }
}
