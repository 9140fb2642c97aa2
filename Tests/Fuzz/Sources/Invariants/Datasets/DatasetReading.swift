/// How a file is read, none of which may show in the result.
struct DatasetReading {
  /// As a rule more than an input has, and less than the program's own, which would take longer to allocate than all
  /// else takes.
  var blockBytes = 1 << 14
  /// How many threads share the work.
  var jobs = 1
}
