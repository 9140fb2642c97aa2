public import Reports
import TuningJobs

/// The jobs of a project as a table.
public struct ListingText: Sendable {
  private let jobs: [RemoteJob]

  /// Shows jobs in their order.
  public init(_ jobs: [RemoteJob]) { self.jobs = jobs }

  /// Writes a header, and a line for each job: its name, its state, when it was created, what it tunes, and the name that people
  /// gave it. Nothing for no jobs.
  public func write(to output: inout some VisibleOutput) {
    if jobs.isEmpty { return }
    var rows: [[VisibleText]] = [["NAME", "STATE", "CREATED", "TUNES", "DISPLAY NAME"]]
    for job in jobs {
      rows.append([
        "\(job.name)", JobLine(job).text, "\(job.createTime?.description ?? "-")", "\(job.tunes ?? "-")",
        "\(job.displayName ?? "-")",
      ])
    }
    let lengths = rows.map { $0.map { $0.description.unicodeScalars.count } }
    let widths = rows[0].indices.map { column in lengths.map { $0[column] }.max() ?? 0 }
    for (row, lengths) in zip(rows, lengths) {
      for column in row.indices.dropLast() {
        let gap = String(repeating: " ", count: widths[column] - lengths[column] + 2)
        output.write("\(row[column])\(gap)")
      }
      output.write("\(row[row.count - 1])\n")
    }
  }

  /// Jobs, the newest first.
  public static func newestFirst(_ jobs: [RemoteJob]) -> [RemoteJob] { jobs.sorted { $1.isOlder(than: $0) } }
}
