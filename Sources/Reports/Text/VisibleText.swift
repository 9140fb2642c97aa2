import Diagnostics
public import JSONLines

/// Text that is safe to show: nothing in it can move the cursor, colour the terminal, turn the reading direction or
/// hide.
///
/// All that the program shows is of this type. The words of a literal are the program's own and stay; what is
/// between them, from any source, is made visible:
///
///     output.write("wrote \(path)\n")
///
/// Control characters become their pictures (`␛`, `␉`, `␊`), what cannot be seen is named (`<U+202E>`), and bytes
/// that are not UTF-8 are written as such (`<C3>`). Joiners and variation selectors stay: scripts and emoji
/// need them.
public struct VisibleText: Sendable, Equatable, CustomStringConvertible {
  /// The text as it is shown.
  public fileprivate(set) var description: String

  /// Makes text of any origin safe to show, on one line.
  public init(_ text: String) { description = Self.of(text) }

  /// Makes text of any origin safe to show, on as many lines as it has.
  public init(lines text: String) { description = Self.of(text, keepingLines: true) }

  /// Takes what was written of a JSON document and not yet handed over: the writer escapes what could act or hide.
  public init(takenFrom json: inout JSONWriter) {
    description = ""
    json.flush(to: &description)
  }

  /// Takes what was gathered.
  init(takenFrom buffer: VisibleBuffer) { self.init(VisibleBytes(takenFrom: buffer)) }

  /// Takes text that is safe.
  init(_ bytes: VisibleBytes) { description = String(decoding: bytes.bytes, as: UTF8.self) }

  /// Takes the rest of a JSON document.
  public init(_ json: consuming JSONWriter) {
    description = ""
    json.finish(to: &description)
  }
}

/// Where the program shows something: nothing else gets there.
public protocol VisibleOutput {
  /// Shows text after what was shown before.
  mutating func write(_ text: VisibleText)
  /// Shows bytes of text, likewise.
  mutating func write(_ text: VisibleBytes)
}

extension VisibleOutput {
  /// Shows bytes of text as text.
  public mutating func write(_ text: VisibleBytes) { write(VisibleText(text)) }
}

extension String: VisibleOutput {
  /// Appends the text.
  public mutating func write(_ text: VisibleText) { append(text.description) }
}

// MARK: Literals

extension VisibleText: ExpressibleByStringInterpolation {
  /// Gathers the pieces of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    /// Begins without a piece.
    public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    /// Takes words of the program's own.
    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// Takes what is safe already.
    public mutating func appendInterpolation(_ visible: VisibleText) { text += visible.description }

    /// Makes anything else safe.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += VisibleText.of(value.description)
    }
  }

  /// Takes words of the program's own.
  public init(stringLiteral words: String) { description = words }

  /// Takes the pieces of a literal.
  public init(stringInterpolation pieces: StringInterpolation) { description = pieces.text }
}

extension Sequence<VisibleText> {
  /// The texts one after the other.
  func joined(by separator: VisibleText = "") -> VisibleText {
    var joined: VisibleText = ""
    for (index, text) in enumerated() {
      if index > 0 { joined.description += separator.description }
      joined.description += text.description
    }
    return joined
  }
}

// MARK: Pictures

extension VisibleText {
  /// The text with everything replaced that must not reach a terminal.
  static func of(_ text: String, keepingLines: Bool = false) -> String {
    // Nearly all text is plain, and there may be much of it.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || keepingLines && $0 == 0x0A }) { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      if keepingLines && scalar == "\n" {
        visible.unicodeScalars.append(scalar)
      } else if let picture = picture(of: scalar) {
        visible += picture
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  /// Writes text of any origin, made safe, on one line.
  static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    if text.isPlain() { return bytes.append(text) }
    bytes.append(of(String(decoding: text.copy, as: UTF8.self)).utf8.span)
  }

  /// What is shown in place of a scalar; nil if it is shown as it is.
  static func picture(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x20...0x7E: nil
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "\u{2421}"
    default: HiddenScalars.contains(scalar) ? "<U+\(String(scalar.value, radix: 16, digits: 4))>" : nil
    }
  }

  /// What is shown in place of a byte that is not UTF-8.
  static func picture(ofByte byte: UInt8) -> String { "<\(String(byte, radix: 16, digits: 2))>" }
}
