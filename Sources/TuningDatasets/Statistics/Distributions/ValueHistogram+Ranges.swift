extension ValueHistogram {
  /// Few ranges of numbers that show how numbers are distributed: all between the 1st and the 99th percentiles of some
  /// histograms in ranges of like proportion, and the others in one range before and one after.
  ///
  ///     25–31   32–63   64–127   128–255   256–511   512–1,204
  ///
  /// - Parameter most: the most ranges, which must be more than three.
  /// - Returns: ranges that no bucket crosses, ascending; none without numbers.
  public static func ranges(of histograms: [ValueHistogram], atMost most: Int) -> [ClosedRange<Int>] {
    precondition(most > 3, "there is a range before and one after")
    let filled = histograms.filter { $0.count > 0 }
    guard let minimum = filled.map(\.minimum).min(), let maximum = filled.map(\.maximum).max(),
      let first = filled.compactMap({ $0.percentile(1) }).min(),
      let last = filled.compactMap({ $0.percentile(99) }).max()
    else { return [] }
    var inner: [ClosedRange<Int>] = []
    for width in widths {
      inner = ranges(from: first, to: last, width)
      if inner.count <= most - 2 { break }
    }
    // The ranges at the ends say what is in them, not what could be.
    if let lowest = inner.first, minimum < lowest.lowerBound {
      inner.insert(minimum...lowest.lowerBound - 1, at: 0)
    } else if let lowest = inner.first {
      inner[0] = minimum...max(minimum, lowest.upperBound)
    }
    if let highest = inner.last, maximum > highest.upperBound {
      inner.append(highest.upperBound + 1...maximum)
    } else if let highest = inner.last {
      inner[inner.count - 1] = highest.lowerBound...max(highest.lowerBound, maximum)
    }
    return inner
  }

  /// How wide a range is: so many of them are a power of two, or one is so many powers.
  private enum Width {
    case ofPower(Int)
    case powers(Int)
  }

  private static let widths: [Width] =
    [.ofPower(16), .ofPower(8), .ofPower(4), .ofPower(2)] + (1..<64).map { .powers($0) }

  private static func ranges(from first: Int, to last: Int, _ width: Width) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    var next = first
    while next <= last {
      let range = range(around: next, width)
      ranges.append(range)
      if range.upperBound >= last { break }
      next = range.upperBound + 1
    }
    return ranges
  }

  private static func range(around value: Int, _ width: Width) -> ClosedRange<Int> {
    if value == 0 { return 0...0 }
    let power = Int.bitWidth - 1 - value.leadingZeroBitCount
    switch width {
    case .ofPower(let parts):
      let step = max(1, (1 << power) / parts)
      let first = value / step * step
      return first...first + (step - 1)
    case .powers(let powers):
      let first = power / powers * powers
      let next = first + powers
      return 1 << first...(next < Int.bitWidth - 1 ? (1 << next) - 1 : Int.max)
    }
  }
}
