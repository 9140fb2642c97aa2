import JSONLines
import JSONSchemas

/// Judges the arguments of the calls of an example by the declared schemas. Schemas are compiled once for all lines that have
/// them, and memory is used again.
struct ArgumentCheck: ~Copyable {
  /// A place in the schema of a declaration that a finding was about.
  private struct Reported: Equatable {
    let declaration: Int
    let place: Int
  }

  /// The most findings of a line: each is a mistake of its own, but more of them do not help.
  private static let mostFindings = 16
  /// The steps that may be done for a line: more than calls need, and few enough for schemas that ask for very many.
  private static func steps(for line: LineBytes) -> Int { 20_000 + 16 * line.count }

  private var cache = SchemaCache()
  private var evaluator = SchemaEvaluator()
  /// The schemas of the declarations of the line, as far as they are known.
  private var schemas: ContiguousArray<JSONSchema?> = []
  private var reported: ContiguousArray<Reported> = []
  /// Whether a finding says that not everything could be checked.
  private var isIncomplete = false

  /// Checks the calls of an example. Of the same mistake in several calls, the first is found.
  mutating func check(
    _ declared: borrowing DeclaredFunctions, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    guard context.example.functionDeclarations.count > 0, findings.wants(ArgumentsBreakSchema.self) else {
      return
    }
    schemas.removeAll(keepingCapacity: context.example.functionDeclarations.count < 1 << 10)
    reported.removeAll(keepingCapacity: true)
    isIncomplete = false
    evaluator.budget = Self.steps(for: context.line)
    evaluator.bytesBeside = context.line.count
    for index in 0..<context.example.functionCalls.count {
      let call = context.example.functionCalls[index]
      // What is sent in pieces is not in `args`.
      guard !call.arguments.isSpoilt, !call.hasPartialArguments, let name = call.name.string,
        let declaration = declared.index(of: name, in: context.line)
      else { continue }
      check(call, declaration, context, &findings)
      if isIncomplete || reported.count >= Self.mostFindings { return }
    }
  }

  private mutating func check(
    _ call: TrainingExample.FunctionCall, _ index: Int, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    let declaration = context.example.functionDeclarations[index]
    guard let range = declaration.schema.range else { return }
    let callRange = context.example.range(of: call)
    let arguments = call.arguments.range ?? callRange.lowerBound..<callRange.lowerBound
    let isKnown = index < schemas.count && schemas[index] != nil
    if !isKnown, evaluator.fits(arguments, range, of: context.line, declaration.dialect.language) { return }
    let schema = schema(index, range, declaration.dialect, context.line)
    let site = ArgumentsBreakSchema.Site(
      call: call, callRange: callRange, schemaStart: range.lowerBound, dialect: declaration.dialect,
      schemaLength: range.count)
    if !isKnown, let reference = schema.unresolvedReference {
      ArgumentsBreakSchema.report(reference, site, context, &findings)
    }
    switch evaluator.check(arguments, of: context.line, by: schema) {
    case .fits: break
    case .unknown:
      isIncomplete = true
      ArgumentsBreakSchema.reportIncomplete(site, context, &findings)
    case .doesNotFit:
      for fault in evaluator.faults {
        let place = Reported(declaration: index, place: fault.place.lowerBound)
        guard !reported.contains(place), reported.count < Self.mostFindings else { continue }
        reported.append(place)
        ArgumentsBreakSchema.report(fault, site, context, &findings)
      }
    }
  }

  /// The schema of a declaration of the line.
  private mutating func schema(
    _ index: Int, _ range: Range<Int>, _ dialect: TrainingExample.FunctionDeclaration.Dialect,
    _ line: LineBytes
  ) -> JSONSchema {
    if index < schemas.count, let schema = schemas[index] { return schema }
    let schema = cache.schema(range, of: line, dialect.language)
    while schemas.count <= index { schemas.append(nil) }
    schemas[index] = schema
    return schema
  }
}
