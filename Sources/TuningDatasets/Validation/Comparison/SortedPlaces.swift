extension ContiguousArray {
  /// Sorts some of the elements where they are: few by insertion, many by a heap.
  @inline(__always)
  mutating func sort(_ places: Range<Int>, by isBefore: (Element, Element) -> Bool) {
    guard places.count > 1 else { return }
    guard places.count <= 48 else { return sortByHeap(places, by: isBefore) }
    var elements = mutableSpan
    for place in places.lowerBound + 1..<places.upperBound {
      let element = elements[place]
      var hole = place
      while hole > places.lowerBound, isBefore(element, elements[hole - 1]) {
        elements[hole] = elements[hole - 1]
        hole -= 1
      }
      elements[hole] = element
    }
  }

  private mutating func sortByHeap(_ places: Range<Int>, by isBefore: (Element, Element) -> Bool) {
    // Equal examples come in order, as they were put there.
    if zip(places, places.dropFirst()).allSatisfy({ isBefore(self[$0], self[$1]) }) { return }
    for root in stride(from: places.count / 2 - 1, through: 0, by: -1) {
      sift(root, places.count, in: places, by: isBefore)
    }
    for end in stride(from: places.count - 1, to: 0, by: -1) {
      swapAt(places.lowerBound, places.lowerBound + end)
      sift(0, end, in: places, by: isBefore)
    }
  }

  /// Lets an element of a heap of so many sink to its place.
  @inline(__always)
  private mutating func sift(
    _ root: Int, _ count: Int, in places: Range<Int>, by isBefore: (Element, Element) -> Bool
  ) {
    var elements = mutableSpan
    let first = places.lowerBound
    let element = elements[first + root]
    var hole = root
    while true {
      var child = 2 * hole + 1
      guard child < count else { break }
      if child + 1 < count, isBefore(elements[first + child], elements[first + child + 1]) { child += 1 }
      guard isBefore(element, elements[first + child]) else { break }
      elements[first + hole] = elements[first + child]
      hole = child
    }
    elements[first + hole] = element
  }
}
