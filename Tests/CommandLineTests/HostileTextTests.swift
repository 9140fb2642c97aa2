import Foundation
import TestSupport
import Testing

/// Whatever the program is given or reads, nothing of it acts on a terminal: every command and every option, with hostile
/// text in the place of each argument, file name, and string of a file.
@Suite("Hostile text")
struct HostileTextTests {
  /// Runs commands, in which `$H` is hostile text and `$B` has bytes that are not UTF-8, and looks at all that they write.
  private func expectNothingActs(
    in script: String, _ scratch: borrowing Scratch, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let output = try scratch.run(
      "B=$'b\\xff\\xc3(\\xed\\xa0\\x80'\n\(script)\ntrue", environment: ["H": HostileText.argument])
    #expect(output.status == 0, sourceLocation: sourceLocation)
    for stream in ["stdout", "stderr"] {
      let bytes = try scratch.bytes("../\(stream)")
      let acting = Set(HostileText.acting(in: bytes))
      #expect(acting.isEmpty, "\(acting.sorted()) on \(stream)", sourceLocation: sourceLocation)
    }
    #expect(!(output.text + output.errors).contains("\nred"), sourceLocation: sourceLocation)
  }

  // MARK: Arguments

  /// Every command with each of its options and arguments, in which `%` stands for what is hostile.
  private static let commands = [
    "%", "-%", "--%", "--%=%", "help %", "help validate %", "--generate-completion-script %",
    "validate %", "validate missing-%", "validate -- --%", "validate --validation % support-train.jsonl",
    "validate --model % support-train.jsonl", "validate --catalog % support-train.jsonl",
    "validate --max-line-bytes % support-train.jsonl", "validate --jobs % support-train.jsonl",
    "validate --format % support-train.jsonl", "validate --fail-on % support-train.jsonl",
    "validate --select % support-train.jsonl", "validate --ignore % support-train.jsonl",
    "validate --max-findings % support-train.jsonl", "validate --color % support-train.jsonl",
    "validate --% support-train.jsonl", "validate --shards=% support-train.jsonl",
    "validate Jobs/%", "validate support-train.jsonl/%",
    "plan %", "plan missing-%", "plan --project % Jobs/continuous.json",
    "plan --location % Jobs/continuous.json", "plan --model-info % Jobs/continuous.json",
    "plan --today % Jobs/continuous.json", "plan --catalog % Jobs/continuous.json",
    "plan --format % Jobs/continuous.json", "plan --receipt new-% Jobs/continuous.json",
    "plan --receipt % Jobs/continuous.json", "plan --receipt missing/% Jobs/continuous.json",
    "plan --fail-on % Jobs/continuous.json", "plan --jobs % Jobs/continuous.json",
    "plan --color % Jobs/continuous.json", "plan Jobs/continuous.json %",
    "init begun-%", "init begun-%", "init missing/%", "init --base-model % -", "init --from % -",
    "init --from projects/%/locations/us-central1/models/1 -",
    "receipt %", "receipt verify %", "receipt verify missing-%", "explain %", "explain TK401 %",
    "rules --format %", "rules --color %", "rules %", "models --format %", "models --catalog %", "models %",
  ]

  @Test("No argument acts", arguments: ["H", "B"])
  func arguments(variable: String) throws {
    let scratch = try Scratch()
    var lines = ["cp faults/syntax.jsonl \"$\(variable)\""]
    for command in Self.commands {
      let words = command.split(separator: " ").map { $0.contains("%") ? "\"\($0)\"" : String($0) }
      lines.append("tunekit " + words.joined(separator: " ").replacing("%", with: "${\(variable)}"))
    }
    try expectNothingActs(in: lines.joined(separator: "\n"), scratch)
  }

  @Test("No variable of the environment acts")
  func environment() throws {
    try expectNothingActs(in: "TUNEKIT_KERNEL=$H tunekit rules; TUNEKIT_KERNEL=$B tunekit rules", Scratch())
  }

  // MARK: Files

