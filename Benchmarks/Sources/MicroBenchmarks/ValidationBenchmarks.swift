import CScratchFiles
import Diagnostics
import ModelCatalog
import TuningDatasets

extension MicroBenchmarks {
  /// Whole validations on one thread, from opening the file to the report: decoder and rules, and gzip.
  static func runValidation(in folder: String) throws {
    var text = TrainingText(seed: 3)
    let count = 256
    for kind in [TrainingText.Line.chat, .cjk, .tool, .faulty] {
      let bytes = text.lines(count, of: kind)
      let file = "\(folder)/\(kind).jsonl"
      let faults = kind == .faulty ? count : 0
      try validate(bytes, as: file, "decoder and rules, \(kind)", faults: faults)
      if kind == .chat { try validate(bytes, as: file + ".gz", "gzip, \(kind)", faults: faults) }
    }
  }

  private static func validate(_ bytes: [UInt8], as path: String, _ name: String, faults: Int) throws {
    let isCompressed: Int32 = path.hasSuffix(".gz") ? 1 : 0
    // Sound: path and bytes are only read while the call lasts.
    let isWritten = unsafe bytes.withUnsafeBufferPointer {
      unsafe scratch_write(path, $0.baseAddress, bytes.count, isCompressed)
    }
    guard isWritten != 0 else { throw Trouble("cannot write \(path)") }
    defer { unsafe scratch_remove(path) }
    let validation = DatasetValidation(
      trainingPaths: [path], requirements: DatasetRequirements(loosestOf: .builtIn))
    try measure(name, bytes: bytes.count, expecting: faults) {
      let report = validation.run()[0]
      if report.failure != nil || report.bytes != bytes.count {
        throw Trouble("\(name): not read to its end")
      }
      return report.counts.reduce(0) { $1.severity == .error ? $0 + $1.findings : $0 }
    }
  }
}
