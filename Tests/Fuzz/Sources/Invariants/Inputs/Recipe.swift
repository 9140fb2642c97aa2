/// What an input of a fuzzer stands for: the bytes of a file, and options. Most bytes stand for themselves, so a file is a
/// recipe of itself; some that no good file holds mean more:
///
///     10                 begins a span
///     11 count           ends it: its alternatives take turns, so often in all
///     12 count           ends it: opening, middle and closing, the first and the last so often
///     13                 within a span: begins the next alternative, or the middle, or the closing
///     14 modulo          the index of the repetition
///     15 option value    chooses an option for how the file is read; option 0: what is repeated is so at least so often
///
/// Nothing is no recipe: a span that does not end stands once, and an end without a beginning for nothing.
struct Recipe {
  /// The file.
  let bytes: [UInt8]
  /// The options in the order in which they are chosen.
  let options: [(name: UInt8, value: Int)]

  /// The bytes with a meaning.
  enum Mark {
    static let begin: UInt8 = 0x10
    static let repeated: UInt8 = 0x11
    static let nested: UInt8 = 0x12
    static let next: UInt8 = 0x13
    static let index: UInt8 = 0x14
    static let option: UInt8 = 0x15
  }

  /// A file that says nothing about how it is read.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    options = []
  }

  init(_ input: [UInt8], atMost mostBytes: Int = Growth.mostBytes) {
    var reader = RecipeReader(input)
    var growths = reader.read()
    options = reader.options
    let least =
      options.last { $0.name == 0 }.map { Self.count(UInt8($0.value)) } ?? Self.leastRepetitions(input)
    if least > 1 {
      reader = RecipeReader(input, leastRepetitions: least)
      growths = reader.read()
    }
    bytes = Growth.bytes(of: growths, atMost: mostBytes)
  }

  /// How often at least everything is repeated where no option says it: one input in eight makes all that is small in it
  /// large at once.
  private static func leastRepetitions(_ input: [UInt8]) -> Int {
    let number = Noise(of: input).number(upTo: 40, bits: 40)
    return number > large.count ? 0 : large[number - 1]
  }

  private static let large = [128, 257, 1025, 33_000, 100_000]

  /// What a byte counts: itself while it is small, then a number around which something changes.
  static func count(_ byte: UInt8) -> Int {
    byte < 48 ? Int(byte) : counts[(Int(byte) - 48) % counts.count]
  }

  /// The borders of compared keys, dealt keys, depth, buffers, tables and heaps.
  private static let counts = [
    48, 63, 64, 65, 98, 99, 100, 101, 102, 127, 128, 129, 255, 256, 257, 500, 1000, 1023, 1024, 1025, 4095,
    4096, 4097,
    10_000, 16_384, 20_000, 32_766, 32_767, 32_768, 32_769, 33_000, 40_000, 65_535, 65_536, 65_537, 100_000,
  ]
}

/// Reads a recipe: a stack of spans that have begun.
private struct RecipeReader {
  private(set) var options: [(name: UInt8, value: Int)] = []
  private var rest: ArraySlice<UInt8>
  /// The spans that have begun, the outermost first; each has its pieces, the last of which still grows.
  private var spans: [[[Growth]]] = [[[]]]

  /// A span deeper than this begins nothing: what expands it calls itself.
  private static let deepest = 12

  private let leastRepetitions: Int

  init(_ input: [UInt8], leastRepetitions: Int = 0) {
    rest = input[...]
    self.leastRepetitions = leastRepetitions
  }

  mutating func read() -> [Growth] {
    while let mark = rest.first {
      switch mark {
      case Recipe.Mark.begin:
        rest.removeFirst()
        if spans.count < Self.deepest { spans.append([[]]) }
      case Recipe.Mark.repeated, Recipe.Mark.nested: end(isNested: mark == Recipe.Mark.nested)
      case Recipe.Mark.next:
        rest.removeFirst()
        spans[spans.count - 1].append([])
      case Recipe.Mark.index: add(.index(modulo: Recipe.count(takeByte())))
      case Recipe.Mark.option:
        let name = takeByte()
        options.append((name, Int(rest.popFirst() ?? 0)))
      default:
        let text = rest.prefix { !(Recipe.Mark.begin...Recipe.Mark.option).contains($0) }
        rest = rest.dropFirst(text.count)
        add(.bytes(Array(text)))
      }
    }
    return spans.flatMap { $0.flatMap(\.self) }
  }

  /// The byte behind a mark, which goes too.
  private mutating func takeByte() -> UInt8 {
    rest.removeFirst()
    return rest.popFirst() ?? 0
  }

  private mutating func add(_ growth: Growth) {
    spans[spans.count - 1][spans[spans.count - 1].count - 1].append(growth)
  }

  private mutating func end(isNested: Bool) {
    let times = Recipe.count(takeByte())
    guard spans.count > 1, let pieces = spans.popLast() else { return }
    if !isNested { return add(.repeated(pieces, times: times > 1 ? max(times, leastRepetitions) : times)) }
    add(
      .nested(
        opening: pieces[0], middle: pieces.count > 2 ? pieces[1] : [],
        closing: pieces.count > 1 ? pieces[pieces.count - 1] : [], times: times))
  }
}
