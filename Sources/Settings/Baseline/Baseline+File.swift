import Diagnostics
import Documents
public import JSONLines

/// The file of a baseline: a line for each entry, so that differences are easy to read.
///
///     {
///       "schemaVersion": 1,
///       "findings": {
///         "TK401": {
///           "00ab12cd34ef5678": 1,
///           "64ebab06dc785a81": 2
///         }
///       }
///     }
extension Baseline {
  /// Writes the file, the same bytes for the same findings.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("schemaVersion", Self.schemaVersion)
      json.object("findings") { json in
        var index = 0
        while index < entries.count {
          let code = entries[index].code
          json.object(RuleCode(number: Int(code)).description) { json in
            while index < entries.count, entries[index].code == code {
              json.member(Fingerprint.digits(of: entries[index].fingerprint), Int(entries[index].count))
              index += 1
            }
          }
        }
      }
    }
  }

  /// Reads a file.
  ///
  /// - Throws: why it is not a baseline, as the end of a sentence.
  /// - Complexity: linear in the file if its entries are in order; it is copied while it is read.
  public init(parsing bytes: [UInt8]) throws(SettingsFault) {
    let result: Result<Baseline, BaselineReader.Fault>
    do throws(JSONFault) {
      result = try LineBytes.withDocument(bytes) { (line) throws(JSONFault) in
        var reader = BaselineReader(line)
        return try reader.read()
      }
    } catch {
      throw SettingsFault(Self.description(of: bytes))
    }
    switch result {
    case .success(let baseline): self = baseline
    case .failure(let fault):
      let line = 1 + bytes.prefix(fault.offset).count { $0 == 0x0A }
      throw SettingsFault("line \(line): \(fault.problem)")
    }
  }

  /// What is wrong with the JSON of a file.
  private static func description(of bytes: [UInt8]) -> String {
    do throws(DocumentFault) {
      _ = try DocumentReader(bytes, atMost: maximumFileBytes)
      return "it is not JSON"
    } catch {
      return error.description
    }
  }
}

extension Fingerprint {
  /// The sixteen digits of a fingerprint.
  fileprivate static func digits(of value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
