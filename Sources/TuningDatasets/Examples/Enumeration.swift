import Diagnostics

/// The names that a field can have as its value.
enum Enumeration: UInt8, Sendable {
  case mediaResolution, partMediaResolutionLevel, functionCallingMode, behavior, scheduling, schemaType,
    codeLanguage, codeOutcome

  /// The names that the API knows.
  var names: [String] { Self.names[Int(rawValue)] }

  private static let names = [
    mediaResolutions, mediaResolutions + ["MEDIA_RESOLUTION_ULTRA_HIGH"],
    ["MODE_UNSPECIFIED", "AUTO", "ANY", "NONE", "VALIDATED"], ["UNSPECIFIED", "BLOCKING", "NON_BLOCKING"],
    ["SCHEDULING_UNSPECIFIED", "SILENT", "WHEN_IDLE", "INTERRUPT"],
    ["STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL", "TYPE_UNSPECIFIED"],
    ["PYTHON", "LANGUAGE_UNSPECIFIED"],
    ["OUTCOME_OK", "OUTCOME_FAILED", "OUTCOME_DEADLINE_EXCEEDED", "OUTCOME_UNSPECIFIED"],
  ]

  private static let mediaResolutions = [
    "MEDIA_RESOLUTION_UNSPECIFIED", "MEDIA_RESOLUTION_LOW", "MEDIA_RESOLUTION_MEDIUM",
    "MEDIA_RESOLUTION_HIGH",
  ]

  /// What the types of a schema are called elsewhere, in small letters.
  private static let otherTypes = [
    "str": "STRING", "text": "STRING", "char": "STRING", "date": "STRING", "datetime": "STRING",
    "int": "INTEGER", "long": "INTEGER", "int32": "INTEGER", "int64": "INTEGER", "float": "NUMBER",
    "double": "NUMBER", "decimal": "NUMBER", "bool": "BOOLEAN", "list": "ARRAY", "tuple": "ARRAY",
    "set": "ARRAY", "dict": "OBJECT", "dictionary": "OBJECT", "map": "OBJECT", "struct": "OBJECT",
    "json": "OBJECT", "none": "NULL", "nil": "NULL",
  ]

  /// The name that was probably meant.
  func nearest(to written: String) -> String {
    let other = self == .schemaType ? Self.otherTypes[written.lowercased()] : nil
    return other ?? NearestName.closest(to: written, among: names) ?? ""
  }
}