  /// Runs commands on `file`, which is each variant of a document in turn.
  private func expectNothingActs(in commands: String, onVariantsOf document: String) throws {
    let scratch = try Scratch()
    let variants = HostileText.variants(of: document)
    #expect(variants.count > 1)
    for (index, variant) in variants.enumerated() { try scratch.write(variant, as: "variant-\(index)") }
    try expectNothingActs(
      in: """
        for file in variant-*; do
        \(commands)
        done
        """, scratch)
  }

  @Test("Nothing in a dataset acts", arguments: ["faults/shape.jsonl", "faults/conversation.jsonl"])
  func datasets(fixture: String) throws {
    let scratch = try Scratch()
    let lines = try scratch.read(fixture).split(separator: "\n")
      .flatMap { HostileText.variants(of: String($0)) }
    try scratch.write(lines.joined(separator: "\n"), as: "escaped.jsonl")
    // Control characters as they are end the JSON, wherever that is.
    try scratch.write(
      lines.map { $0.replacing("\\u001B", with: "\u{1B}") + "\u{1B}[2J" }.joined(separator: "\n"),
      as: "raw.jsonl")
    try expectNothingActs(
      in: """
        for form in text json; do
        tunekit validate --max-findings 0 --format $form escaped.jsonl
        tunekit validate --max-findings 0 --format $form raw.jsonl
        sed "s/role/$B/" escaped.jsonl | tunekit validate --max-findings 0 --format $form -
        done
        """, scratch)
  }

  /// Reads what a form of the request is written in, as far as there is one.
  private static let judge = """
    import ast, json, subprocess, sys
    form, text = sys.argv[1], sys.stdin.read()
    if text and form == "python": ast.parse(text)
    if text and form == "curl": subprocess.run(["bash", "-n"], input=text.encode(), check=True)
    if text and form == "json": json.loads(text)
    if text and form == "rest": json.loads(text.split("\\n\\n", 1)[1])
    """

  @Test(
    "Nothing in a job file acts, and each form of the request stays what it is",
    .enabled(if: Tool.has("python3")), arguments: ["continuous", "good-all-options", "good-nulls"])
  func jobs(fixture: String) throws {
    let job = try Scratch().read("Jobs/\(fixture).json")
    try expectNothingActs(
      in: """
        cp $file Jobs/job.json
        tunekit plan --today 2026-11-22 --receipt receipt.json Jobs/job.json
        for form in json rest curl python; do
        tunekit plan --format $form Jobs/job.json | tee output
        python3 -c '\(Self.judge)' $form < output || exit 3
        done
        """, onVariantsOf: job)
  }

  @Test("Nothing in a model's description acts", arguments: ["recent", "with-key"])
  func modelDescriptions(fixture: String) throws {
    try expectNothingActs(
      in: "tunekit plan --model-info $file Jobs/continuous.json",
      onVariantsOf: try Scratch().read("Jobs/models/\(fixture).json"))
  }

  @Test("Nothing in a receipt acts")
  func receipts() throws {
    let receipt = try Scratch().run(
      "tunekit plan --receipt r.json Jobs/continuous.json > /dev/null; cat r.json")
    try expectNothingActs(
      in: """
        tunekit receipt verify $file
        cp $file receipt.json
        tunekit plan --receipt receipt.json Jobs/continuous.json
        """, onVariantsOf: receipt.text)
  }

  @Test("Nothing in a catalogue acts")
  func catalogues() throws {
    let catalog = try Scratch().run("tunekit models --format json").text
    // Those that are read are shown, with the model that is so named.
    try expectNothingActs(
      in: """
        tunekit models --catalog $file
        tunekit models --catalog $file --format json
        tunekit models --catalog $file gemini-3.5-flash
        tunekit validate --catalog $file --model "$H" support-train.jsonl
        tunekit validate --catalog $file --model "$H-" support-train.jsonl
        tunekit plan --catalog $file Jobs/good-base-3.1-flash-lite.json
        """, onVariantsOf: catalog)
  }
}
