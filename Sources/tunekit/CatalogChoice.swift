import ByteStreams
import ModelCatalog

/// The catalogue of models that a command works with: the built-in one, or a file in its place.
struct CatalogChoice {
  /// The path of the file; nil for the built-in catalogue.
  let path: String?

  /// The age from which on the user is told how old the catalogue is.
  private static let mostDays = 180

  /// Reads the catalogue; says on standard error if it is old.
  func load() throws(Trouble) -> ModelCatalog {
    let catalog = try path.map { path throws(Trouble) in try Self.read(path) } ?? .builtIn
    let epoch = CatalogDate(year: 1970, month: 1, day: 1)
    let age = SystemCalls.today - (epoch.map(catalog.asOf.daysSince) ?? 0)
    if age > Self.mostDays {
      var errors = OutputStream.standardError
      errors.write(
        "tunekit: the model catalogue is of \(catalog.asOf), \(age) days ago: limits may have changed since;"
          + " update tunekit, or give a newer one with --catalog\n")
    }
    return catalog
  }

  private static func read(_ path: String) throws(Trouble) -> ModelCatalog {
    let bytes: [UInt8]
    let fault: GzipFault?
    do throws(ByteStreamError) {
      (bytes, fault) = try readAll(path)
    } catch {
      throw Trouble(error.description)
    }
    if let fault { throw Trouble("the catalogue '\(path)' \(description(of: fault)): get it again") }
    do throws(CatalogFileError) {
      return try ModelCatalog(parsing: bytes)
    } catch {
      throw Trouble("\(path):\(error)")
    }
  }

  /// What is wrong with gzip data, as what is said of the file.
  private static func description(of fault: GzipFault) -> String {
    switch fault {
    case .truncated(_, let byte): "is cut short at byte \(byte) of its gzip data"
    case .corrupt(_, let byte, let reason): "is damaged at byte \(byte) of its gzip data (\(reason))"
    case .trailingData(let byte): "has bytes that are no gzip data from byte \(byte) on"
    }
  }

  /// The bytes of a file, or more than a catalogue may have; and what is wrong with its gzip data.
  private static func readAll(_ path: String) throws(ByteStreamError) -> ([UInt8], GzipFault?) {
    var stream = try ByteStream(path: path)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= ModelCatalog.maxFileBytes {
      var span = buffer.mutableSpan
      let count = try stream.read(into: &span)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return (bytes, stream.fault)
  }
}
