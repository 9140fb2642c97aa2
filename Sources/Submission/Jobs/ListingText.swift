public import Reports

/// The jobs of a project as a table.
public struct ListingText: Sendable {
  private let jobs: [RemoteJob]

  /// Shows jobs, the newest first.
  public init(_ jobs: [RemoteJob]) { self.jobs = jobs.sorted { $1.isOlder(than: $0) } }

  /// Writes a line for each job: its name, its state, when it was created, and what it makes.
  public func write(to output: inout some VisibleOutput) {
    let width = jobs.map { JobLine($0).text.description.utf8.count }.max() ?? 0
    for job in jobs {
      let state = JobLine(job).text
      let padding = String(repeating: " ", count: max(0, width - state.description.utf8.count))
      let created = job.createTime.map { " \($0)" } ?? ""
      let marker = job.labels[SubmissionMarker.label].map { " marker \($0)" } ?? ""
      let model = job.model.map { " \($0)" } ?? ""
      output.write("\(job.name)  \(state)\(padding) \(created)\(model)\(marker)\n")
    }
  }
}
