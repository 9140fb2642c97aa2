import Foundation
import JSONLines
import Testing

@testable import TuningDatasets

/// The formats of files by their first bytes.
@Suite struct MediaSignatureTests {
  private func signature(_ bytes: [UInt8]) -> MediaSignature {
    LineBytes.with("\"\(Data(bytes).base64EncodedString())\"".utf8) { line in
      MediaSignature(ofBase64: StringToken(start: 1, end: line.count - 1, traits: .hasEscape), in: line)
    }
  }

  private static func bytes(_ pieces: Any...) -> [UInt8] {
    pieces.flatMap { (piece) -> [UInt8] in
      if let text = piece as? String {
        return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      }
      return [UInt8(truncatingIfNeeded: piece as? Int ?? 0)]
    }
  }

  private static let files: [([UInt8], MediaFormats)] = [
    (bytes("\u{89}PNG\r\n\u{1A}\n\0\0\0\rIHDR"), .png),
    (bytes(0xFF, 0xD8, 0xFF, 0xE0, "\0\u{10}JFIF"), .jpeg),
    (bytes("RIFF\u{24}\0\0\0WEBPVP8 "), .webP), (bytes("RIFF\u{24}\0\0\0WAVEfmt "), .wav),
    (bytes("RIFF\u{24}\0\0\0AVI LIST"), .avi), (bytes("RIFF\u{24}\0\0\0XXXXLIST"), .other),
    (bytes("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic"), .heif),
    (bytes("\0\0\0\u{18}ftypmif1\0\0\0\0"), [.heif, .avif]),
    (bytes("\0\0\0\u{1C}ftypavif\0\0\0\0"), .avif), (bytes("%PDF-1.7\n%"), .pdf),
    (bytes("\0\0\0\u{20}ftypisom\0\0\u{2}\0isomiso2"), .mpeg4),
    (bytes("\0\0\0\u{18}ftypmp42\0\0\0\0"), .mpeg4),
    (bytes("\0\0\0\u{14}ftypqt  \0\0\0\0qt  "), .quickTime),
    (bytes("\0\0\0\u{8}wide\0\0\0\0mdat"), [.quickTime, .mpeg4]),
    (bytes("\0\0\0\u{1C}ftypM4A \0\0\0\0"), .mp4Audio),
    (bytes("\0\0\0\u{18}ftyp3gp4\0\0\0\0"), [.threeGP, .mp4, .mp4Audio]),
    (
      bytes(
        "\u{1A}\u{45}\u{DF}\u{A3}\u{9F}B\u{86}\u{81}\u{1}B\u{F7}\u{81}\u{1}B\u{F2}\u{81}\u{4}B\u{F3}\u{81}\u{8}B\u{82}\u{84}webm"
      ), .webM
    ),
    (bytes("\u{1A}\u{45}\u{DF}\u{A3}\u{A3}B\u{86}\u{81}\u{1}B\u{82}\u{88}matroska"), .matroska),
    (bytes("ID3\u{4}\0\0\0\0\0\0"), [.mp3, .aac, .flac, .wav, .aiff]),
    (bytes(0xFF, 0xFB, 0x90, 0x64, 0), [.mp3, .mpeg]),
    (bytes(0xFF, 0xF1, 0x50, 0x80), .aac), (bytes("fLaC\0\0\0\""), .flac), (bytes("OggS\0\u{2}\0\0"), .ogg),
    (bytes("GIF89a\u{1}\0"), .gif), (bytes("PK\u{3}\u{4}\u{14}\0"), .zip),
    (bytes("<!DOCTYPE html><html>"), .text),
    (bytes("FORM\0\0\0\0AIFF"), .aiff), (bytes("\0\0\u{1}\u{BA}D\0"), .mpeg),
    (bytes("FLV\u{1}\u{5}"), .flash),
  ]

  @Test(arguments: files.indices)
  func file(index: Int) {
    let (bytes, formats) = Self.files[index]
    #expect(signature(bytes).found?.formats == formats, "\(bytes)")
    // What is cut is never taken for a file of another format.
    for count in 0..<bytes.count {
      let found = signature(Array(bytes.prefix(count))).found?.formats
      #expect(
        found.map { !$0.isDisjoint(with: formats) } ?? true || formats == .other, "\(bytes.prefix(count))")
    }
  }

  @Test func nothingIsSaidOfOtherBytes() {
    for bytes: [UInt8] in [
      [], [0], [0xFF, 0xFE, 0x41, 0], [0xFF, 0xFF, 0xFF, 0xFF], Array("hello, world".utf8),
    ] {
      #expect(signature(bytes).found == nil, "\(bytes)")
    }
  }

  @Test func whatCannotBeginSo() {
    let unknown = signature(Array("hello, world".utf8))
    for formats: MediaFormats in [.png, .jpeg, .webP, .heif, .flac, .ogg, [.webM, .matroska]] {
      #expect(!unknown.mayBegin(formats))
    }
    for formats: MediaFormats in [.mp3, .pdf, [.wav, .pcm], .text, .mpeg4] {
      #expect(unknown.mayBegin(formats))
    }
    #expect(signature([1, 2, 3]).mayBegin(.png))
  }
}
