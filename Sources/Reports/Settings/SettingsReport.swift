import Diagnostics
import JSONLines
import ModelCatalog
public import Settings

/// Shows what is in force for a file, and where it comes from.
///
///     settings of data/train.jsonl: .tunekit.json
///
///     model                    gemini-2.5-flash  .tunekit.json:3
///     failOn                   warning           .tunekit.json:4
///     limits
///       maxTokensPerExample    131,072           .tunekit.json:3
///
///     rules: 141 of 143 run
///     TK512  off      .tunekit.json:9
///     TK405  error    .tunekit.json:12
public struct SettingsReport: Sendable {
  /// The version of the JSON object; it grows when a member changes its meaning or goes.
  public static let schemaVersion = 1

  private let settings: ResolvedSettings

  /// Prepares to show settings.
  public init(_ settings: ResolvedSettings) { self.settings = settings }

  // MARK: Text

  /// Writes the settings, and the rules that are not as they usually are.
  public func writeText(to output: inout some VisibleOutput) {
    let files = settings.files.isEmpty ? "none" : settings.files.joined(separator: ", ")
    output.write("settings files for \(settings.path): \(files)\n\n")
    write(values, to: &output)
    let changed = settings.rules.filter { !$0.isUsual }
    let running = settings.rules.count { $0.runs.value }
    output.write("\nrules: \(running) of \(settings.rules.count) run")
    output.write(changed.isEmpty ? ", all as by default\n" : "; not as by default:\n")
    write(changed.map(row), to: &output)
  }

  private typealias Row = (name: String, value: String, origin: String)

  private var values: [Row] {
    func row<Value: Sendable>(_ name: String, _ setting: Setting<Value>, _ value: String) -> Row {
      (name, value, setting.origin.description)
    }
    return [
      row("model", settings.model, settings.model.value ?? "all"),
      row("failOn", settings.failOn, settings.failOn.value),
      row("maximumFindings", settings.maximumFindings, Quantity.count(settings.maximumFindings.value)),
      row(
        "limits.maximumLineBytes", settings.maximumLineBytes, Quantity.count(settings.maximumLineBytes.value)),
    ]
      + settings.limits.map { limit, setting in
        row("limits.\(limit.rawValue)", setting, setting.value.map { Quantity.count($0) } ?? "none")
      }
  }

  private func row(_ rule: ResolvedRule) -> Row {
    let state = rule.runs.value ? rule.severity?.value.name ?? "on" : "off"
    var origins: [String] = []
    if rule.runs.origin != .usual { origins.append(rule.runs.origin.description) }
    if rule.runs.value, let severity = rule.severity { origins.append(severity.origin.description) }
    if origins.count == 2, origins[0] == origins[1] { origins.removeLast() }
    let origin = origins.isEmpty ? rule.severity?.origin.description ?? "" : origins.joined(separator: ", ")
    return ("\(rule.rule.code)  \(rule.rule.name)", state, origin)
  }

  private func write(_ rows: [Row], to output: inout some VisibleOutput) {
    let rows = rows.map { (VisibleText.of($0.name), VisibleText.of($0.value), VisibleText.of($0.origin)) }
    let names = TextColumns.widest(rows.map(\.0))
    let values = TextColumns.widest(rows.map(\.1))
    for row in rows {
      output.write("\(TextColumns.pad(row.0, to: names))  \(TextColumns.pad(row.1, to: values))  \(row.2)\n")
    }
  }

  // MARK: JSON

  /// Writes one JSON object with the settings and all rules.
  public func writeJSON(to output: inout some VisibleOutput) {
    var json = JSONWriter()
    json.object { json in
      json.member("schemaVersion", Self.schemaVersion)
      json.member("path", settings.path)
      json.array("files") { json in for file in settings.files { json.string(file) } }
      write("model", settings.model, to: &json) { $0.member("value", $1) }
      write("failOn", settings.failOn, to: &json) { $0.member("value", $1) }
      write("maximumFindings", settings.maximumFindings, to: &json) { $0.member("value", $1) }
      json.object("limits") { json in
        write("maximumLineBytes", settings.maximumLineBytes, to: &json) { $0.member("value", $1) }
        for (limit, setting) in settings.limits {
          write(limit.rawValue, setting, to: &json) { $0.member("value", $1) }
        }
      }
      json.array("rules") { json in for rule in settings.rules { write(rule, to: &json) } }
    }
    output.write(VisibleText(json))
  }

  private func write(_ rule: ResolvedRule, to json: inout JSONWriter) {
    json.object { json in
      json.member("code", rule.rule.code.description)
      json.member("name", rule.rule.name)
      write("runs", rule.runs, to: &json) { $0.member("value", $1) }
      guard let severity = rule.severity else { return json.member("severity", String?.none) }
      write("severity", severity, to: &json) { $0.member("value", $1.name) }
    }
  }

  private func write<Value: Sendable>(
    _ name: String, _ setting: Setting<Value>, to json: inout JSONWriter,
    _ value: (inout JSONWriter, Value) -> Void
  ) {
    json.object(name, layout: .oneLine) { json in
      value(&json, setting.value)
      switch setting.origin {
      case .usual: json.member("from", "default")
      case .option(let option): json.member("from", option)
      case .file(let path, let line):
        json.member("from", path)
        json.member("line", line)
      }
    }
  }
}
