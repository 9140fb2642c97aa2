import Testing

@testable import TuningJobs

@Suite struct PlaceholderTests {
  @Test(
    "what samples and templates have in the place of a name is found",
    arguments: [
      ("my-project", "my-project"), ("my-project-id", "my-project-id"), ("your-project", "your-project"),
      ("YOUR_PROJECT_ID", "YOUR_PROJECT_ID"), ("PROJECT_ID", "PROJECT_ID"), ("project-id", "project-id"),
      ("your-gcp-project-id", "your-gcp-project-id"), ("myproject", "myproject"),
      ("<agent_id>", "<agent_id>"), ("{project}", "{project}"), ("${PROJECT}", "${PROJECT}"),
      ("$PROJECT_ID", "$PROJECT_ID"), ("[PROJECT_ID]", "[PROJECT_ID]"), ("…", "…"), ("...", "..."),
      ("projects/PROJECT_ID/locations/us-central1/models/1", "PROJECT_ID"),
      ("projects/my-project/locations/us-central1/models/1@1", "my-project"),
      ("projects/p/locations/l/models/MODEL_ID@VERSION_ID", "MODEL_ID"),
      ("tuning@my-project.iam.gserviceaccount.com", "my-project"),
      ("tuning@PROJECT_ID.iam.gserviceaccount.com", "PROJECT_ID"), ("LOCATION", "LOCATION"),
      ("your-region", "your-region"),
    ])
  func names(text: String, placeholder: String) {
    let found = Placeholder(in: text, .name)
    #expect(found?.text == placeholder)
    if let found { #expect(Array(text.utf8)[found.range].elementsEqual(found.text.utf8)) }
  }

  @Test(
    "a bucket is found, a folder or an object in capitals is not",
    arguments: [
      ("gs://my-bucket/train.jsonl", "my-bucket"), ("gs://your-bucket/train.jsonl", "your-bucket"),
      ("gs://your-bucket-name/a/train.jsonl", "your-bucket-name"), ("gs://BUCKET_NAME/a", "BUCKET_NAME"),
      ("gs://my-gcs-bucket/a", "my-gcs-bucket"), ("gs://<bucket>/train.jsonl", "<bucket>"),
      ("gs://${BUCKET}/train.jsonl", "${BUCKET}"), ("gs://acme/{run}/train.jsonl", "{run}"),
      ("TRAINING_DATASET_URI", "TRAINING_DATASET_URI"), ("gs://acme/PATH_TO_URI", "PATH_TO_URI"),
      ("gs://acme/PROJECT/MODEL_V2/TRAIN.jsonl", nil), ("gs://acme/my-project/train.jsonl", nil),
      ("gs://my-bucket-2026/train.jsonl", nil), ("gs://acme-my-bucket/train.jsonl", nil),
      ("gs://cloud-samples-data/ai-platform/train.jsonl", nil), ("gs://acme/a<b.jsonl", nil),
    ])
  func uris(text: String, placeholder: String?) {
    #expect(Placeholder(in: text, .uri)?.text == placeholder)
  }

  @Test(
    "names that are only like one are not placeholders",
    arguments: [
      "my-project-1234", "project-42", "acme-project", "my-first-project", "us-central1", "MY", "A", "",
      "gemini-2.5-flash", "translation-llm-002", "my_model", "1", "default", "example.com:my-data", "my-data",
    ])
  func nearMisses(text: String) {
    #expect(Placeholder(in: text, .name) == nil)
  }

  @Test(
    "of texts for people, only words in brackets and variables are placeholders",
    arguments: [
      ("agent-<agent_id>", "<agent_id>"), ("Support {version}", "{version}"),
      ("DISPLAY_NAME", "DISPLAY_NAME"),
      ("TUNED_MODEL_DISPLAYNAME", "TUNED_MODEL_DISPLAYNAME"), ("my-project", nil), ("My bucket", nil),
      ("FAQ", nil), ("SUPPORT_BOT", nil), ("[new] support", nil), ("a < b > c", nil), ("costs $100", nil),
      ("<3", nil), ("{}", nil),
    ])
  func words(text: String, placeholder: String?) {
    #expect(Placeholder(in: text, .words)?.text == placeholder)
  }
}
