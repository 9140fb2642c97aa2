/// A URI, or a reference relative to one (RFC 3986).
struct URIReference {
  private var scheme: Substring?
  private var authority: Substring?
  private var path: String
  private var query: Substring?
  private var fragment: Substring?

  /// Takes a text apart. Any text is one.
  init(_ text: String) {
    var rest = Substring(text)
    if let hash = rest.firstIndex(of: "#") {
      fragment = rest[rest.index(after: hash)...]
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: ":"), !rest[..<colon].isEmpty,
      rest[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    {
      scheme = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    path = String(rest)
  }

  /// Whether it is relative and has nothing but a fragment.
  var isFragmentOnly: Bool { scheme == nil && authority == nil && path.isEmpty && query == nil }

  /// The fragment with its escapes resolved; empty without one.
  var decodedFragment: String {
    var bytes: [UInt8] = []
    var rest = Substring(fragment ?? "").utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.dropFirst().first != nil,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text without the fragment.
  var withoutFragment: String {
    (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
      + (query.map { "?" + $0 } ?? "")
  }

  /// The reference as one that is not relative (section 5.2.2).
  func resolved(against base: URIReference) -> URIReference {
    var result = self
    if scheme != nil {
      result.path = Self.withoutDots(path)
      return result
    }
    result.scheme = base.scheme
    if authority != nil {
      result.path = Self.withoutDots(path)
      return result
    }
    result.authority = base.authority
    if path.isEmpty {
      result.path = base.path
      result.query = query ?? base.query
    } else if path.hasPrefix("/") {
      result.path = Self.withoutDots(path)
    } else {
      result.path = Self.withoutDots(base.path(mergedWith: path))
    }
    return result
  }

  private func path(mergedWith other: String) -> String {
    if authority != nil, path.isEmpty { return "/" + other }
    guard let slash = path.lastIndex(of: "/") else { return other }
    return path[...slash] + other
  }

  /// Resolves the steps `.` and `..` of a path.
  private static func withoutDots(_ path: String) -> String {
    guard path.contains(".") else { return path }
    var steps: [Substring] = []
    let all = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, step) in all.enumerated() {
      let isLast = index == all.count - 1
      switch step {
      case ".": if isLast { steps.append("") }
      case "..":
        if steps.count > 1 { steps.removeLast() }
        if isLast { steps.append("") }
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
