import Diagnostics
import JSONLines

/// A place in a SARIF log: the file, and the region in it.
struct SARIFPlace {
  /// The name of the folder that relative paths begin in.
  static let baseID = "SRCROOT"

  private let path: ReportPath

  /// A place in a file.
  init(_ path: String) { self.path = ReportPath(path) }

  /// Writes the member `physicalLocation`.
  func write(
    _ location: Location?, endColumn: Int? = nil, byteLength: Int? = nil, to json: inout JSONWriter
  ) {
    json.object("physicalLocation") { json in
      json.object("artifactLocation") { json in
        json.member("uri", path.uri)
        if path.isRelative { json.member("uriBaseId", Self.baseID) }
      }
      guard let location else { return }
      json.object("region") { json in
        json.member("startLine", location.line)
        json.member("startColumn", location.column)
        if let endColumn { json.member("endColumn", endColumn) }
        // Offsets are those of the data, which in a compressed file are not the file's.
        if !path.isCompressed {
          json.member("byteOffset", location.byteOffset)
          if let byteLength { json.member("byteLength", byteLength) }
        }
      }
    }
  }
}
