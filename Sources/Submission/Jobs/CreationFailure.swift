/// Why the creation of a job was given up. The attempts that were written down say whether there may be a job.
public enum CreationFailure: Error, Sendable {
  /// A call failed.
  case service(ServiceFailure)
  /// What was done cannot be written down, so nothing more was done.
  case state(StateFault)
}
