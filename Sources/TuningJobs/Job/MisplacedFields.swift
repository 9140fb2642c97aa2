import Documents

/// Fields of a job that are known, but in another object than the one that they are in.
struct MisplacedFields {
  /// Fields of one object that belong in one other object.
  struct Group {
    /// The object that they are in; empty for the job itself.
    let object: String
    /// The object that they belong in, or that has the object that they belong in; empty for the job itself.
    let home: String
    /// The names as they are written.
    fileprivate(set) var names: [String]
    /// The fields, each with the objects that it must be in, from the outermost.
    fileprivate(set) var fields: [[String]]
    /// The place of the first name.
    let range: Range<Int>
  }

  /// The groups, in the order of their first fields.
  private(set) var groups: [Group] = []
  private var count = 0

  /// How many fields are looked at: more are not what a person wrote.
  private static let maximumCount = 1000

  /// Notes a field if it is known in another object.
  ///
  /// - Parameter object: the object that it is in; empty for the job itself.
  /// - Returns: whether it is.
  mutating func note(_ name: String, in object: String, at range: Range<Int>) -> Bool {
    guard count < Self.maximumCount, name.utf8.count <= 64 else { return false }
    count += 1
    guard let path = Self.path(of: name), path.dropLast().last ?? "" != object else { return false }
    // Inside an object, its own name need not be written again.
    let inner = path.firstIndex(of: object).map { Array(path[($0 + 1)...]) } ?? path
    let home = inner.count > 1 ? inner[0] : ""
    // A field above the object can be in one place only.
    guard inner.count > 1 || !object.isEmpty else { return false }
    if let index = groups.firstIndex(where: { $0.object == object && $0.home == home }) {
      groups[index].names.append(name)
      groups[index].fields.append(inner)
    } else {
      groups.append(Group(object: object, home: home, names: [name], fields: [inner], range: range))
    }
    return true
  }

  /// The objects around the field with a name, from the outermost, and the field itself; nil if no object has such a field.
  private static func path(of name: String) -> [String]? {
    paths.first { FieldDescription($0.last ?? "").isNamed(name, inEitherSpelling: true) }
      ?? UnknownJobField.aliased(name).flatMap { alias in paths.first { $0.last == alias } }
  }

  /// The paths of all fields that a request can set.
  private static let paths: [[String]] = {
    func paths(_ fields: [JobFieldDescription], below path: [String]) -> [[String]] {
      fields.filter { $0.status == .input }.flatMap { field in
        let own = path + [field.name]
        if case .object(let inner) = field.shape { return [own] + paths(inner, below: own) }
        return [own]
      }
    }
    return paths(JobSchema.job.descriptions, below: [])
  }()
}

extension MisplacedFields.Group {
  /// The fields in their objects, as JSON without values: `"hyperParameters": {"epochCount": …}`.
  var json: String { Self.json(fields) }

  private static func json(_ fields: [[String]]) -> String {
    var written: Set<String> = []
    return fields.compactMap { path -> String? in
      guard let first = path.first, written.insert(first).inserted else { return nil }
      let inner = fields.filter { $0.first == first && $0.count > 1 }.map { Array($0.dropFirst()) }
      return inner.isEmpty ? "\"\(first)\": …" : "\"\(first)\": {\(json(inner))}"
    }.joined(separator: ", ")
  }
}
