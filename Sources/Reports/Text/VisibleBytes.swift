import JSONLines

/// Text that is safe to show, as bytes of UTF-8: for what is added very often, and for output that can be very long.
public struct VisibleBytes: Sendable {
  /// The text.
  public let bytes: [UInt8]

  init(_ text: VisibleText) { bytes = Array(text.description.utf8) }

  /// Takes what was gathered.
  init(takenFrom buffer: VisibleBuffer) { bytes = buffer.bytes }

  /// Takes what was written of a JSON document and not yet handed over.
  init(takenFrom json: inout JSONWriter) { bytes = json.flush() }
}
