/// In what order fields come: a file is written by one program, so what followed a field last follows it again, or else
/// what did before that: after `type`, a schema of an object has other fields than one of a string.
struct FieldOrder {
  /// By the index of a field, then by that of a message: the index of the field that followed it last, or began it last.
  private var successors: ContiguousArray<Int>
  /// The same for what did before that.
  private var others: ContiguousArray<Int>
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
    others = successors
  }

  /// What represents the beginning of a message, before any of its fields.
  func beginning(of message: MessageType) -> Int { fieldCount + Int(message.rawValue) }

  /// The index of the field that probably comes next, one of the same message.
  func next(after last: Int) -> Int { successors[last] }

  /// The index of the field that comes next if not the one that probably does.
  func other(after last: Int) -> Int { others[last] }

  /// Notes what came next.
  mutating func learn(_ index: Int, after last: Int) {
    others[last] = successors[last]
    successors[last] = index
  }
}
