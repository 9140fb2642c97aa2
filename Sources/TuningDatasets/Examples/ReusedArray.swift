/// The elements of a line, in memory that is used again for the next line.
struct ReusedArray<Element> {
  /// The most elements for which memory is kept from line to line. Where a line has more, there is at once room for as many
  /// as it can have: memory that is not used is never resident, and an array that grows would be there twice.
  private static var mostReused: Int { 1 << 16 }

  private var storage: ContiguousArray<Element> = []
  /// How many elements the line has.
  private(set) var count = 0

  /// Makes room for another line.
  mutating func clear() {
    if storage.count > Self.mostReused { storage = [] }
    count = 0
  }

  /// Adds an element. Amortized O(1).
  ///
  /// - Parameter most: the most elements that the line can have; asked for only where it has many.
  @inline(__always)
  mutating func append(_ element: Element, ofAtMost most: @autoclosure () -> Int) {
    if count == Self.mostReused { storage.reserveCapacity(most()) }
    if count < storage.count { storage[count] = element } else { storage.append(element) }
    count += 1
  }

  /// The elements, by index.
  subscript(index: Int) -> Element {
    @inline(__always) get { storage[index] }
    @inline(__always) _modify { yield &storage[index] }
  }

  /// The last element; nil if the array is empty.
  var last: Element? { count > 0 ? storage[count - 1] : nil }
}
