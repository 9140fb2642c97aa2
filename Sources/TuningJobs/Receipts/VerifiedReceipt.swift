import Diagnostics

/// A receipt that matches its job file and the bytes of its datasets.
///
/// Some statements of a receipt cannot be checked; ``trusted`` lists them.
public struct VerifiedReceipt: Sendable {
  /// The receipt; its paths are relative to its folder.
  public let receipt: JobReceipt
  /// The statements that were verified, one clause each.
  public let proved: [String]
  /// The statements that cannot be verified, one clause each.
  public let trusted: [String]

  /// - Parameters:
  ///   - comparison: it has no differences.
  ///   - isProjectOpen: whether only the receipt gives the project.
  ///   - isLocationOpen: whether only the receipt gives the location.
  init(_ comparison: ReceiptComparison, isProjectOpen: Bool, isLocationOpen: Bool) {
    receipt = comparison.receipt
    let places = [
      (receipt.project, "project", isProjectOpen), (receipt.location, "location", isLocationOpen),
    ]
    .filter { $0.0 != nil }
    let closed = places.filter { !$0.2 }.map { "the \($0.1)" }
    let same =
      comparison.whyCheckDiffers == nil ? ", and every rule has as many findings as on the receipt" : ""
    proved =
      ["\(comparison.jobPath) is the job file that was checked: it has the same SHA-256"]
      + receipt.datasets.map { dataset in
        "\(comparison.path(of: dataset)) is the \(dataset.role.rawValue) dataset that was checked: "
          + "it has the same size, SHA-256 and CRC32C"
      } + [
        "\(Shown.list(["the datasets", "their URIs"] + closed)) match the job",
        "a new check as of \(receipt.checkedAsOf) finds no errors in the job and its datasets\(same)",
      ]

    let open = places.compactMap { place, name, isOpen in
      isOpen ? place.map { "the \(name) \(Shown.name($0))" } : nil
    }
    trusted =
      [
        "who wrote the receipt and when, and the day of the job, \(receipt.checkedAsOf): receipts are not signed",
        "the objects at the URIs: compare their CRC32C in Cloud Storage with the receipt",
      ] + (open.isEmpty ? [] : ["\(Shown.list(open)): not given in the job file"])
      + (comparison.whyCheckDiffers.map {
        ["the number of findings of each rule, and the number of tokens: \($0)"]
      }
        ?? [])
  }
}
