import Testing
import TestSupport

@testable import JSONLines

@Suite struct LineShapesTests {
  /// A pointer without the indices of elements.
  private func steps(_ pointer: String) -> [Substring] {
    pointer.split(separator: "/", omittingEmptySubsequences: false).map {
      $0.allSatisfy(\.isNumber) ? "#" : $0
    }
  }

  private static let lines = [
    #"{"a":[{"b":"x","c":[1,2]},{"b":"y,{","c":[]}],"d":{"b":{"b":[true]}},"e":"\"]"}"#,
    #" [ {"é":1, "b" : [[{"a":"日本"}],[{"a":2}]]}, "x" , null ] "#,
    #"{"":{"":1,"a":{}},"aa":{"a":{"":2}},"abcdefghijk":[{"abcdefghijk":"\\"}]}"#,
  ]

  @Test("Places with the same shape have pointers of the same shape, in whatever order", arguments: lines)
  func shapesArePointers(text: String) {
    LineBytes.with(text.utf8) { line in
      var shapes = LineShapes()
      shapes.begin(line)
      var known: [UInt64: [Substring]] = [:]
      var ascending: [UInt64] = []
      for offset in 0...line.count {
        let shape = shapes.shape(to: offset)
        ascending.append(shape)
        let steps = steps(line.pointer(to: offset))
        #expect(known[shape, default: steps] == steps, "\(offset)")
        known[shape] = steps
      }
      #expect(Set(known.values).count == known.count)
      for offset in (0...line.count).reversed() { #expect(shapes.shape(to: offset) == ascending[offset]) }
    }
  }

  /// From an element on it is known what is open; behind it, shapes are those of a walk from the line's beginning, but for the
  /// names that were given.
  @Test func walksFromElements() {
    LineBytes.with(#"{"a":[{"b":[{"c":1},{"c":[2]}],"d":3},{"d":4}],"e":5}"#.utf8) { line in
      let element = LineShapes.Stretch.line.elements(of: "a")
      let inner = element.elements(of: "b")
      var shapes = LineShapes()
      shapes.begin(line)
      let first = shapes.shape(to: 17, from: 12, in: inner)
      #expect(shapes.shape(to: 12, from: 12, in: inner) == inner.shape)
      #expect(shapes.shape(to: 25, from: 20, in: inner) == first)
      #expect(shapes.shape(to: 20, from: 20, in: inner) == inner.shape)
      let fourth = shapes.shape(to: 43, from: 38, in: element)
      #expect(shapes.shape(to: 35, from: 6, in: element) == fourth)
      #expect(shapes.shape(to: 6, from: 6, in: element) == element.shape)
      #expect(fourth != first && fourth != element.shape && inner.shape != element.shape)
      // Beyond the array, nothing is left of it.
      let last = line.count - 2
      #expect(line.pointer(to: last) == "/e")
      #expect(shapes.shape(to: last, from: 38, in: element) == shapes.shape(to: last, from: 12, in: inner))
      var whole = LineShapes()
      whole.begin(line)
      #expect(whole.shape(to: last) == shapes.shape(to: last, from: 12, in: inner))
    }
  }

  @Test func depthBeyondReaders() {
    let deep = String(repeating: "[", count: JSONReader.maximumDepth + 3) + "]]]"
    LineBytes.with(deep.utf8) { line in
      var shapes = LineShapes()
      shapes.begin(line)
      let deepest = shapes.shape(to: JSONReader.maximumDepth)
      let beyond = (1...3).map { shapes.shape(to: JSONReader.maximumDepth + $0) }
      #expect(Set(beyond + [deepest]).count == 4)
      #expect(shapes.shape(to: line.count) == deepest)
    }
  }
}
