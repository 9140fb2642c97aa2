import Documents
import JSONLines

/// What tells which form a description of a model has.
struct DescriptionForm {
  private(set) var name: DocumentReader?
  /// The list that the answer to a request for several models or jobs is.
  private(set) var list: DocumentValue?
  private(set) var hasTunedModel = false
  private(set) var hasError = false
  /// Whether it says how a model is to be tuned.
  private(set) var isJobFile = false

  static let fields = DocumentFields<DescriptionForm>([
    .place("name", to: \.name),
    .custom("tunedModel") { (form, _) in form.hasTunedModel = true },
    .custom("error") { (form, _) in form.hasError = true },
    .custom("models", .optional, setList), .custom("tunedModels", .optional, setList),
    .custom("tuningJobs", .optional, setList),
    .custom("supervisedTuningSpec") { (form, _) in form.isJobFile = true },
    .custom("preTunedModel") { (form, _) in form.isJobFile = true },
  ])

  @Sendable private static func setList(_ form: inout DescriptionForm, _ list: DocumentReader) {
    if list.value.kind == .array { form.list = form.list ?? list.value }
  }
}

extension DocumentField {
  /// A field whose text is read later, if at all; an empty one counts as absent.
  static func place(
    _ name: String, to path: any WritableKeyPath<Target, DocumentReader?> & Sendable
  ) -> DocumentField {
    DocumentField(FieldDescription(name, ignoresEmptyText: true)) { (target, reader, _) in
      target[keyPath: path] = reader
    }
  }

  /// A field with a text; an empty one counts as absent.
  static func text(
    _ name: String, to path: any WritableKeyPath<Target, String?> & Sendable
  ) -> DocumentField {
    DocumentField(FieldDescription(name, ignoresEmptyText: true)) {
      (target, reader, _) throws(DocumentFault) in
      target[keyPath: path] = try reader.string()
    }
  }

  /// The checkpoints that a model or a tuning job lists; none are listed where the list is empty.
  static func checkpoints(
    to path: any WritableKeyPath<Target, [ModelDescription.Checkpoint]?> & Sendable
  ) -> DocumentField {
    .custom("checkpoints") { (target, list) throws(DocumentFault) in
      var checkpoints: [ModelDescription.Checkpoint] = []
      for element in try list.elements() {
        var fields = CheckpointFields()
        try element.read(CheckpointFields.fields, into: &fields)
        guard let id = fields.id else { continue }
        checkpoints.append(ModelDescription.Checkpoint(id: id, epoch: fields.epoch, step: fields.step))
      }
      target[keyPath: path] = checkpoints.isEmpty ? nil : checkpoints
    }
  }
}

/// What a checkpoint tells.
private struct CheckpointFields {
  var id: String?
  var epoch: Int?
  var step: Int?

  static let fields = DocumentFields<CheckpointFields>([
    .text("checkpointId", to: \.id),
    // What is not a number tells nothing.
    .custom("epoch") { (fields, number) in fields.epoch = try? JobNumber.whole(number) },
    .custom("step") { (fields, number) in fields.step = try? JobNumber.whole(number) },
  ])
}
