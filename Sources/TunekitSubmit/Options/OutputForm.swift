import ArgumentParser

/// How a command tells what happens.
enum OutputForm: String, ExpressibleByArgument, CaseIterable {
  /// Lines for people.
  case text
  /// A JSON object for each event.
  case json
}

extension ArgumentHelp {
  static var form: ArgumentHelp {
    ArgumentHelp("What is written: lines for people, or a JSON object for each event.", valueName: "format")
  }

  static var job: ArgumentHelp {
    "The job file that was submitted from this machine, or projects/PROJECT/locations/LOCATION/tuningJobs/ID."
  }

  static var timeout: ArgumentHelp {
    ArgumentHelp(
      "Stop following so many seconds after the first look at the job, with the exit status 3; the job continues.",
      valueName: "seconds"
    )
  }

  static var interval: ArgumentHelp {
    ArgumentHelp(
      "The seconds between two looks at the job; by default 5 at first, and 60 after an hour.",
      valueName: "seconds")
  }

  static var allowPartial: ArgumentHelp {
    "Take a job that has succeeded in part as one that has succeeded."
  }
}
