import Submission

/// What to do about refusals of the tuning service.
///
/// Sources: iam-permissions and use-service-agents pages, and issues of googleapis/python-genai, as of 2026-11-28.
enum ServiceAdvice {
  /// Advice on a refusal; nil if none is known.
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
    if refusal.status == 429 {
      return "wait until the running jobs have ended, or raise the quota of the project"
    }
    guard let rule = ServiceRules.rule(for: refusal.message) else { return nil }
    return "tunekit says the same by rule \(rule): 'tunekit explain \(rule)'"
  }
}
