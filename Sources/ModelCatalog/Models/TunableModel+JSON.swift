extension TunableModel: CatalogRecord {
  enum Field: String, CatalogField {
    case id, displayName, family, generation, launchStage, isTunable, retirement, limits, media, mimeTypes
    case modalities, regions, adapterSizes, supportsCheckpoints, supportsEncryptionKeys
    case supportsContinuousTuning, functionCalling, supportsPartMediaResolution
    case trainingPriceInCentsPerMillionTokens, controlTokens
  }

  func value(of field: Field) -> (any CatalogValue)? {
    switch field {
    case .id: id
    case .displayName: displayName
    case .family: family
    case .generation: generation
    case .launchStage: launchStage
    case .isTunable: isTunable
    case .retirement: retirement
    case .limits: limits
    case .media: media
    case .mimeTypes: mimeTypes
    case .modalities: modalities
    case .regions: regions
    case .adapterSizes: adapterSizes
    case .supportsCheckpoints: supportsCheckpoints
    case .supportsEncryptionKeys: supportsEncryptionKeys
    case .supportsContinuousTuning: supportsContinuousTuning
    case .functionCalling: functionCalling
    case .supportsPartMediaResolution: supportsPartMediaResolution
    case .trainingPriceInCentsPerMillionTokens: trainingPriceInCentsPerMillionTokens
    case .controlTokens: controlTokens
    }
  }

  init(reading node: CatalogNode) throws(CatalogFault) {
    let object = try CatalogObject<Field>(node)
    id = try object.read(.id)
    displayName = try object.read(.displayName)
    family = try object.read(.family)
    generation = try object.read(.generation)
    launchStage = try object.read(.launchStage)
    isTunable = try object.read(.isTunable)
    retirement = try object.read(.retirement)
    limits = try object.read(.limits)
    media = try object.read(.media)
    mimeTypes = try object.read(.mimeTypes)
    modalities = try object.read(.modalities)
    regions = try object.read(.regions)
    adapterSizes = try object.read(.adapterSizes)
    supportsCheckpoints = try object.read(.supportsCheckpoints)
    supportsEncryptionKeys = try object.read(.supportsEncryptionKeys)
    supportsContinuousTuning = try object.read(.supportsContinuousTuning)
    functionCalling = try object.read(.functionCalling)
    supportsPartMediaResolution = try object.read(.supportsPartMediaResolution)
    trainingPriceInCentsPerMillionTokens = try object.read(.trainingPriceInCentsPerMillionTokens)
    controlTokens = try object.read(.controlTokens)
    try checkLists(of: object)
  }

  private func checkLists(of object: CatalogObject<Field>) throws(CatalogFault) {
    try object.check(.id, !id.isEmpty, "an id is not empty")
    let sizes = adapterSizes.value
    let isAscending = zip(sizes, sizes.dropFirst()).allSatisfy { $0 < $1 }
    try object.check(
      valueOf: .adapterSizes, isAscending && !sizes.isEmpty && sizes.allSatisfy { $0 > 0 },
      "adapter sizes are positive and ascend")
    try object.check(
      elementsOf: .controlTokens, "a control token begins with '<' and is at least 3 bytes long"
    ) { (token: String) in token.hasPrefix("<") && token.utf8.count > 2 }
  }
}
