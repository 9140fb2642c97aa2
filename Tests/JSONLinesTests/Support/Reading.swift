import JSONLines

/// Reads a line to its end as a decoder does that wants nothing of it: the fault, or nil where there is none.
func fault(in line: LineBytes) -> JSONFault? {
  var reader = JSONReader()
  do throws(JSONFault) {
    try reader.begin(line)
    try reader.skipValue()
    try reader.end()
    return nil
  } catch {
    return reader.first(error)
  }
}

/// The same for bytes.
func fault(in bytes: some Sequence<UInt8>) -> JSONFault? { LineBytes.with(bytes) { fault(in: $0) } }

/// The same for text.
func fault(in text: String) -> JSONFault? { fault(in: text.utf8) }

/// A fault in a few words, for tables of what is expected.
struct ExpectedFault: Equatable, CustomStringConvertible {
  var kind: JSONFault.Kind
  var offset: Int
  var length: Int

  init(_ kind: JSONFault.Kind, at offset: Int, length: Int = 1) {
    self.kind = kind
    self.offset = offset
    self.length = length
  }

  init(_ fault: JSONFault) { self.init(fault.kind, at: fault.offset, length: fault.length) }

  var description: String { "\(kind) at \(offset), \(length) long" }
}

/// A line in which `↓` stands before the byte that is wrong.
struct MarkedLine {
  let bytes: [UInt8]
  let offset: Int

  init(_ marked: String) {
    let scalars = Array(marked.unicodeScalars)
    guard let mark = scalars.firstIndex(of: "↓") else { preconditionFailure("no mark in \(marked)") }
    func utf8(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8] { scalars.flatMap { Array($0.utf8) } }
    let before = utf8(scalars[..<mark])
    bytes = before + utf8(scalars[(mark + 1)...])
    offset = before.count
  }
}
