import ArgumentParser
import Diagnostics
import Reports
import SystemPackage
import TuningDatasets

/// `tunekit show`: shows one example of a dataset in readable form.
struct Show: Command {
  static let configuration = CommandConfiguration(
    of: "tunekit", commandName: "show",
    abstract: "Show one example of a dataset, turn by turn.",
    discussion: """
      PLACE is FILE:LINE or FILE:LINE:COLUMN, as in findings; '-' as FILE is standard input. The file may be \
      plain or gzipped.
      """)

  // The argument parser takes '-:7' for an option.
  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("FILE:LINE or FILE:LINE:COLUMN.", valueName: "place"),
    completion: .file())
  var places: [String]

  @Flag(help: "Write the bytes of the line as they are.")
  var raw = false

  @Option(name: .customLong("max-line-bytes"), parsing: .unconditional, help: .maximumLineBytes)
  var maximumLineBytes: Int?

  @Option(help: .color) var color = ColorChoice.auto

  func perform() throws(Trouble) -> Outcome {
    if let option = places.first(where: { $0.hasPrefix("-") && !$0.hasPrefix("-:") }) {
      throw Trouble("'\(option)' is not an option of 'tunekit show': see 'tunekit show --help'")
    }
    guard let first = places.first, places.count == 1 else {
      throw Trouble("'tunekit show' takes one place, such as train.jsonl:7")
    }
    let place = try LinePlace(first)
    let line = try read(place)
    var marked: (location: Location, excerpt: Finding.Excerpt)?
    if let column = place.column {
      guard let location = line.location(ofColumn: column) else {
        throw Trouble("line \(place.line) of '\(place.path)' has no column \(column)")
      }
      marked = (location, line.excerpt(at: location.byteOffsetInLine))
    }
    var output = OutputStream.standardOutput
    if raw {
      output.write(data: line.bytes)
      output.write("\n")
    } else {
      let width = SystemCalls.columns(of: .standardOutput)
      output.write(
        ExampleText(line.bytes, marked: marked, width: width, isColored: color.isColored).text)
    }
    return Outcome(writing: output)
  }

  private func read(_ place: LinePlace) throws(Trouble) -> DatasetLine {
    var limits = Limits()
    limits.maximumLineBytes = try OptionNumber.lineBytes(maximumLineBytes)
    do throws(DatasetLine.Absence) {
      return try DatasetLine(place.line, of: place.path, limits: limits)
    } catch {
      throw Trouble(Self.message(error, place))
    }
  }

  private static func message(_ absence: DatasetLine.Absence, _ place: LinePlace) -> String {
    switch absence {
    case .unreadable(let reason): reason
    case .noSuchLine(let lines):
      "'\(place.path)' has no line \(place.line): it has \(Quantity.count(lines, "line"))"
    case .damagedBefore(let lines):
      "line \(place.line) of '\(place.path)' cannot be read: the gzip data are damaged after line \(lines)"
    case .tooLong(let length, let maximum):
      "line \(place.line) of '\(place.path)' has \(length) bytes, over the limit of \(maximum): "
        + "raise it with --max-line-bytes"
    }
  }
}

/// A place in a file, as findings write it: `train.jsonl:7` or `train.jsonl:7:89`.
private struct LinePlace {
  let path: String
  let line: Int
  let column: Int?

  init(_ text: String) throws(Trouble) {
    let (rest, last) = Self.split(text)
    guard let last else {
      throw Trouble(
        "'\(text)' has no line number: write FILE:LINE or FILE:LINE:COLUMN, such as train.jsonl:7")
    }
    let (path, line) = Self.split(rest)
    (self.path, self.line, column) = line.map { (path, $0, last) } ?? (rest, last, nil)
    guard self.line > 0, column ?? 1 > 0 else { throw Trouble("lines and columns are counted from 1") }
  }

  /// A text, and the number after its last colon, if there is one.
  private static func split(_ text: String) -> (String, Int?) {
    guard let colon = text.lastIndex(of: ":") else { return (text, nil) }
    let number = text[text.index(after: colon)...]
    guard !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(number)
    else { return (text, nil) }
    return (String(text[..<colon]), value)
  }
}
