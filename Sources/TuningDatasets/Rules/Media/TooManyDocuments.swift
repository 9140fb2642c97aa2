import Diagnostics
import ModelCatalog

/// TK509: more documents in an example than the service takes.
enum TooManyDocuments: Rule {
  static let description = RuleDescription(
    "TK509", "too-many-documents", severity: .error,
    also: .warning, when: "the limit of the model is a guess",
    since: "0.1.0",
    message: "the example has {0} documents, but at most {1} are allowed",
    summary: "An example has at most four documents.",
    rationale: """
      The page about tuning with documents allows four PDF files in an example, with at most 300 pages in all.
      """,
    remedy: "remove documents, or divide the example into several with at most {1} each",
    source: Source("models/tuning/document", asOf: "2026-08-22", confidence: .documented),
    examples: [
      .accepts(
        "as many documents as are allowed",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"application/pdf","fileUri":"gs://my-bucket/a.pdf"}},\#
        {"fileData":{"mimeType":"application/pdf","fileUri":"gs://my-bucket/b.pdf"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, with: [.maximumMediaFiles(2)]),
      .rejects(
        "a document too many, in another turn and another spelling",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"application/pdf","fileUri":"gs://my-bucket/a.pdf"}},\#
        {"fileData":{"mimeType":"application/pdf","fileUri":"gs://my-bucket/b.pdf"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]},\#
        {"role":"user","parts":[{"file_data":↓{"file_uri":"gs://my-bucket/c","mime_type":"APPLICATION/PDF"}},\#
        {"fileData":{"mimeType":"application/pdf","fileUri":"gs://my-bucket/d.pdf"}},\#
        {"text":"And this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, with: [.maximumMediaFiles(2)]),
      .rejects(
        "a document too many, where the limit is a guess",
        #"""
        {"contents":[{"role":"user","parts":[\#
        {"fileData":{"mimeType":"application/pdf","fileUri":"gs://my-bucket/a.pdf"}},\#
        {"fileData":↓{"mimeType":"application/pdf","fileUri":"gs://my-bucket/b.pdf"}},\#
        {"text":"What is this?"}]},{"role":"model","parts":[{"text":"A cat."}]}]}
        """#, as: .warning, with: [.model("gemini-3.5-flash-lite"), .maximumMediaFiles(1)]),
    ])

  static func check(
    _ counts: MediaCounts, _ context: borrowing ExampleContext, _ findings: inout LineFindings
  ) {
    guard counts[.document] > context.media.mostDocuments else { return }
    counts.report(
      TooManyDocuments.self, .document, over: context.requirements.media.documents.maxFiles, context,
      &findings)
  }
}
