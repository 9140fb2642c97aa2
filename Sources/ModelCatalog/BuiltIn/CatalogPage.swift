/// A page on which facts were read, and the day on which it was known to say so.
struct CatalogPage {
  /// The key of the source, a colon, and the page.
  let source: String
  /// The day of the reading, or of the copy that was read.
  let asOf: CatalogDate

  init(_ source: String, _ asOf: CatalogDate) {
    self.source = source
    self.asOf = asOf
  }
}

extension CatalogPage {
  // The tuning guide.
  static let supervisedTuning = doc("models/tuning/supervised-tuning", CatalogDate(2026, 9, 25))
  static let prepareData = doc("models/tuning/supervised-tuning/prepare-data")
  static let imageTuning = doc("models/tuning/image")
  static let audioTuning = doc("models/tuning/audio")
  static let videoTuning = doc("models/tuning/video")
  static let documentTuning = doc("models/tuning/document")
  static let functionCallTuning = doc("models/tuning/function-calling")
  static let checkpoints = doc("models/tuning/checkpoints")
  static let continuousTuning = doc("models/tuning/continuous-tuning")
  /// Read as an undated excerpt, which is newer than the copy of `supervisedTuning`.
  static let supervisedTuningExcerpt = doc("models/tuning/supervised-tuning", CatalogDate(2026, 11, 22))
  static let continuousTuningExcerpt = doc("models/tuning/continuous-tuning", CatalogDate(2026, 11, 22))

  // Other documentation.
  static let modelVersions = doc("models/model-versions")
  static let releaseNotes = doc("release-notes")
  static let locations = doc("resources/locations")
  static let restEndpoints = doc("reference/rest")
  static let geminiExample = doc("reference/rest/Shared.Types/GeminiExample")

  /// The page about one model.
  static func model(_ name: String) -> CatalogPage { doc("models/gemini/" + name) }

  // Older documentation.
  /// Undated copies from the time of Gemini 1.5, which ended with the year.
  static let tuningIn2024 = CatalogPage("OLD:models/gemini-supervised-tuning", CatalogDate(2024, 12, 31))
  static let tuningIn2025 = old("models/gemini-supervised-tuning")
  static let imageTuningIn2025 = old("models/tune_gemini/image_tune")
  static let audioTuningIn2025 = old("models/tune_gemini/audio_tune")
  static let documentTuningIn2025 = old("models/tune_gemini/doc_tune")
  static let functionCallTuningIn2025 = old("models/tune-function-calling")

  // Everything else.
  static let functionCallIssue = CatalogPage(
    "ISSUE:googleapis/python-aiplatform/issues/6127", CatalogDate(2025, 11, 14))
  static let toolMessage = CatalogPage("AIP:aiplatform_v1beta1/types/tool.py", CatalogDate(2026, 11, 22))
  static let tokenizers = CatalogPage("GENAI:_local_tokenizer_loader.py", CatalogDate(2026, 11, 22))
  static let imageNotebook = CatalogPage(
    "NOTEBOOK:sft_gemini_on_image_captioning.ipynb", CatalogDate(2026, 11, 22))
  static let prices = CatalogPage("PRICES:training", CatalogDate(2026, 9, 27))

  private static func doc(
    _ page: String, _ asOf: CatalogDate = CatalogDate(2026, 8, 22)
  ) -> CatalogPage {
    CatalogPage("DOC:" + page, asOf)
  }

  private static func old(_ page: String) -> CatalogPage {
    CatalogPage("OLD:" + page, CatalogDate(2025, 5, 12))
  }
}
