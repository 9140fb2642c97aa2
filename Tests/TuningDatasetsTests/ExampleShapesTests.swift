import JSONLines
import TestSupport
import Testing

@testable import TuningDatasets

/// What is known of an example tells the shapes of places in it as a walk through its line does.
@Suite struct ExampleShapesTests {
  private static let lines = [
    #"{"contents":[{"role":"user","parts":[{"text":"Hi"}]},{"role":"model","parts":[{"text":""},{"text":"a\"b"}]}]}"#,
    #"""
    {"systemInstruction":{"parts":[{"text":"Be brief."}]},"contents": [ {"parts":[{"text":"Hi", "x":[1,{"y":2}]}],\#
    "role":"user"},{"role":"modle","name":"n","parts":[{"functionCall":{"name":"f","args":{"parts":[{"text":"t"}]}}}]}],\#
    "labels":{"contents":[{"role":"x"}]},"tools":[{"functionDeclarations":[{"name":"f"}]}]}
    """#,
    #"""
    {"tools":[{"text":1}],"contents":[5,6,{"parts":[7,8,{"text":"a"},{"fileData":{"fileUri":"u"}}]},[],{"role":"model"}],\#
    "system_instruction":{"role":"x","parts":[{"text":"b"}]}}
    """#,
    #"{"c\u006fntents":[{"p\u0061rts":[{"t\u0065xt":"a"}],"r\u006fle":"user"}],"x":1}"#,
    #"{"contents":{"role":"user"},"x":[{"parts":1}]}"#,
  ]

  @Test(arguments: lines)
  func shapesArePointers(text: String) throws {
    try LineBytes.with(text.utf8) { line in
      var decoder = ExampleDecoder()
      _ = try decoder.decode(line)
      var shapes = ExampleShapes()
      shapes.begin()
      var known: [UInt64: String] = [:]
      var generator = SplitMix64(seed: 5)
      var offsets = Array(0...line.count)
      for _ in 0..<3 {
        for offset in offsets {
          let shape = shapes.shape(to: offset, in: line, &decoder.context.example)
          let pointer = line.pointer(to: offset).replacing(/\/\d+(?=\/|$)/, with: "/#")
          #expect(known[shape, default: pointer] == pointer, "\(offset)")
          known[shape] = pointer
        }
        offsets.shuffle(using: &generator)
      }
    }
  }
}
