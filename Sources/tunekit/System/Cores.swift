import ByteStreams
import TuningDatasets

/// The cores that this program may use.
enum Cores {
  /// The number of cores that the program can use, at least 1. Tools such as taskset and containers can restrict it.
  static var available: Int { max(1, min(SystemCalls.coresOnline, allowed ?? .max)) }

  /// The default number of threads: one for each core.
  static var threads: Int { min(available, Limits.maximumJobs) }

  /// How many cores the system allows the program, in use or not; nil if it does not say.
  ///
  ///     Cpus_allowed:  00000000,0000000f        a bit for each, in hexadecimal
  private static var allowed: Int? {
    guard let status = try? beginning(of: "/proc/self/status") else { return nil }
    // By bytes: characters take longer than a small file does.
    let name = Array("Cpus_allowed:".utf8)
    let lines = status.split(separator: UInt8(ascii: "\n"))
    guard let line = lines.first(where: { $0.starts(with: name) }) else { return nil }
    return line.dropFirst(name.count).reduce(0) { count, digit in
      count + (Character(UnicodeScalar(digit)).hexDigitValue ?? 0).nonzeroBitCount
    }
  }

  private static func beginning(of path: String) throws(ByteStreamError) -> ArraySlice<UInt8> {
    var stream = try ByteStream(path: path)
    var bytes = [UInt8](repeating: 0, count: 1 << 13)
    var span = bytes.mutableSpan
    let count = try stream.read(into: &span)
    return bytes[..<count]
  }
}
