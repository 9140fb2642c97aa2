/// The names of the API's enumeration of adapter sizes, and their numbers, which are not the sizes.
///
/// Source: aiplatform_v1beta1 tuning_job.proto of google-cloud-aiplatform 2.7.0, as of 2026-11-22.
enum AdapterSizeName {
  /// By number, from 0. The size of two came last.
  private static let names = [
    "ADAPTER_SIZE_UNSPECIFIED", "ADAPTER_SIZE_ONE", "ADAPTER_SIZE_FOUR", "ADAPTER_SIZE_EIGHT",
    "ADAPTER_SIZE_SIXTEEN", "ADAPTER_SIZE_THIRTY_TWO", "ADAPTER_SIZE_TWO",
  ]

  /// The name of a size, however it is written; nil where it stands for none.
  static func canonical(_ written: TuningJob.WrittenAdapterSize) -> String? {
    switch written {
    case .name(let name): names.contains(name) ? name : nil
    case .number(let number): names.indices.contains(number) ? names[number] : nil
    }
  }
}
