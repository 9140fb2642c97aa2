extension TuningRequest {
  /// The beginning of the script. The version of the SDK is the first with all arguments: `encryption_spec` came last.
  ///
  /// Source: CHANGELOG.md of googleapis/python-genai, as of 2026-08-21.
  static let scriptBeginning = #"""
    # /// script
    # requires-python = ">=3.10"
    # dependencies = ["google-genai>=1.63.0"]
    # ///
    """Create a tuning job, wait until it ends and print the result."""

    from time import sleep

    from google import genai
    from google.genai import types

    POLL_SECONDS = 60
    # In all other states, unknown ones included, the job is not finished.
    FINAL_STATES = [
        types.JobState.JOB_STATE_SUCCEEDED,
        types.JobState.JOB_STATE_PARTIALLY_SUCCEEDED,
        types.JobState.JOB_STATE_FAILED,
        types.JobState.JOB_STATE_CANCELLED,
        types.JobState.JOB_STATE_EXPIRED,
    ]
    # Getting the job is retried if the service does not answer. Creating it is not, because it may already exist.
    POLL_CONFIG = types.GetTuningJobConfig(
        http_options=types.HttpOptions(retry_options=types.HttpRetryOptions(attempts=5))
    )


    def state_name(job):
        return job.state.value if job.state else "JOB_STATE_UNSPECIFIED"



    """#

  /// The end of the script, which waits for the job.
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
