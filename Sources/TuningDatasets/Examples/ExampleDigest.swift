import JSONLines

/// What the model learns from in an example, as digests: two examples have equal ones if they are the same JSON, however it
/// is written. camelCase and snake_case of the API's fields are the same; null is as good as absent.
///
/// The decoder adds every value where it reads it, so this takes no second look at the line:
///
///     {"systemInstruction":{…},"contents":[{"role":"user",…},{"role":"model",…}],"tools":[…],"id":7}
///      └──── instruction ────┘            └──── prompt ────┘ └──── answer ───┘  └── tools ─┘
///
/// What the service ignores is not part of it: `labels`, fields of the line that no one knows, such as an `id`, and
/// settings of how to answer.
struct ExampleDigest {
  /// The keys that the decoder needs without looking at the table of fields.
  struct Keys {
    let contents: UInt64
    let role: UInt64
    let parts: UInt64
    let text: UInt64

    init(_ fields: FieldTable) {
      func key(_ name: String, of message: MessageType) -> UInt64 {
        fields.digestKey(of: fields.index(of: name, in: message))
      }
      contents = key("contents", of: .example)
      role = key("role", of: .turn)
      parts = key("parts", of: .turn)
      text = key("text", of: .part)
    }
  }

  /// What a turn of one text adds, but for its text.
  private struct PlainTurn {
    let text: ContentDigest.Path
    let user: ContentDigest
    let model: ContentDigest

    init(_ turn: ContentDigest.Path, _ keys: Keys) {
      text = turn.member(keys.parts).element(0).member(keys.text)
      let role = turn.member(keys.role)
      user = ContentDigest(of: UInt64(TrainingExample.Role.user.rawValue), at: role)
      model = ContentDigest(of: UInt64(TrainingExample.Role.model.rawValue), at: role)
    }
  }

  let keys: Keys
  /// Whether it is asked for. If not, nothing is added.
  let isWanted: Bool
  private let contents: ContentDigest.Path
  /// The first turns, which most examples have no more of.
  private let plainTurns: ContiguousArray<PlainTurn>
  /// The path of the value that is being read.
  var path = ContentDigest.Path.root
  /// All of the example.
  var total = ContentDigest.zero
  /// The system instruction, and the tools.
  private(set) var instruction = ContentDigest.zero
  private(set) var tools = ContentDigest.zero
  /// The last turn of the model.
  private(set) var answer = ContentDigest.zero
  /// Whether a turn is before that.
  private(set) var hasQuestion = false
  /// Whether a turn has no parts that could be read, or a value was left out, so that the example may look like others that it
  /// is not like.
  private(set) var isSpoilt = false
  /// The total before what is being read.
  private var totalBefore = ContentDigest.zero

  init(_ fields: FieldTable, isWanted: Bool) {
    let keys = Keys(fields)
    let contents = ContentDigest.Path.root.member(keys.contents)
    (self.keys, self.contents, self.isWanted) = (keys, contents, isWanted)
    plainTurns = ContiguousArray((0..<16).map { PlainTurn(contents.element($0), keys) })
  }

  /// The example without the last turn of the model.
  var prompt: ContentDigest { total - answer }

  /// Begins another example.
  mutating func clear() {
    path = .root
    total = .zero
    instruction = .zero
    tools = .zero
    answer = .zero
    hasQuestion = false
    isSpoilt = false
  }

  /// Notes that a value is not digested, which may be another one in an example that is the same otherwise.
  mutating func noteValueLeftOut() { isSpoilt = true }

  // MARK: Paths

  /// Moves to a member of the object; returns the object's path.
  @inline(__always)
  mutating func enter(_ key: UInt64) -> ContentDigest.Path {
    let object = path
    path = object.member(key)
    return object
  }

  // MARK: Values

  /// Adds the leaf that begins at an offset and has been read.
  mutating func add(leafAt offset: Int, in line: LineBytes) {
    guard isWanted else { return }
    total += line.digest(ofLeafAt: offset, at: path)
  }

  /// Adds a string.
  @inline(__always)
  mutating func add(_ string: StringToken, in line: LineBytes) {
    if isWanted { total += line.digest(of: string, at: path) }
  }

  /// Adds a string that is a member of the object.
  @inline(__always)
  mutating func add(_ string: StringToken, ofKey key: UInt64, in line: LineBytes) {
    if isWanted { total += line.digest(of: string, at: path.member(key)) }
  }

  /// Adds an object or array without anything in it.
  mutating func addEmpty() { total += ContentDigest(of: 0, at: path) }

  /// Adds a text of the part.
  @inline(__always)
  mutating func addText(_ text: StringToken, in line: LineBytes) {
    if isWanted { total += line.digest(of: text, at: path.member(keys.text)) }
  }

  /// Adds the role of the turn: `user` or `model`.
  @inline(__always)
  mutating func addRole(_ role: TrainingExample.Role) {
    total += ContentDigest(of: UInt64(role.rawValue), at: path.member(keys.role))
  }

  // MARK: Turns and other parts of the example

  /// Adds a turn of one text, and ends it.
  @inline(__always)
  mutating func addTurn(
    _ role: TrainingExample.Role, _ text: StringToken, index: Int, in line: LineBytes
  ) {
    guard isWanted else { return }
    let turn = index < plainTurns.count ? plainTurns[index] : PlainTurn(contents.element(index), keys)
    var digest = line.digest(of: text, at: turn.text)
    if role == .model {
      digest += turn.model
      (answer, hasQuestion) = (digest, index > 0)
    } else if role == .user {
      digest += turn.user
    }
    total += digest
  }

  /// Notes what was added before something that can be told from the rest.
  mutating func mark() { totalBefore = total }

  /// Begins a turn that is not a plain one.
  @inline(__always)
  mutating func beginTurn(_ index: Int) {
    path = contents.element(index)
    mark()
  }

  /// Ends a turn that has been begun.
  @inline(__always)
  mutating func endTurn(_ turn: TrainingExample.Turn, index: Int) {
    if turn.hasSpoiltParts { isSpoilt = true }
    if turn.role == .model { (answer, hasQuestion) = (total - totalBefore, index > 0) }
  }

  /// Ends the system instruction, or the tools, which have been marked.
  mutating func end(_ field: Field) {
    if field == .tools { tools = total - totalBefore } else { instruction = total - totalBefore }
  }
}
