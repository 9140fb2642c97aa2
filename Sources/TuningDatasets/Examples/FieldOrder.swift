/// In what order fields come: a file is written by one program, so what followed a field last follows it again.
struct FieldOrder {
  /// By the index of a field, then by that of a message: the index of the field that followed it last, or began it last.
  private var successors: ContiguousArray<Int>
  private let fieldCount: Int

  /// The order in which the fields are described.
  init(_ fields: FieldTable) {
    fieldCount = fields.count
    successors = []
    for message in MessageType.allCases {
      let indices = fields.indices(of: message)
      successors.append(contentsOf: indices.dropFirst())
      successors.append(indices.lowerBound)
    }
    successors.append(contentsOf: MessageType.allCases.map { fields.indices(of: $0).lowerBound })
  }

  /// What represents the beginning of a message, before any of its fields.
  func beginning(of message: MessageType) -> Int { fieldCount + Int(message.rawValue) }

  /// The index of the field that probably comes next, one of the same message.
  func next(after last: Int) -> Int { successors[last] }

  /// Notes what came next.
  mutating func learn(_ index: Int, after last: Int) { successors[last] = index }
}
