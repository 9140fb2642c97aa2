import TestSupport

/// A training example as a value that can be written in many ways.
indirect enum RandomExample {
  case object([(key: String, isField: Bool, value: RandomExample)])
  case array([RandomExample])
  case string(String)
  case number(Int, tenths: Int)
  case word(String)

  // MARK: Values

  /// An example with a few turns, and perhaps a system instruction and tools.
  static func example(_ generator: inout SplitMix64) -> RandomExample {
    var fields: [(String, Bool, RandomExample)] = []
    var turns: [RandomExample] = []
    for index in 0..<Int.random(in: 1...4, using: &generator) {
      turns.append(turn(index.isMultiple(of: 2) ? "user" : "model", &generator))
    }
    fields.append(("contents", true, .array(turns + [turn("model", &generator)])))
    if Bool.random(using: &generator) {
      let text = RandomExample.array([.object([("text", true, text(&generator))])])
      fields.append(("systemInstruction", true, .object([("parts", true, text)])))
    }
    if Bool.random(using: &generator) {
      let declaration = RandomExample.object([
        ("name", true, .string("get_stock")),
        (
          "parameters", true,
          .object([
            ("type", true, .string("OBJECT")),
            ("properties", true, .object([("some_id", false, schema(&generator))])),
            ("maxProperties", true, .number(3, tenths: 0)),
          ])
        ),
        ("parametersJsonSchema", true, free(&generator, depth: 2)),
      ])
      fields.append(
        ("tools", true, .array([.object([("functionDeclarations", true, .array([declaration]))])])))
    }
    return .object(fields)
  }

  private static func turn(_ role: String, _ generator: inout SplitMix64) -> RandomExample {
    let parts = (0..<generator.pick([1, 1, 1, 2])).map { _ in part(&generator) }
    return .object([("role", true, .string(role)), ("parts", true, .array(parts))])
  }

  private static func part(_ generator: inout SplitMix64) -> RandomExample {
    switch Int.random(in: 0..<9, using: &generator) {
    case 0:
      return .object([
        (
          "functionCall", true,
          .object([
            ("name", true, .string("get_stock")),
            ("args", true, .object([("some_id", false, free(&generator, depth: 3))])),
          ])
        )
      ])
    case 1:
      return .object([
        (
          "fileData", true,
          .object([("mimeType", true, .string("video/mp4")), ("fileUri", true, text(&generator))])
        ),
        (
          "videoMetadata", true,
          .object([("endOffset", true, .string("5s")), ("fps", true, .number(2, tenths: 5))])
        ),
      ])
    case 2: return .object([("inlineData", true, inlineData(&generator))])
    case 3:
      let media = RandomExample.array([.object([("inlineData", true, inlineData(&generator))])])
      return .object([
        (
          "functionResponse", true,
          .object([
            ("name", true, .string("get_stock")), ("id", true, text(&generator)),
            ("response", true, .object([("k", false, free(&generator, depth: 2))])), ("parts", true, media),
          ])
        )
      ])
    case 4:
      return .object([
        (
          "executableCode", true,
          .object([("language", true, .string("PYTHON")), ("code", true, text(&generator))])
        ),
        ("thoughtSignature", true, base64(&generator)),
      ])
    default: return .object([("text", true, text(&generator))])
    }
  }

  private static func inlineData(_ generator: inout SplitMix64) -> RandomExample {
    .object([
      ("mimeType", true, .string("image/png")), ("data", true, base64(&generator)),
      ("displayName", true, text(&generator)),
    ])
  }

  /// Base64, and now and then what is none.
  private static func base64(_ generator: inout SplitMix64) -> RandomExample {
    let length = 4 * generator.pick([1, 2, 9, 40, 1500])
    let text = (0..<length).map { _ in generator.pick(["A", "b", "7", "+", "/"]) }.joined()
    return .string(text + generator.pick(["", "", "AA==", "AAA=", "A", " ", "é"]))
  }

  private static func schema(_ generator: inout SplitMix64) -> RandomExample {
    .object([
      ("type", true, .string("STRING")), ("enum", true, .array([text(&generator), text(&generator)])),
    ])
  }

  private static func text(_ generator: inout SplitMix64) -> RandomExample {
    let length = generator.pick([1, 3, 12, 40, 300, 5000])
    return .string(
      (0..<length).map { _ in generator.pick(["a", "b", " ", "/", "\n", "\"", "\\", "é", "日", "😀", "\u{1}"]) }
        .joined())
  }

  private static func free(_ generator: inout SplitMix64, depth: Int) -> RandomExample {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &generator) {
    case 0:
      return .number(
        Int.random(in: -99...99_999, using: &generator), tenths: Int.random(in: 0...9, using: &generator))
    case 1: return .word(generator.pick(["true", "false", "null"]))
    case 2, 3: return text(&generator)
    case 4:
      return .array(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in free(&generator, depth: depth - 1) })
    default:
      return .object(
        ["some_key", "someKey", "k"].prefix(Int.random(in: 0...3, using: &generator)).map {
          ($0, false, free(&generator, depth: depth - 1))
        })
    }
  }

  // MARK: Leaves

  /// How many strings, numbers and words there are.
  var leaves: Int {
    switch self {
    case .object(let members): members.reduce(0) { $0 + $1.value.leaves }
    case .array(let elements): elements.reduce(0) { $0 + $1.leaves }
    case .string, .number, .word: 1
    }
  }

  /// The same value with one leaf changed a little.
  func changed(at leaf: Int) -> RandomExample {
    var count = leaf
    return changed(&count)
  }

  private func changed(_ count: inout Int) -> RandomExample {
    switch self {
    case .object(let members): return .object(members.map { ($0.key, $0.isField, $0.value.changed(&count)) })
    case .array(let elements): return .array(elements.map { $0.changed(&count) })
    case .string, .number, .word: break
    }
    defer { count -= 1 }
    guard count == 0 else { return self }
    switch self {
    case .string(let text): return .string(text.dropLast() + (text.last == "c" ? "d" : "c"))
    case .number(let whole, let tenths): return .number(whole, tenths: (tenths + 1) % 10)
    case .word(let word): return .word(word == "true" ? "false" : "true")
    case .object, .array: return self
    }
  }

  // MARK: Spelling

  /// The value as JSON, spelled in some way.
  func written(_ generator: inout SplitMix64) -> String {
    switch self {
    case .object(let members):
      let written = members.shuffled(using: &generator).map { member in
        let key = member.isField && Bool.random(using: &generator) ? Self.snakeCase(member.key) : member.key
        return
          "\(Self.quoted(key, &generator))\(space(&generator)):\(space(&generator))\(member.value.written(&generator))"
      }
      return "{" + space(&generator) + written.joined(separator: space(&generator) + "," + space(&generator))
        + "}"
    case .array(let elements):
      let written = elements.map { $0.written(&generator) }
      return "[" + written.joined(separator: "," + space(&generator)) + space(&generator) + "]"
    case .string(let text): return Self.quoted(text, &generator)
    case .number(let whole, let tenths): return Self.number(whole, tenths, &generator)
    case .word(let word): return word
    }
  }

  private func space(_ generator: inout SplitMix64) -> String { generator.pick(["", "", " ", "  ", "\t"]) }

  private static func snakeCase(_ name: String) -> String {
    name.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
  }

  private static func number(_ whole: Int, _ tenths: Int, _ generator: inout SplitMix64) -> String {
    let all = (whole < 0 ? "-" : "") + "\(abs(whole))"
    if tenths == 0 { return generator.pick([all, all + ".0", all + "e0", all + ".00E+0", all + "0e-1"]) }
    return generator.pick(["\(all).\(tenths)", "\(all).\(tenths)0", "\(all)\(tenths)e-1"])
  }

  private static func quoted(_ text: String, _ generator: inout SplitMix64) -> String {
    let rate = generator.pick([0, 0, 3, 30])
    let shortEscapes: [Unicode.Scalar: String] = ["\n": "\\n", "\"": "\\\"", "\\": "\\\\", "/": "\\/"]
    var written = ""
    for scalar in text.unicodeScalars {
      let isEscaped = rate > 0 && Int.random(in: 0..<rate, using: &generator) == 0
      if !isEscaped, scalar.value >= 0x20, scalar != "\"", scalar != "\\" {
        written.unicodeScalars.append(scalar)
      } else if let short = shortEscapes[scalar], Bool.random(using: &generator) {
        written += short
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: Bool.random(using: &generator))
          written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return "\"\(written)\""
  }
}
