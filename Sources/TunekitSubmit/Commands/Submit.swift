import ArgumentParser
import Submission
import TuningJobs

/// `tunekit submit`: uploads the datasets of a job, creates it once, and follows it.
struct Submit: Command {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Upload the datasets of a tuning job, create it once, and follow it.",
    discussion: """
      The job and its datasets are checked as by 'tunekit plan'; with errors, nothing is sent. The same command run again \
      continues where the last run ended, and never creates the same job twice, as long as the folder with what is known of it \
      is kept: tunekit/submissions in XDG_STATE_HOME, or in ~/.local/state. Without that, a job that asks for the same and \
      continues stops a run with --yes; --again creates another one. Exit status: 0 the job has succeeded, or was \
      created with --no-wait; 1 it has failed, was cancelled, has expired or succeeded in part, its data were replaced, or there \
      are findings; 2 something could not be done; 3 the job continues after --timeout; 4 there may be a job: look before you \
      repeat; 130 and 143 interrupted: what was created continues.
      """)

  @Argument(help: "The job file; - is standard input, which must be a file.", completion: .file())
  var file: String

  @OptionGroup var planning: PlanningOptions

  @OptionGroup var connection: ConnectionOptions

  @Option(help: ArgumentHelp("The address of Cloud Storage, in place of Google's.", valueName: "url"))
  var storageEndpoint: String?

  @Flag(
    help:
      "Create the job, and replace objects with --replace, without asking. Without a terminal, nothing is created without it."
  )
  var yes = false

  @Flag(help: "Show every call that would be made. Nothing is uploaded, created or written down.")
  var dryRun = false

  @Flag(help: "Do not follow the job after it was created.")
  var noWait = false

  @Flag(
    help: "Create another job although this one was created before, or one that asks for the same continues.")
  var again = false

  @Flag(help: "Replace objects in the bucket that have another content than the datasets.")
  var replace = false

  @Flag(help: "Do not give the job the label 'tunekit-submission', by which it is found again.")
  var noMarker = false

  @Flag(help: .allowPartial) var allowPartial = false

  @Option(parsing: .unconditional, help: .timeout) var timeout: Double?

  @Option(parsing: .unconditional, help: .interval) var interval: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      For how long a job whose creation had no answer is looked for before it is created again; 120 by default. A shorter time can \
      make two jobs, where the service lists a job later than that.
      """,
      valueName: "seconds"))
  var settle: Double?

  @Option(help: .form) var format = OutputForm.text

  func perform(_ events: Events) throws(Stop) -> ExitStatus {
    try NumberOption.check(timeout, "--timeout")
    try NumberOption.check(interval, "--interval")
    try NumberOption.check(settle, "--settle")
    guard yes || dryRun || format == .text && Question.canBeAsked else {
      // A file that is not there is the first thing to correct.
      if file != "-" { _ = try SmallFile.read(file, as: "job file", atMost: JobValidation.maximumFileBytes) }
      let how = format == .json ? "--format json needs --yes" : "give --yes, or run this in a terminal"
      throw Stop(.trouble, "not-confirmed", "nothing says whether the job may be created: \(how)")
    }
    do throws(Stop) {
      return try submit(events)
    } catch {
      // Whoever interrupts wants to know whether there is a job.
      guard error.message.isEmpty, events.place.job == nil else { throw error }
      throw Stop(error.status, error.code, "this run has created no job; the same command continues")
    }
  }

  private func submit(_ events: Events) throws(Stop) -> ExitStatus {
    events.begin("check")
    let planned = try PlannedJob(file, planning, events)
    let session = try Session(connection, storage: storageEndpoint, events)
    let request = planned.job.request
    let service = session.service(request.project, request.location)
    var caller = try connection.caller(events)
    if dryRun { return try Rehearsal(self, planned, service, session, events).run(&caller) }
    return try Submitting(self, planned, service, session, events).run(&caller)
  }
}
