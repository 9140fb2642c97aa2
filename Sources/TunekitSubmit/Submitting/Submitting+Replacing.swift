import Reports
import Submission
import TuningJobs

/// What is in the bucket already.
extension Submitting {
  /// Whether an object with another content may be replaced: it was asked for with `--replace`, and, without `--yes`, by an
  /// answer as well. Nobody is asked if there is nothing to replace, and then nothing is replaced.
  func mayReplace(_ dataset: DatasetUpload, _ caller: inout Caller) throws(Stop) -> Bool {
    guard options.replace else { return false }
    if options.yes { return true }
    guard let found = try object(of: dataset, &caller) else { return false }
    let differences = found.differences(from: dataset)
    if differences.isEmpty { return false }
    events.say("\(dataset.target) is another object: \(differences.joined(separator: "; "))")
    guard try Question.isAnsweredYes("Replace \(dataset.target)?") else {
      throw Stop(
        .trouble, "not-confirmed",
        "\(dataset.target) was not replaced, and no job was created: give the dataset another name")
    }
    return true
  }

  /// What the service says of the object of a dataset; nil if the object is missing.
  private func object(
    of dataset: DatasetUpload, _ caller: inout Caller, _ repetition: Repetition = .forMinutes
  ) throws(Stop) -> ObjectMetadata? {
    guard let target = try? StorageURI(dataset.target) else { return nil }
    do throws(UploadFault) {
      return try storage.metadata(of: target, &caller, repetition)
    } catch {
      throw Stop(error)
    }
  }

  /// The end of a submission whose object is not as it was a moment ago.
  static func changed(_ dataset: DatasetUpload, _ changes: [String]) -> Stop {
    let what = changes.joined(separator: "; ")
    // Where the object is the same, another run would find the same.
    let isAnother =
      changes.first.map { $0.hasPrefix("it was replaced") || $0.hasPrefix("it is gone") } ?? true
    return Stop(
      .trouble, "object-changed",
      isAnother
        ? "\(dataset.target) has changed since it was compared: \(what); no job was created: run the command again"
        : "\(dataset.target) is the object that was compared, but the service describes it otherwise now: \(what); no job was "
          + "created: give the dataset another name in the job")
  }

  // MARK: Equal jobs

  /// Looks at the jobs that ask for the same, and tells them.
  ///
  /// - Returns: those that continue, and may have the same data.
  func tellEqual(
    _ jobs: [RemoteJob], _ state: SubmissionState, _ caller: inout Caller
  ) -> [RemoteJob] {
    if jobs.isEmpty { return [] }
    var living: [RemoteJob] = []
    let replacement = lastReplacement(state, &caller)
    for job in jobs {
      let line = "\(job.name), \(JobLine(job).text)"
      if let other = Submissions.state(of: job.name),
        other.datasets.map(\.sha256) != state.datasets.map(\.sha256)
      {
        events.say("a job that asks for the same, with data that were replaced since, exists: \(line)")
        continue
      }
      if let replacement, let created = job.createTime, created < replacement.time {
        let why = "\(replacement.target) was written after it was created"
        events.say("a job that asks for the same exists, perhaps with other data, because \(why): \(line)")
      } else {
        events.say("a job that asks for the same exists: \(line)")
      }
      if !job.state.isFinal { living.append(job) }
    }
    return living
  }

  /// The object that was written last.
  private func lastReplacement(
    _ state: SubmissionState, _ caller: inout Caller
  ) -> (target: String, time: Timestamp)? {
    var last: (target: String, time: Timestamp)?
    for dataset in state.datasets {
      guard let time = (try? object(of: dataset, &caller, .until(seconds: 10)))?.timeCreated else { continue }
      if last.map({ $0.time < time }) ?? true { last = (dataset.target, time) }
    }
    return last
  }
}
