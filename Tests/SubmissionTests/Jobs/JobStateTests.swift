import Submission
import Testing

@Suite struct JobStateTests {
  @Test(
    "every state has its group",
    arguments: [
      ("QUEUED", JobState.Group.waiting), ("PENDING", .waiting), ("RUNNING", .running),
      ("UPDATING", .running),
      ("PAUSED", .held), ("CANCELLING", .ending), ("SUCCEEDED", .succeeded), ("PARTIALLY_SUCCEEDED", .failed),
      ("FAILED", .failed), ("CANCELLED", .failed), ("EXPIRED", .failed), ("UNSPECIFIED", .running),
      ("SOMETHING_NEW", .running), ("", .running),
    ])
  func groups(name: String, group: JobState.Group) {
    #expect(JobState("JOB_STATE_" + name).group == group)
    #expect(JobState(name).group == group)
    #expect(JobState("JOB_STATE_" + name).description == name)
  }
}
