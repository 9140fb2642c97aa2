/// The elements of a line, in memory that is used again for the next line.
struct ReusedArray<Element> {
  /// The most elements for which memory is kept from line to line. Where a line has more, there is at once room for as many
  /// as it can have: memory that is not used is never resident, and an array that grows would be there twice.
  private static var mostReused: Int { 1 << 16 }

  private var storage: ContiguousArray<Element> = []
  /// How many elements the line has.
  private(set) var count = 0
  private let fewestBytesPerElement: Int

  /// - Parameter fewestBytes: the fewest bytes that an element takes in a line.
  init(fewestBytesPerElement fewestBytes: Int) { fewestBytesPerElement = fewestBytes }

  /// Makes room for another line.
  mutating func clear() {
    if storage.count > Self.mostReused { storage = [] }
    count = 0
  }

  /// Adds an element of a line of at most so many bytes. Amortized O(1).
  @inline(__always)
  mutating func append(_ element: Element, ofLine lineLength: Int) {
    if count == Self.mostReused { storage.reserveCapacity(lineLength / fewestBytesPerElement + 1) }
    if count < storage.count { storage[count] = element } else { storage.append(element) }
    count += 1
  }

  /// The elements, by index.
  subscript(index: Int) -> Element {
    @inline(__always) get { storage[index] }
    @inline(__always) _modify { yield &storage[index] }
  }

  /// The last element; nil where there is none.
  var last: Element? { count > 0 ? storage[count - 1] : nil }
}
