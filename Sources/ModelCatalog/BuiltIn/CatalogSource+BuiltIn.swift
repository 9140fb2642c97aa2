extension CatalogSource {
  /// The places where the built-in catalogue's facts were read.
  static let builtIn: [CatalogSource] = [
    CatalogSource(
      key: "AIP", title: "Python package google-cloud-aiplatform 2.7.0",
      address: "https://pypi.org/project/google-cloud-aiplatform/2.7.0/"),
    CatalogSource(
      key: "DOC", title: "Documentation of Gemini Enterprise Agent Platform, formerly Vertex AI",
      address: "https://docs.cloud.google.com/gemini-enterprise-agent-platform/"),
    CatalogSource(
      key: "GENAI", title: "Python package google-genai 3.4.0",
      address: "https://pypi.org/project/google-genai/3.4.0/"),
    CatalogSource(
      key: "ISSUE", title: "Issues on GitHub", address: "https://github.com/"),
    CatalogSource(
      key: "NOTEBOOK", title: "Google's notebooks about tuning",
      address: "https://github.com/GoogleCloudPlatform/generative-ai/blob/main/gemini/tuning/"),
    CatalogSource(
      key: "OLD", title: "Older copies of the Vertex AI documentation",
      address: "https://cloud.google.com/vertex-ai/generative-ai/docs/"),
    CatalogSource(
      key: "PRICES", title: "Price page, as others read it",
      address: "https://cloud.google.com/gemini-enterprise-agent-platform/generative-ai/pricing"),
  ]
}
