/// Text that is safe to show, as bytes: for what is added very often.
struct VisibleBytes {
  let bytes: [UInt8]

  init(_ text: VisibleText) { bytes = Array(text.description.utf8) }
}
