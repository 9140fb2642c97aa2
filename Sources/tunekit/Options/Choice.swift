import ArgumentParser

/// What an option takes that is one of a few words.
protocol Choice: ExpressibleByArgument, CaseIterable, RawRepresentable<String> where AllCases == [Self] {}

extension Choice {
  /// The words. The argument parser would list them by a key path, which takes a tenth of a millisecond or more to make.
  static var allValueStrings: [String] { allCases.map { $0.rawValue } }
}
