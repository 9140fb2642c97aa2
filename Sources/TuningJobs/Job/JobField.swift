import Documents
import JSONLines

/// A field of a job file, and how its value is read.
struct JobField<Target>: Sendable {
  /// Where a value that is read goes.
  typealias Path<Value: Sendable> = any WritableKeyPath<Target, Placed<Value>?> & Sendable

  let description: JobFieldDescription
  fileprivate let field: DocumentField<Target>

  init(_ description: JobFieldDescription, _ set: @escaping DocumentField<Target>.Setter) {
    self.description = description
    field = DocumentField(description.field, set)
  }

  /// A field whose value is noted with its place.
  init<Value: Sendable>(
    _ description: JobFieldDescription, to path: Path<Value>,
    _ read: @escaping @Sendable (DocumentReader) throws(DocumentFault) -> Value
  ) {
    self.init(description) { (target, reader, _) throws(DocumentFault) in
      target[keyPath: path] = Placed(try read(reader), at: reader.value.range)
    }
  }
}

extension JobField {
  static func text(_ name: String, to path: Path<String>, _ summary: String) -> JobField {
    JobField(JobFieldDescription(name, .string, summary), to: path) { (text) throws(DocumentFault) in
      try text.string()
    }
  }

  static func path(_ name: String, to path: Path<String>, _ summary: String) -> JobField {
    JobField(JobFieldDescription(name, .path, summary), to: path) { (text) throws(DocumentFault) in
      let path = try text.string()
      if path.isEmpty {
        throw text.fault(.wrongType(expected: "the path of a file", found: "an empty string"))
      }
      return path
    }
  }

  static func integer(_ name: String, to path: Path<Int>, _ summary: String) -> JobField {
    JobField(JobFieldDescription(name, .integer, summary), to: path) { (number) throws(DocumentFault) in
      try JobNumber.whole(number)
    }
  }

  static func number(_ name: String, to path: Path<Double>, _ summary: String) -> JobField {
    JobField(JobFieldDescription(name, .number, summary), to: path) { (number) throws(DocumentFault) in
      try JobNumber.any(number)
    }
  }

  static func boolean(_ name: String, to path: Path<Bool>, _ summary: String) -> JobField {
    JobField(JobFieldDescription(name, .boolean, summary), to: path) { (value) throws(DocumentFault) in
      try value.bool()
    }
  }

  /// A field that is ignored, with any value.
  static func ignored(_ name: String, _ shape: JobFieldDescription.Shape, _ summary: String) -> JobField {
    JobField(JobFieldDescription(name, shape, summary)) { (_, _, _) in }
  }

  /// A field that the service sets.
  static func outputOnly(_ name: String) -> JobField {
    JobField(JobFieldDescription(name, .anything, "Set by the service.", .outputOnly)) { (_, _, _) in }
  }

  /// A field whose value is for the service to judge; its place is that of its name.
  static func unread(
    _ name: String, to path: Path<DocumentValue>, _ summary: String,
    _ status: JobFieldDescription.Status = .input
  ) -> JobField {
    JobField(JobFieldDescription(name, .anything, summary, status)) { (target, reader, _) in
      target[keyPath: path] = Placed(reader.value, at: reader.place)
    }
  }

  /// A field whose value is ignored.
  static func named(
    _ name: String, in path: any WritableKeyPath<Target, [Placed<String>]> & Sendable,
    _ shape: JobFieldDescription.Shape, _ summary: String, _ status: JobFieldDescription.Status
  ) -> JobField {
    JobField(JobFieldDescription(name, shape, summary, status)) { (target, reader, _) in
      target[keyPath: path].append(Placed(name, at: reader.place))
    }
  }

  /// An object whose fields are noted where those around it are.
  static func object(_ name: String, _ fields: JobFields<Target>, _ summary: String) -> JobField {
    JobField(JobFieldDescription(name, .object(fields.descriptions), summary)) {
      (target, reader, faults) throws(DocumentFault) in
      try reader.read(fields.fields, into: &target, &faults)
    }
  }

  /// An object that becomes a value of its own; its place is that of its name.
  static func object<Inner: Sendable>(
    _ name: String, to path: Path<Inner>, _ empty: Inner, _ fields: JobFields<Inner>, _ summary: String
  ) -> JobField {
    JobField(JobFieldDescription(name, .object(fields.descriptions), summary)) {
      (target, reader, faults) throws(DocumentFault) in
      guard reader.value.kind == .object else { throw reader.expected("an object") }
      var inner = empty
      try reader.read(fields.fields, into: &inner, &faults)
      target[keyPath: path] = Placed(inner, at: reader.place)
    }
  }
}

/// The fields of an object in a job file.
struct JobFields<Target>: Sendable {
  let list: [JobField<Target>]
  let fields: DocumentFields<Target>

  init(_ list: [JobField<Target>]) {
    self.list = list
    fields = DocumentFields(list.map(\.field))
  }

  var descriptions: [JobFieldDescription] { list.map(\.description) }
}

extension DocumentReader {
  /// Where the name of the field is, or the value where it has none.
  fileprivate var place: Range<Int> { nameRange ?? value.range }
}
