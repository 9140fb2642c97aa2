import Diagnostics
import JSONLines
import JSONSchemas

/// TK607: arguments of a call that do not fit the declared parameters.
enum ArgumentsBreakSchema: Rule {
  static let description = RuleDescription(
    "TK607", "arguments-break-schema", severity: .warning, since: "0.1.0",
    message: "in the call of '{0}', {1}",
    summary: "The arguments of a call fit the parameters that the function declares.",
    rationale: """
      The model learns to call the function as the examples do, so it would make the same mistake. It is not documented whether \
      tuning compares arguments with declarations. Schemas in `parameters` are read as the API's `Schema`, with types in \
      any case; those in `parametersJsonSchema` as JSON Schema 2020-12. Formats other than int32 and int64 are not checked, and \
      neither are patterns with lookaround, backreferences or properties of Unicode other than general categories. Patterns \
      take time in proportion to the text. References lead to schemas in the same declaration; one to another document is \
      reported. A mistake that several calls of a line make is reported once.
      """,
    remedy: "{2}",
    remedyInGeneral: "write arguments that the declaration allows, or correct the declaration",
    source: Source("models/tuning/function-calling", asOf: "2026-08-22", confidence: .guess),
    examples: ArgumentsBreakSchema.examples)

  /// A call, and the schema that it is judged by.
  struct Site {
    let call: TrainingExample.FunctionCall
    let callRange: Range<Int>
    let schemaStart: Int
    let dialect: TrainingExample.FunctionDeclaration.Dialect
    let schemaLength: Int

    /// The schema's language.
    var language: SchemaDialect { dialect.language }

    /// A place of the schema, in the line.
    func place(_ range: Range<Int>) -> Range<Int> {
      schemaStart + range.lowerBound..<schemaStart + range.upperBound
    }
  }

  /// Reports an argument that does not fit.
  static func report(
    _ fault: SchemaFault, _ site: Site, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard let name = site.call.name.string else { return }
    let place = fault.value.isEmpty ? site.callRange : fault.value
    let words = ArgumentFaultWords(fault, site, context.line)
    findings.report(
      ArgumentsBreakSchema.self, at: place.lowerBound, length: place.count,
      relatedTo: LineFindings.Related(
        offset: site.place(fault.place).lowerBound, .keyword)
    ) { (.string(name), $0.keep(words.problem), $0.keep(words.remedy)) }
  }

  /// Reports a reference that is not followed.
  static func report(
    _ reference: Range<Int>, _ site: Site, _ context: borrowing ExampleContext,
    _ findings: inout LineFindings
  ) {
    guard let name = site.call.name.string else { return }
    let place = site.place(reference)
    let target = StringToken(start: place.lowerBound + 1, end: place.upperBound - 1, traits: .hasEscape)
    findings.report(
      ArgumentsBreakSchema.self, at: place.lowerBound, length: place.count,
      relatedTo: LineFindings.Related(offset: site.callRange.lowerBound, .call)
    ) {
      (
        .string(name),
        $0.keep(
          "not all arguments are checked, because the reference '\(FindingArgument.string(target).text(in: context.line))' "
            + "leads to no schema in the declaration"),
        .literal("put the schema into the declaration, and refer to it there")
      )
    }
  }

  /// Reports arguments that take too many steps to check.
  static func reportIncomplete(
    _ site: Site, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard let name = site.call.name.string else { return }
    let place = site.callRange
    findings.report(
      ArgumentsBreakSchema.self, at: place.lowerBound, length: place.count,
      relatedTo: LineFindings.Related(offset: site.schemaStart, .schema), .string(name),
      .literal("the arguments are not checked to the end, because the schema asks for too many steps"),
      .literal("write a schema without references that lead back to themselves, and with fewer alternatives"))
  }
}

extension TrainingExample.FunctionDeclaration.Dialect {
  /// The language of such a schema.
  var language: SchemaDialect { self == .parameters ? .api : .jsonSchema }
}
