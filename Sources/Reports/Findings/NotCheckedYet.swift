/// What no rule looks at yet: a report without findings says nothing about it.
enum NotCheckedYet {
  /// What it is, in the words of the summary.
  static let subjects = ["duplicates"]
}
