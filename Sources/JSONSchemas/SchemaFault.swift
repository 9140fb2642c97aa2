/// A place where a value does not fit a schema.
package struct SchemaFault: Sendable, Equatable {
  /// What is wrong, where the keyword alone does not say.
  package enum Detail: Sendable, Equatable {
    case none
    /// A member is missing: where its name is in the schema.
    case missing(Range<Int>)
    /// A member that the object must not have; the fault is at its key.
    case superfluous
    /// A member that the function has no parameter for, likewise.
    case noParameter
  }

  /// Where the value is in its line.
  package let value: Range<Int>
  /// The keyword that it does not fulfil.
  package let keyword: SchemaKeyword
  /// Where the keyword's value is in the schema.
  package let place: Range<Int>
  package let detail: Detail
}
