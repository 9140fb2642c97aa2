import Documents

/// What a `TuningJob` tells of the model that it made.
struct TunedJobFields {
  private(set) var name: DocumentReader?
  private(set) var checkpoints: [ModelDescription.Checkpoint]?
  private(set) var state: String?
  private(set) var displayName: String?
  private(set) var createTime: DocumentReader?
  private(set) var endTime: DocumentReader?
  private(set) var base: String?
  private(set) var preTunedBase: String?
  private(set) var method: ModelDescription.Method?
  private(set) var key: String?
  private(set) var adapterSize: String?

  static let fields = DocumentFields<TunedJobFields>(own + otherSpecs)

  private static let own: [DocumentField<TunedJobFields>] = [
    .text("state", to: \.state),
    .place("createTime", to: \.createTime),
    .place("endTime", to: \.endTime),
    .text("tunedModelDisplayName", to: \.displayName),
    .text("baseModel", to: \.base),
    .object("preTunedModel", fields: [.text("baseModel", to: \.preTunedBase)]),
    .object("tunedModel", fields: [.place("model", to: \.name), .checkpoints(to: \.checkpoints)]),
    DocumentField(FieldDescription("supervisedTuningSpec")) { (job, spec, faults) throws(DocumentFault) in
      job.method = .supervised
      try spec.read(supervisedTuningSpec, into: &job, &faults)
    },
    .object("encryptionSpec", fields: [.text("kmsKeyName", to: \.key)]),
  ]

  private static let otherSpecs: [DocumentField<TunedJobFields>] = JobSchema.otherSpecs.map { name in
    .custom(name) { (job, _) in job.method = job.method ?? .other(name) }
  }

  private static let supervisedTuningSpec = DocumentFields<TunedJobFields>([
    .object("hyperParameters", fields: [.text("adapterSize", to: \.adapterSize)])
  ])
}
