/// How large the adapter is that tuning trains: the value is its rank.
///
/// The API's enumeration was extended at its end, so its numbers do not follow the ranks:
///
///     name     ONE  TWO  FOUR  EIGHT  SIXTEEN  THIRTY_TWO
///     rank     1    2    4     8      16       32
///     number   1    6    2     3      4        5
///
/// Source: `SupervisedHyperParameters.AdapterSize` of google-cloud-aiplatform 2.7.0, as of 2026-11-22.
public enum AdapterSize: Int, CaseIterable, Sendable {
  case one = 1
  case two = 2
  case four = 4
  case eight = 8
  case sixteen = 16
  case thirtyTwo = 32

  /// The name of the value that asks for no size in particular; its number is 0.
  static let unspecifiedName = "ADAPTER_SIZE_UNSPECIFIED"

  /// The name in the API.
  public var apiName: String {
    switch self {
    case .one: "ADAPTER_SIZE_ONE"
    case .two: "ADAPTER_SIZE_TWO"
    case .four: "ADAPTER_SIZE_FOUR"
    case .eight: "ADAPTER_SIZE_EIGHT"
    case .sixteen: "ADAPTER_SIZE_SIXTEEN"
    case .thirtyTwo: "ADAPTER_SIZE_THIRTY_TWO"
    }
  }

  /// The number of the value in the API's enumeration.
  public var apiNumber: Int {
    switch self {
    case .one: 1
    case .four: 2
    case .eight: 3
    case .sixteen: 4
    case .thirtyTwo: 5
    case .two: 6
    }
  }

  /// The size of this name; nil for any other text.
  public init?(apiName: String) {
    guard let size = Self.allCases.first(where: { $0.apiName == apiName }) else { return nil }
    self = size
  }

  /// The size of this number in the API's enumeration; nil for any other number.
  public init?(apiNumber: Int) {
    guard let size = Self.allCases.first(where: { $0.apiNumber == apiNumber }) else { return nil }
    self = size
  }
}

extension TuningJob.WrittenAdapterSize {
  /// The number, where one is written, also as a string: Google's JSON parsers take `"4"` for the number 4.
  var number: Int? {
    switch self {
    case .number(let number): number
    case .name(let name): Int(name)
    }
  }

  /// The size that the API takes it for; nil if it knows none by it, or none in particular is asked for.
  public var size: AdapterSize? {
    if let number { return AdapterSize(apiNumber: number) }
    if case .name(let name) = self { return AdapterSize(apiName: name) }
    return nil
  }

  /// The name of the value that the API takes it for; nil if it knows none by it.
  var apiName: String? {
    let isUnspecified = number == 0 || self == .name(AdapterSize.unspecifiedName)
    return isUnspecified ? AdapterSize.unspecifiedName : size?.apiName
  }
}
