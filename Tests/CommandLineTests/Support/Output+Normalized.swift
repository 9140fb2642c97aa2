extension Output {
  /// The output without what differs from run to run or with the catalogue: times, speeds, its date, and the
  /// word about one grown old.
  var normalized: Output {
    let time = #/in (?:under 1 ms|[0-9.]+ m?s|[0-9]+ min [0-9]+ s)(?: \([^()\n]*/s\))?$/#
    let elapsed = #/"elapsedSeconds": [0-9.e-]+/#
    let limits = #/^(limits: .*, catalogue of )[0-9-]{10}$/#
    let catalog = #/("catalog": \{\s*"asOf": )"[0-9-]{10}"/#
    let attribute = #/time="[0-9]+\.[0-9]{3}"/#
    let day = #/(Limits: [^\n]*, catalogue of )[0-9-]{10}\./#
    let age = #/tunekit: the model catalogue is \d+ days old [^\n]*\n/#
    return Output(
      status: status,
      text: text.replacing(time.anchorsMatchLineEndings(), with: "in TIME")
        .replacing(elapsed, with: #""elapsedSeconds": TIME"#)
        .replacing(limits.anchorsMatchLineEndings()) { "\($0.1)DATE" }
        .replacing(attribute, with: #"time="TIME""#)
        .replacing(day) { "\($0.1)DATE." }
        .replacing(catalog) { "\($0.1)DATE" },
      errors: errors.replacing(age, with: ""))
  }
}
