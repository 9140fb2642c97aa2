import ByteStreams

/// Finds the lines of examples that the service names by their number.
///
/// A line that is blank has no example; all other lines of a validated file have one.
public enum ExampleLines {
  /// The lines of examples, from 1, by their numbers, from 1; of a file that cannot be read any more, none.
  ///
  /// - Complexity: linear in the file, up to the last of the examples.
  public static func find(_ examples: [Int], inFileAt path: String) -> [Int: Int] {
    guard let last = examples.max() else { return [:] }
    let wanted = Set(examples)
    var lines: [Int: Int] = [:]
    var (line, example, isBlank) = (1, 0, true)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    do throws(ByteStreamError) {
      var stream = try ByteStream(path: path, regularFilesOnly: true)
      while example <= last {
        var span = buffer.mutableSpan
        let count = try stream.read(into: &span)
        if count == 0 { break }
        for byte in buffer[..<count] {
          switch byte {
          case 0x0A: (line, isBlank) = (line + 1, true)
          case 0x20, 0x09, 0x0D: break
          default:
            guard isBlank else { continue }
            isBlank = false
            example += 1
            if wanted.contains(example) { lines[example] = line }
          }
        }
      }
    } catch {
      return [:]
    }
    return lines
  }
}
