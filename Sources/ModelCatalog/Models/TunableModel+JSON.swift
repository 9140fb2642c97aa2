extension TunableModel: CatalogRecord {
  static let fields = CatalogFields(
    TunableModel.init,
    Field("id", \.id, "an id is not empty") { !$0.isEmpty },
    Field("displayName", \.displayName),
    Field("family", \.family),
    Field("generation", \.generation),
    Field("launchStage", \.launchStage),
    Field("isTunable", \.isTunable),
    Field("retirement", \.retirement),
    Field("replacements", \.replacements),
    Field("limits", \.limits, unlessSound: \.contradiction),
    Field("media", \.media),
    Field("mimeTypes", \.mimeTypes),
    Field("modalities", \.modalities),
    Field("regions", \.regions),
    Field(
      "adapterSizes", \.adapterSizes, "adapter sizes are positive and ascend",
      unlessValue: { sizes in
        sizes.first.map { $0 > 0 } == true && zip(sizes, sizes.dropFirst()).allSatisfy { $0 < $1 }
      }),
    Field("supportsCheckpoints", \.supportsCheckpoints),
    Field("supportsEncryptionKeys", \.supportsEncryptionKeys),
    Field("supportsContinuousTuning", \.supportsContinuousTuning),
    Field("functionCalling", \.functionCalling),
    Field("supportsPartMediaResolution", \.supportsPartMediaResolution),
    Field("trainingPriceInCentsPerMillionTokens", \.trainingPriceInCentsPerMillionTokens),
    Field(
      "controlTokens", \.controlTokens, "a control token begins with '<' and is at least 3 bytes long",
      unlessEach: { $0.hasPrefix("<") && $0.utf8.count > 2 }))
}
