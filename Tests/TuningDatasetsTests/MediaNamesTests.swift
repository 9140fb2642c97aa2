import JSONLines
import ModelCatalog
import Testing

@testable import TuningDatasets

/// MIME types and the ends of file names, however they are written.
@Suite struct MediaNamesTests {
  private static let names = MediaNames(ModelCatalog.builtIn.loosestLimits.mimeTypes)

  private func type(_ text: String) -> MIMEType {
    LineBytes.with("\"\(text)\"".utf8) { line in
      Self.names.type(StringToken(start: 1, end: line.count - 1, traits: .hasEscape), in: line)
    }
  }

  private func formats(_ uri: String) -> MediaFormats {
    LineBytes.with("{\"fileUri\":\"\(uri)\"}".utf8) { line in
      let string = StringToken(start: 12, end: line.count - 2, traits: .hasEscape)
      let formats = FileURI.formats(ofFile: string, in: line, Self.names)
      // The short look never finds another; of a bucket alone it takes the end for that of a name.
      if FileURI.endsLike(.jpeg, string, in: line, Self.names) {
        #expect(formats == .jpeg || formats == [], "\(uri)")
      }
      return formats
    }
  }

  @Test(
    "a type is the same in any case, escaped, with parameters and spaces",
    arguments: [
      "image/jpeg", "IMAGE/JPEG", "Image/Jpeg", #"image\/jpeg"#, #"\u0069mage/jpeg"#, "image/jpeg;q=1",
      "image/jpeg ; charset=binary", " image/jpeg", "image/jpeg ", "IMAGE/JPEG;",
    ])
  func jpeg(text: String) {
    #expect(type(text).standing == .tuning && type(text).kind == .image && type(text).formats == .jpeg)
  }

  @Test(
    "a type that is not in any list keeps its kind",
    arguments: [
      ("image/x-unknown", MIMEType.Kind.image), ("AUDIO/basic2", .audio), ("video/", .video),
      ("text/x", .text),
      ("image", .other), ("", .other), ("image/jpeg2", .image), ("image/jpegimage/jpegimage/jpeg", .image),
      ("ïmage/jpeg", .other), ("imag\u{e9}/jpeg", .other), ("application/vnd.ms-excel", .other),
    ])
  func unknown(text: String, kind: MIMEType.Kind) {
    #expect(
      type(text).standing == .unlisted && type(text).kind == kind && type(text).formats == [], "\(text)")
  }

  @Test func everyListedTypeIsKnown() {
    let lists = ModelCatalog.builtIn.loosestLimits.mimeTypes
    for name in lists.serving.value {
      #expect(type(name).standing == (lists.tuning.value.contains(name) ? .tuning : .serving), "\(name)")
      #expect(!type(name).formats.isEmpty, "\(name)")
    }
    for known in MIMEType.known where known.type.standing == .slip {
      let instead = type("\(known.type.instead)")
      #expect([.tuning, .serving].contains(instead.standing), "\(known.name)")
      #expect(
        instead.kind == known.type.kind && !instead.formats.isDisjoint(with: known.type.formats),
        "\(known.name)")
    }
  }

  private static let namedFiles: [(String, MediaFormats)] = [
    ("gs://b/cat.jpg", MediaFormats.jpeg), ("gs://b/cat.JPEG", .jpeg), ("gs://b/a.b/cat.png", .png),
    ("https://example.com/cat.png?size=2.jpg", .png), ("https://example.com/cat.png#a.jpg", .png),
    ("https://example.com/get?file=cat.jpg", []), ("gs://b/cat", []), ("gs://cat.jpg", []),
    ("https://example.jpg", []), ("gs://b/.jpg", .jpeg), ("gs://b/cat.", []), ("gs://b/cat.jpg/", []),
    (#"gs:\/\/b\/cat.jpg"#, .jpeg), (#"gs://b/cat\u002ejpg"#, .jpeg), ("gs://b/cat.jpgé", []),
    ("gs://b/cat.averylongending", []), ("gs://b/cat.tar.gz", []), ("gs://b/日本.webp", .webP), ("", []),
    ("cat.jpg", []),
    ("gs://b/cat.jpg.png", .png), ("gs://b/cat.2024", []),
  ]

  @Test("what a name ends in", arguments: namedFiles)
  func endings(uri: String, expected: MediaFormats) { #expect(formats(uri) == expected, "\(uri)") }

  @Test func aLongURIIsReadOnce() {
    #expect(formats("gs://b/" + String(repeating: "a.b/", count: 250_000) + "cat.jpg") == .jpeg)
  }
}
