/// What is wrong with a catalogue file, at an offset that is not yet a line and a column.
struct CatalogFault: Error {
  /// What is wrong.
  let problem: CatalogFileError.Problem
  /// Where the fault begins, in bytes from the start of the file.
  let offset: Int
  /// The JSON Pointer of the value at fault.
  let pointer: String
}
