/// Runs the rules about images, audio, video and documents, for an example that has some.
enum MediaRules {
  static func check(_ context: borrowing ExampleContext, _ findings: inout LineFindings) {
    for index in 0..<context.example.media.count {
      let media = context.example.media[index]
      if media.kind == .file { InvalidFileURI.check(media, context, &findings) }
    }
  }
}
