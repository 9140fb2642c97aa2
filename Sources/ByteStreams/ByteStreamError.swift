public import SystemPackage

/// Why a byte stream cannot be opened or read to its end: a problem with the file itself, not with its content.
///
/// ``description`` is one line that ends with what to do.
public enum ByteStreamError: Error, Equatable, Sendable {
  /// The path leads to a directory.
  case isADirectory(path: String)
  /// The path leads to a pipe or a device where only a file will do.
  case notARegularFile(path: String)
  /// The path does not exist.
  case notFound(path: String)
  /// The file exists and may not be read.
  case permissionDenied(path: String)
  /// The system refuses to open the file for another reason.
  case cannotOpen(path: String, reason: Errno)
  /// Reading failed after `atByte` bytes of the file.
  case cannotRead(path: String, atByte: Int, reason: Errno)
  /// There is no memory to inflate gzip data with.
  case outOfMemory(path: String)
  /// The file is not JSON Lines, as its first bytes show.
  case foreign(path: String, ForeignContent)

  /// The error for `reason`, which the system gave when the file at `path` was to be opened.
  static func opening(_ path: String, failedWith reason: Errno) -> ByteStreamError {
    switch reason {
    case .isDirectory: .isADirectory(path: path)
    case .noSuchFileOrDirectory: .notFound(path: path)
    case .permissionDenied: .permissionDenied(path: path)
    default: .cannotOpen(path: path, reason: reason)
    }
  }
}

extension ByteStreamError: CustomStringConvertible {
  /// What went wrong and what to do about it, in one line without a full stop.
  public var description: String {
    switch self {
    case .isADirectory(let path):
      "\(Self.shown(path)) is a directory: give a file"
    case .notARegularFile(let path):
      "\(Self.shown(path)) is a pipe or a device, which cannot be read again: give a file"
    case .notFound(let path) where path.hasPrefix("gs://"):
      "\(Self.shown(path)) is in Cloud Storage, but tunekit reads only local files: download it with "
        + "'gcloud storage cp', or pipe it in with 'gcloud storage cat URI | tunekit validate -'"
    case .notFound(let path):
      if path.isEmpty {
        "the path is empty: give a file, or - for standard input"
      } else if path.contains(where: "*?[".contains) {
        "\(Self.shown(path)) does not exist: the shell found no file for this pattern, so check it"
      } else if path.contains("\u{FFFD}") {
        // What the program gets of arguments that are not UTF-8.
        "\(Self.shown(path)) does not exist: a name that is not UTF-8 cannot be read, so rename the file"
      } else {
        "\(Self.shown(path)) does not exist: check the path"
      }
    case .permissionDenied(let path):
      "\(Self.shown(path)) is not readable: change its permissions or those of its directory"
    case .cannotOpen(let path, let reason):
      "\(Self.shown(path)) cannot be opened (\(reason)): check the path"
    case .cannotRead(let path, let atByte, let reason):
      "\(Self.shown(path)) cannot be read after byte \(atByte) (\(reason)): check where it is stored and try again"
    case .outOfMemory(let path):
      "\(Self.shown(path)) cannot be decompressed, because there is not enough memory: free some and try again"
    case .foreign(let path, let content):
      "\(Self.shown(path)) is \(content.name), not JSON Lines in UTF-8: \(content.remedy)"
    }
  }

  /// The path in quotes; line breaks and other control characters, which a file name may contain, as escapes.
  private static func shown(_ path: String) -> String {
    if path == ByteStream.standardInputPath { return "standard input" }
    var result = "'"
    for scalar in path.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}
