extension TuningRequest {
  /// What the script begins with. The version of the SDK is the first that has all arguments: `encryption_spec` came last.
  ///
  /// Source: CHANGELOG.md of googleapis/python-genai, as of 2026-08-21.
  static let scriptBeginning = #"""
    # /// script
    # requires-python = ">=3.10"
    # dependencies = ["google-genai>=1.63.0"]
    # ///
    """Creates a tuning job, waits for its end and prints what it made."""

    from time import sleep

    from google import genai
    from google.genai import types

    POLL_SECONDS = 60
    # Every other state, one that is not known yet among them, goes on.
    FINAL_STATES = [
        types.JobState.JOB_STATE_SUCCEEDED,
        types.JobState.JOB_STATE_PARTIALLY_SUCCEEDED,
        types.JobState.JOB_STATE_FAILED,
        types.JobState.JOB_STATE_CANCELLED,
        types.JobState.JOB_STATE_EXPIRED,
    ]
    # Looking at the job is tried again if the service does not answer. Creating it is not: it may be there already.
    POLL_CONFIG = types.GetTuningJobConfig(
        http_options=types.HttpOptions(retry_options=types.HttpRetryOptions(attempts=5))
    )


    def state_name(job):
        return job.state.value if job.state else "JOB_STATE_UNSPECIFIED"



    """#

  /// What the script does with the job.
  static let scriptEnd = #"""

    print(f"job: {job.name}", flush=True)
    seen = None
    while True:
        if state_name(job) != seen:
            seen = state_name(job)
            print(f"state: {seen}", flush=True)
        if job.state in FINAL_STATES:
            break
        sleep(POLL_SECONDS)
        job = client.tunings.get(name=job.name, config=POLL_CONFIG)

    if job.tuned_model:
        print(f"model: {job.tuned_model.model}")
        print(f"endpoint: {job.tuned_model.endpoint}")
    print(f"experiment: {job.experiment}")
    for checkpoint in (job.tuned_model and job.tuned_model.checkpoints) or []:
        print(
            f"checkpoint: {checkpoint.checkpoint_id}, epoch {checkpoint.epoch},"
            f" step {checkpoint.step}, endpoint {checkpoint.endpoint}"
        )
    if job.state != types.JobState.JOB_STATE_SUCCEEDED:
        raise SystemExit(f"error: {(job.error and job.error.message) or state_name(job)}")

    """#
}
