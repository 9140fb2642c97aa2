import Diagnostics

/// A receipt that its own job and the bytes of its datasets do not refute.
///
/// That is not to say that all of it is so: what nothing here can refute is ``trusted``.
public struct VerifiedReceipt: Sendable {
  /// The receipt; its paths count from the folder of its file.
  public let receipt: JobReceipt
  /// What was proved, a clause each.
  public let proved: [String]
  /// What was taken on trust, a clause each.
  public let trusted: [String]

  /// - Parameters:
  ///   - comparison: it has no differences.
  ///   - isProjectOpen: whether nobody but the receipt names the project.
  ///   - isLocationOpen: whether nobody but the receipt names the location.
  init(_ comparison: ReceiptComparison, isProjectOpen: Bool, isLocationOpen: Bool) {
    receipt = comparison.receipt
    let places = [
      (receipt.project, "project", isProjectOpen), (receipt.location, "location", isLocationOpen),
    ]
    .filter { $0.0 != nil }
    let closed = places.filter { !$0.2 }.map { "the \($0.1)" }
    let same = comparison.whyCheckDiffers == nil ? ", and each rule finds as much as the receipt says" : ""
    proved =
      ["\(comparison.jobPath) is the job file that was checked: it has the same SHA-256"]
      + receipt.datasets.map { dataset in
        "\(comparison.path(of: dataset)) is the \(dataset.role.rawValue) dataset that was checked: "
          + "it has the same size, SHA-256 and CRC32C"
      } + [
        "\(Shown.list(["the datasets", "their URIs"] + closed)) are those of the job",
        "checked again as of \(receipt.checkedAsOf), the job and its datasets have no errors\(same)",
      ]

    let open = places.compactMap { place, name, isOpen in
      isOpen ? place.map { "the \(name) \(Shown.name($0))" } : nil
    }
    trusted =
      [
        "who wrote the receipt, when, and that the job is one of \(receipt.checkedAsOf): it is not signed",
        "what is stored at the URIs: compare the CRC32C that Cloud Storage has of each object",
      ] + (open.isEmpty ? [] : ["\(Shown.list(open)): the job file does not say"])
      + (comparison.whyCheckDiffers.map { ["how often each rule finds something, and the tokens: \($0)"] }
        ?? [])
  }
}
