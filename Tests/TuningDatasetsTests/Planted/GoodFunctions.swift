import TestSupport

/// The functions of good examples, and calls of them.
enum GoodFunctions {
  static let tools = RandomExample.array([
    .fields([
      (
        "functionDeclarations",
        .array([
          declaration(
            "get_weather",
            [
              ("city", .fields([("type", .string("STRING"))])),
              ("days", .fields([("type", .string("INTEGER"))])),
              (
                "unit",
                .fields([
                  ("type", .string("STRING")), ("enum", .array([.string("celsius"), .string("fahrenheit")])),
                ])
              ),
            ], required: "city"),
          declaration("find_order", [("number", .fields([("type", .string("STRING"))]))], required: "number"),
        ])
      )
    ])
  ])

  /// A part with a call, and one with the response to it.
  static func call(_ random: inout SplitMix64) -> (call: RandomExample, response: RandomExample) {
    let name = random.pick(["get_weather", "find_order"])
    let number = Int.random(in: 1...14, using: &random)
    let arguments: [(key: String, isField: Bool, value: RandomExample)] =
      name == "find_order"
      ? [("number", false, .string("A-\(number)"))]
      : [
        ("city", false, .string(random.pick(["Zürich", "Москва", "東京", "Lima"]))),
        ("days", false, .number(number, tenths: 0)),
        ("unit", false, .string(random.pick(["celsius", "fahrenheit"]))),
      ]
    let result: [(key: String, isField: Bool, value: RandomExample)] = [
      ("found", false, .word("true")), ("values", false, .array([.number(number, tenths: 5), .string("")])),
    ]
    return (
      .fields([("functionCall", .fields([("name", .string(name)), ("args", .object(arguments))]))]),
      .fields([("functionResponse", .fields([("name", .string(name)), ("response", .object(result))]))])
    )
  }

  private static func declaration(
    _ name: String, _ parameters: [(String, RandomExample)], required: String
  ) -> RandomExample {
    .fields([
      ("name", .string(name)), ("description", .string("A function of the shop's.")),
      (
        "parameters",
        .fields([
          ("type", .string("OBJECT")), ("properties", .object(parameters.map { ($0.0, false, $0.1) })),
          ("required", .array([.string(required)])),
        ])
      ),
    ])
  }
}
