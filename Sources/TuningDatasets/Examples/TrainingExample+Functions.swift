import JSONLines

extension TrainingExample {
  /// A call of a function.
  struct FunctionCall {
    private let partIndex: Int32
    /// The object.
    var object = Place.absent
    var name = Place.absent
    var id = Place.absent
    /// The arguments, an object.
    var arguments = Place.absent
    /// Whether arguments are sent in pieces, beside the object.
    var hasPartialArguments = false

    init(part: Int) { partIndex = Int32(part) }

    /// The index of the part.
    var part: Int { Int(partIndex) }
  }

  /// What a function returned.
  struct FunctionResponse {
    private let partIndex: Int32
    /// The object.
    var object = Place.absent
    var name = Place.absent
    var id = Place.absent
    /// The response, an object.
    var response = Place.absent

    init(part: Int) { partIndex = Int32(part) }

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

    init(tool: Int) { toolIndex = Int32(tool) }

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
  /// Whether functions are called, answered or declared.
  var hasFunctions: Bool {
    functionCalls.count > 0 || functionResponses.count > 0 || functionDeclarations.count > 0
  }
}
