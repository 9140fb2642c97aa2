import CCounting

/// Measures a piece of work and writes a line about it.
///
/// - Parameters:
///   - name: what the line calls it.
///   - bytes: how many bytes the work looks at.
///   - expected: what the work returns, which shows that it was done.
///   - work: is run several times, and does the same each time.
func measure(_ name: String, bytes: Int, expecting expected: Int, _ work: () throws -> Int) throws {
  func run() throws {
    let result = try work()
    if result != expected { throw Trouble("\(name): \(result), not \(expected)") }
  }
  // What is made once only is made now.
  try run()
  let allocationsBefore = counting_allocations()
  try run()
  let allocationsAfter = counting_allocations()
  let allocations = allocationsBefore < 0 ? "-" : "\(allocationsAfter - allocationsBefore)"
  var nanoseconds = "-"
  if counting_has_instructions() == 0 {
    nanoseconds = "\(try medianNanoseconds(run))"
  } else {
    // Some runs cost more than others: hashes are seeded at random.
    for _ in 0..<5 {
      counting_begin()
      try run()
      // Sound: the name is only read while the call lasts.
      unsafe name.withCString { unsafe counting_end($0) }
    }
  }
  print(name, bytes, allocations, nanoseconds, separator: "\t")
}

/// The median of as many runs as go into a fifth of a second, or five if they are longer.
private func medianNanoseconds(_ run: () throws -> Void) rethrows -> Int {
  let clock = ContinuousClock()
  let end = clock.now + .milliseconds(200)
  var times: [Duration] = []
  while clock.now < end || times.count < 5 { times.append(try clock.measure(run)) }
  return Int(times.sorted()[times.count / 2] / .nanoseconds(1))
}
