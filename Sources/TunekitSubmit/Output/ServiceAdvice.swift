import Submission

/// What to do about refusals of the services.
///
/// Sources: iam-permissions and use-service-agents pages, and issues of googleapis/python-genai, as of 2026-11-28.
enum ServiceAdvice {
  /// Advice on a refusal of Cloud Storage, which looks at the token of the user; nil if none is known.
  static func onStorage(_ refusal: ServiceRefusal) -> String? {
    let message = refusal.message.lowercased()
    switch refusal.status {
    case 400 where message.contains("user project"):
      return
        "whoever asks is charged for this bucket: set GOOGLE_CLOUD_QUOTA_PROJECT to the project that is charged"
    case 403 where refusal.advice.isEmpty:
      return "give 'roles/storage.objectUser' on the bucket to the account of this token"
    case 404: return "make the bucket, or correct the URI in the job"
    default: return nil
    }
  }

  /// Advice on a refusal of the tuning service; nil if none is known.
  static func on(_ refusal: ServiceRefusal) -> String? {
    let message = refusal.message.lowercased()
    if message.contains("aiplatform.tuningjobs") || message.contains("aiplatform.models.get") {
      return "the role 'roles/aiplatform.user' in the project has this permission"
    }
    if message.contains("storage.objects.get") {
      return
        "give 'roles/storage.objectViewer' on the bucket to the project's service agent of tuning, "
        + "service-PROJECT_NUMBER@gcp-sa-vertex-tune.iam.gserviceaccount.com, which exists only after the first job"
    }
    if refusal.status == 409 { return "run the command again" }
    if refusal.status == 404 {
      return message.contains("/models/")
        ? "check the name of the model in the job"
        : "check the name, the project and the location: 'tunekit list' lists jobs"
    }
    if refusal.status == 429 {
      return "wait until the running jobs have ended, or raise the quota of the project"
    }
    guard let rule = ServiceRules.rule(for: refusal.message) else { return nil }
    return "tunekit says the same by rule \(rule): 'tunekit explain \(rule)'"
  }
}
