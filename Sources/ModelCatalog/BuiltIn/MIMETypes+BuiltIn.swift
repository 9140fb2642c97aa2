extension MIMETypes {
  /// The types of a model, whose own page gives those of requests.
  static func documented(on page: CatalogPage) -> MIMETypes {
    MIMETypes(tuning: inTuning, serving: .documented(inRequests, page))
  }

  /// The types of a model whose page was not read while it could be tuned.
  static let former = MIMETypes(
    tuning: inTuning.asGuess("The pages are those of later models."),
    serving: .guess(inRequests, .model("2-5-flash"), "The page is that of a later model."))

  private static let inTuning = Fact.documented(
    ["application/pdf", "audio/mpeg", "image/jpeg", "image/png", "video/mp4"], .imageNotebook,
    note: "The notebook allows JPEG and PNG; the other types stand in the samples on the pages about tuning.")

  private static let inRequests = [
    "application/pdf", "text/plain",
    "audio/flac", "audio/m4a", "audio/mp3", "audio/mp4", "audio/mpeg", "audio/mpga", "audio/ogg", "audio/pcm",
    "audio/wav", "audio/webm", "audio/x-aac",
    "image/heic", "image/heif", "image/jpeg", "image/png", "image/webp",
    "video/3gpp", "video/mp4", "video/mpeg", "video/mpegs", "video/mpg", "video/quicktime", "video/webm",
    "video/wmv", "video/x-flv",
  ]
}
