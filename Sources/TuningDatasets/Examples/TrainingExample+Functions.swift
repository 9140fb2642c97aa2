import JSONLines

extension TrainingExample {
  /// A call of a function.
  struct FunctionCall {
    // The index of the part; the complement of that if there are partial arguments. A line can have very many calls.
    private var partIndex: Int32
    var name = Place.absent
    var id = Place.absent
    /// The arguments, an object.
    var arguments = Place.absent

    init(part: Int) { partIndex = Int32(inLine: part) }

    /// The index of the part.
    var part: Int { Int(partIndex < 0 ? ~partIndex : partIndex) }

    /// Whether arguments are sent in pieces, beside the object.
    var hasPartialArguments: Bool {
      get { partIndex < 0 }
      set { if newValue != hasPartialArguments { partIndex = ~partIndex } }
    }
  }

  /// What a function returned.
  struct FunctionResponse {
    private let partIndex: Int32
    var name = Place.absent
    var id = Place.absent
    /// The response, an object.
    var response = Place.absent

    init(part: Int) { partIndex = Int32(inLine: part) }

    /// The index of the part.
    var part: Int { Int(partIndex) }
  }

  /// A function that the model can call.
  struct FunctionDeclaration {
    /// In which language a schema is written, by the name of its field.
    enum Dialect: UInt8 {
      /// The subset of OpenAPI 3.0 that Google's `Schema` is.
      case parameters
      /// JSON Schema.
      case parametersJsonSchema
    }

    private let toolIndex: Int32
    /// The object.
    var object = Place.absent
    var name = Place.absent
    /// The schema of the parameters, a value of any type. Of two, which only one can be meant, the first.
    private(set) var schema = Place.absent
    private(set) var dialect = Dialect.parameters

    init(tool: Int) { toolIndex = Int32(inLine: tool) }

    /// The index of the tool in the list of tools.
    var tool: Int { Int(toolIndex) }

    /// Whether nothing is known of it.
    var isEmpty: Bool { name.isUnknown && schema.isUnknown }

    /// Notes a schema, if it is the first.
    mutating func setSchema(_ place: Place, _ dialect: Dialect) {
      if schema.isAbsent { (schema, self.dialect) = (place, dialect) }
    }
  }
}

extension TrainingExample {
  /// The object of a call, in its part.
  func range(of call: FunctionCall) -> Range<Int> { rangeOfData(inPart: call.part) }

  /// The object of a response, in its part.
  func range(of response: FunctionResponse) -> Range<Int> { rangeOfData(inPart: response.part) }

  /// What a part contains; of a part with several data, its brace.
  private func rangeOfData(inPart index: Int) -> Range<Int> {
    let part = parts[index]
    return part.kind == .spoilt ? part.offset..<part.offset + 1 : part.start..<part.end
  }

  /// Whether functions are called, answered or declared.
  var hasFunctions: Bool {
    functionCalls.count > 0 || functionResponses.count > 0 || functionDeclarations.count > 0
  }
}
