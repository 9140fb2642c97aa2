import JSONLines

/// The reading of the values that tell what a line is.
extension LineFormatReader {
  /// Reads a line, and notes what its fields tell.
  mutating func readLine(_ reader: inout JSONReader) throws(JSONFault) {
    _ = try reader.openObject()
    var isFirst = true
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      let first = reader.line[reader.offset]
      // Null counts as absent: a table that was written out has all its columns in every line.
      if first == UInt8(ascii: "n") {
        try reader.literal()
        continue
      }
      let isTelling = keys.note(key, in: reader.line)
      noteTop(key, first: first, in: reader.line)
      if let index = LineFormat.lists.firstIndex(where: { reader.line.string(key, equals: $0) }), list == nil
      {
        list = (key, isCertain: index < 2, isMessages: index == 0)
        try first == UInt8(ascii: "[") ? readMessages(&reader) : reader.skipValue()
      } else if first == UInt8(ascii: "{") {
        try readObject(of: key, &reader)
      } else if first == UInt8(ascii: "[") {
        try readList(of: key, &reader)
      } else {
        try reader.skipValue()
      }
      if !isTelling, list?.key != key, FieldTable.shared.find(key, of: .example, in: reader.line) == nil {
        traits.insert(.others)
      }
    }
  }

  /// Notes a field at the top of the line, given the first byte of its value.
  private mutating func noteTop(_ key: StringToken, first: UInt8, in line: LineBytes) {
    for (name, trait) in Self.topFields where line.string(key, equals: name) { traits.insert(trait) }
    if first == UInt8(ascii: "["), LineFormat.pairs.contains(where: { line.string(key, equals: $0.text) }) {
      traits.insert(.listedText)
    }
    if first == UInt8(ascii: "\""), line.string(key, equals: "tools") { traits.insert(.tools) }
  }

  private static let topFields: [(name: String, trait: LineFormatTraits)] = [
    ("system", .topSystem), ("system_prompt", .topSystemPrompt), ("context", .topContext),
    ("input", .topInput),
    ("prompt", .topPrompt), ("functions", .tools), ("anthropic_version", .others), ("schemaVersion", .others),
  ]

  /// Reads an object, which may be an example or a request.
  private mutating func readObject(of key: StringToken, _ reader: inout JSONReader) throws(JSONFault) {
    let example = try readExample(&reader)
    if example.hasContents, wrapper == nil { wrapper = (key, isList: false) }
    if example.hasMessages, messages == nil {
      messages = (key, isBody: reader.line.string(key, equals: "body"))
    }
  }

  /// Reads a list, which may be one of examples, or of tools.
  private mutating func readList(of key: StringToken, _ reader: inout JSONReader) throws(JSONFault) {
    let areTools = reader.line.string(key, equals: "tools")
    try reader.openArray()
    var isFirst = true
    while try reader.nextElement(isFirst: isFirst) {
      if reader.line[reader.offset] == UInt8(ascii: "{"), isFirst {
        let element = try readExample(&reader)
        if element.hasContents, wrapper == nil { wrapper = (key, isList: true) }
        if areTools { traits.formUnion(element.tool) }
      } else {
        try reader.skipValue()
      }
      isFirst = false
    }
  }

  /// The fields of tools that are not in Gemini's format.
  private static let toolFields: [(name: String, traits: LineFormatTraits)] = [
    ("function", .tools), ("parameters", .tools), ("toolSpec", .tools),
    ("input_schema", [.tools, .anthropicTools]),
  ]

  /// Reads an object, and whether it has a list of contents or of messages, or is a tool of another format.
  private mutating func readExample(
    _ reader: inout JSONReader
  ) throws(JSONFault) -> (hasContents: Bool, hasMessages: Bool, tool: LineFormatTraits) {
    var found = (hasContents: false, hasMessages: false, tool: [] as LineFormatTraits)
    _ = try reader.openObject()
    var isFirst = true
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      let isList = reader.line[reader.offset] == UInt8(ascii: "[")
      if isList, reader.line.string(key, equals: "contents") {
        found.hasContents = true
        if wrapper == nil { try readContents(&reader) } else { try reader.skipValue() }
        continue
      }
      if isList, reader.line.string(key, equals: "messages") { found.hasMessages = true }
      for (name, trait) in Self.toolFields where reader.line.string(key, equals: name) {
        found.tool.formUnion(trait)
      }
      try reader.skipValue()
    }
    return found
  }

  /// Reads the contents of an example in something else, and whether its last turn is the model's.
  private mutating func readContents(_ reader: inout JSONReader) throws(JSONFault) {
    try reader.openArray()
    var isFirst = true
    while try reader.nextElement(isFirst: isFirst) {
      isFirst = false
      let outer = traits
      traits = []
      try reader.line[reader.offset] == UInt8(ascii: "{") ? readMessage(&reader) : reader.skipValue()
      hasAnswer = traits.contains(.model)
      traits = outer
    }
  }

  private mutating func readMessages(_ reader: inout JSONReader) throws(JSONFault) {
    try reader.openArray()
    var isFirst = true
    while try reader.nextElement(isFirst: isFirst) {
      isFirst = false
      try reader.line[reader.offset] == UInt8(ascii: "{") ? readMessage(&reader) : reader.skipValue()
    }
  }

  /// Reads a message: its role, and what it has.
  private mutating func readMessage(_ reader: inout JSONReader) throws(JSONFault) {
    _ = try reader.openObject()
    var isFirst = true
    while let key = try reader.nextKey(isFirst: isFirst) {
      isFirst = false
      let line = reader.line
      if let role: LineFormatTraits =
        line.string(key, equals: "role")
        ? [] : line.string(key, equals: "from") ? .from : line.string(key, equals: "author") ? .author : nil
      {
        traits.formUnion(role)
        try readRole(&reader)
        continue
      }
      let isNull = line[reader.offset] == UInt8(ascii: "n")
      let isList = line[reader.offset] == UInt8(ascii: "[")
      for field in LineFormatTraits.fields where !isNull && line.string(key, equals: field.name) {
        traits.insert(field.trait)
      }
      try isList && line.string(key, equals: "content") ? readBlocks(&reader) : reader.skipValue()
    }
  }

  private mutating func readRole(_ reader: inout JSONReader) throws(JSONFault) {
    guard reader.line[reader.offset] == UInt8(ascii: "\"") else { return try reader.skipValue() }
    let role = try reader.string()
    for known in LineFormatTraits.roles where reader.line.string(role, equals: known.name) {
      traits.insert(known.trait)
    }
  }

  /// Reads the blocks of a message: whether they are as only Anthropic's are.
  private mutating func readBlocks(_ reader: inout JSONReader) throws(JSONFault) {
    traits.insert(.blocks)
    try reader.openArray()
    var isFirst = true
    while try reader.nextElement(isFirst: isFirst) {
      isFirst = false
      guard reader.line[reader.offset] == UInt8(ascii: "{") else {
        try reader.skipValue()
        continue
      }
      _ = try reader.openObject()
      var isFirstKey = true
      while let key = try reader.nextKey(isFirst: isFirstKey) {
        isFirstKey = false
        let isSource = ["source", "tool_use_id", "input"].contains { reader.line.string(key, equals: $0) }
        if isSource { traits.insert(.anthropicBlocks) }
        try reader.skipValue()
      }
    }
  }
}
