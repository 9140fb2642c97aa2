import Diagnostics
import JSONLines

/// A place in a SARIF log: the file, and the region in it.
struct SARIFPlace {
  /// The name of the folder that relative paths begin in.
  static let baseID = "SRCROOT"

  private let path: ReportPath

  /// A place in a file.
  init(_ path: String) { self.path = ReportPath(path) }

  /// Whether bytes are counted in the file as they are on disk.
  var hasByteOffsets: Bool { !path.isCompressed }

  /// Writes the member `artifactLocation`.
  func writeArtifact(to json: inout JSONWriter) {
    json.object("artifactLocation") { json in
      json.member("uri", path.uri)
      if path.isRelative { json.member("uriBaseId", Self.baseID) }
    }
  }

  /// Writes the member `physicalLocation`: the columns of a region, and the same region in bytes if both are known, since
  /// the two must not differ (section 3.30.1). Bytes are counted in the data, which in a compressed file are not the file's.
  ///
  /// - Parameter region: what is covered; nil for what begins at the location.
  func write(_ location: Location?, _ region: FindingRegion? = nil, to json: inout JSONWriter) {
    json.object("physicalLocation") { json in
      writeArtifact(to: &json)
      guard let location else { return }
      json.object("region") { json in
        json.member("startLine", location.line)
        json.member("startColumn", location.column)
        guard let endColumn = region?.endColumn, let byteLength = region?.byteLength else { return }
        json.member("endColumn", endColumn)
        if hasByteOffsets {
          json.member("byteOffset", location.byteOffset)
          json.member("byteLength", byteLength)
        }
      }
    }
  }
}
