import Foundation
import TestSupport

/// A line that is odd in one place, from `OddLines.txt`.
struct OddLine {
  let title: String
  let text: String
  /// Why the rules are not of the parsers' opinion; nil where they are.
  let difference: String?

  /// The table: reasons (`= name: reason`), and below the name of each frame (`[frame]`) what stands in it
  /// (`title :: JSON`, or `title !reason :: JSON`).
  static func all() throws -> [OddLine] {
    let file = ProjectFolder.url.appending(path: "Tests/TuningDatasetsTests/Odd/OddLines.txt")
    var reasons: [Substring: String] = [:]
    var lines: [OddLine] = []
    var frame: Substring = ""
    for row in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if row.hasPrefix("= "), let colon = row.firstIndex(of: ":") {
        reasons[row[row.index(row.startIndex, offsetBy: 2)..<colon]] = String(row[colon...].dropFirst(2))
      } else if row.hasPrefix("[") {
        frame = row.dropFirst().dropLast()
      } else if !row.hasPrefix("#") {
        lines.append(try OddLine(row, in: frame, reasons))
      }
    }
    return lines
  }

  private struct BadRow: Error {
    let row: Substring
  }

  private init(_ row: Substring, in frame: Substring, _ reasons: [Substring: String]) throws {
    let sides = row.split(separator: " :: ", maxSplits: 1)
    guard sides.count == 2, let text = Self.framed(sides[1], in: frame) else { throw BadRow(row: row) }
    let names = sides[0].split(separator: " !", maxSplits: 1)
    title = String(names[0])
    self.text = text
    difference = names.count == 2 ? reasons[names[1]] : nil
    if names.count == 2, difference == nil { throw BadRow(row: row) }
  }

  /// The line that has this in a frame, which is good otherwise.
  private static func framed(_ odd: Substring, in frame: Substring) -> String? {
    let question = #"{"role":"user","parts":[{"text":"What is this?"}]}"#
    let answer = #"{"role":"model","parts":[{"text":"A cat."}]}"#
    let contents = #""contents":[\#(question),\#(answer)]"#
    let declarations = #"\#(contents),"tools":[{"functionDeclarations":[{"#
    return switch frame {
    case "contents": #"{"contents":\#(odd)}"#
    case "part of the user's":
      #"{"contents":[{"role":"user","parts":[{\#(odd)},{"text":"What is this?"}]},\#(answer)]}"#
    case "part of the model's": #"{"contents":[\#(question),{"role":"model","parts":[{\#(odd)}]}]}"#
    case "part behind a call":
      #"{"contents":[\#(question),{"role":"model","parts":[{"functionCall":{"name":"f","args":{}}}]},"#
        + #"{"role":"user","parts":[{\#(odd)}]},\#(answer)]}"#
    case "fields of an example": "{\(contents),\(odd)}"
    case "tools": #"{\#(contents),"tools":\#(odd)}"#
    case "fields of a function": "{\(declarations)\(odd)}]}]}"
    case "parameters of a function": #"{\#(declarations)"name":"f","parameters":{\#(odd)}}]}]}"#
    default: nil
    }
  }
}
