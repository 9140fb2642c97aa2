import TuningJobs

/// Brings datasets to where the job needs them, whatever the network does.
///
///     verify the file ─▶ ask for the object ─┬─ has these bytes ──────────────────────────▶ its generation
///                                            ├─ has others ─▶ refuse, or replace exactly these
///                                            └─ is not there ─▶ send ─▶ compare the object ─▶ its generation
public struct DatasetUploader: Sendable {
  /// How far a dataset is.
  public struct Progress: Sendable {
    /// What is being done.
    public enum Work: Sendable {
      /// The file is compared with what was validated.
      case verifying
      /// Its bytes are sent.
      case uploading
    }

    /// What is being done.
    public var work: Work
    /// Where the dataset goes.
    public var target: String
    /// How many bytes are done.
    public var bytes: Int
    /// How many there are.
    public var size: Int
  }

  /// How a dataset came to its place.
  public enum Outcome: Sendable, Equatable {
    /// It was there already.
    case wasThere
    /// It was uploaded.
    case uploaded
  }

  /// Writes down what is known, so that it is on the disk afterwards.
  public typealias Save = (DatasetUpload) throws(StateFault) -> Void

  /// The sizes that a chunk may have.
  public static let chunkSizes = (1 << 18)...(64 << 20)

  /// The storage.
  public let storage: ObjectStorage
  /// How many bytes a request sends, a multiple of 256 KiB: what a failure loses at most.
  public let chunkSizeInBytes: Int
  /// Whether an object with another content is replaced.
  public var replacesObjects = false
  /// Told how far the work is.
  public var progress: (@Sendable (Progress) -> Void)?

  /// Prepares uploads.
  ///
  /// - Parameter chunkSizeInBytes: at least 256 KiB and at most 64 MiB; it is rounded down to a multiple of 256 KiB, as the
  ///   service demands.
  public init(_ storage: ObjectStorage, chunkSizeInBytes: Int = 16 << 20) {
    self.storage = storage
    let size = min(max(chunkSizeInBytes, Self.chunkSizes.lowerBound), Self.chunkSizes.upperBound)
    self.chunkSizeInBytes = size - size % Self.chunkSizes.lowerBound
  }

  /// Uploads a dataset, unless the object is there already, and compares the object with what was validated.
  ///
  /// - Parameters:
  ///   - dataset: what is known of it; an upload that it has begun is continued.
  ///   - save: keeps each change of it, before anything else happens.
  /// - Throws: ``UploadFault``. What was uploaded until then is continued by the next run, except if the file has changed.
  /// - Complexity: linear in the bytes; takes little memory, however many there are.
  public func run(
    _ dataset: inout DatasetUpload, _ caller: inout some ServiceCaller, save: Save
  ) throws(UploadFault) -> Outcome {
    do throws(UploadFault) {
      return try place(&dataset, &caller, save)
    } catch {
      switch error {
      case .changed, .different, .unexpected: try abandon(&dataset, &caller, save)
      default: break
      }
      throw error
    }
  }

  private func place(
    _ dataset: inout DatasetUpload, _ caller: inout some ServiceCaller, _ save: Save
  ) throws(UploadFault) -> Outcome {
    let target = try ObjectStorage.target(of: dataset)
    let bytes = try DatasetBytes(&dataset)
    try verify(bytes, dataset, &caller)
    let found = try storage.metadata(of: target, &caller)
    if let found {
      let problems = found.differences(from: dataset, kmsKeyName: storage.kmsKeyName)
      if problems.isEmpty {
        try finish(found, &dataset, save)
        return .wasThere
      }
      guard replacesObjects else { throw .different(uri: dataset.target, problems: problems) }
    }
    var upload = ResumableUpload(self, target, bytes, dataset, replacing: found?.generation ?? 0)
    let made: ObjectMetadata
    do throws(UploadFault) {
      made = try upload.run(&caller, save)
    } catch {
      dataset = upload.dataset
      throw error
    }
    dataset = upload.dataset
    try finish(made, &dataset, save)
    return .uploaded
  }

  /// Compares the file with what was validated.
  func verify(
    _ bytes: DatasetBytes, _ dataset: DatasetUpload, _ caller: inout some ServiceCaller
  ) throws(UploadFault) {
    try bytes.verify { done throws(UploadFault) in
      progress?(
        Progress(work: .verifying, target: dataset.target, bytes: Int(done), size: dataset.sizeInBytes))
      try Self.endIfAsked(&caller)
    }
  }

  /// Ends the work if a signal asks for it.
  static func endIfAsked(_ caller: inout some ServiceCaller) throws(UploadFault) {
    do throws(ServiceFailure) {
      try caller.wait(seconds: 0)
    } catch {
      throw .of(error, "")
    }
  }

  private func finish(_ found: ObjectMetadata, _ dataset: inout DatasetUpload, _ save: Save)
    throws(UploadFault)
  {
    dataset.generation = found.generation
    dataset.session = nil
    try Self.keep(dataset, save)
  }

  /// Ends an upload whose bytes are not wanted any more.
  private func abandon(
    _ dataset: inout DatasetUpload, _ caller: inout some ServiceCaller, _ save: Save
  ) throws(UploadFault) {
    guard let session = dataset.session else { return }
    // It ends by itself within a week, and its bytes are not charged, so one attempt is enough.
    _ = try? caller.call(HTTPRequest(.delete, session.uri), .never)
    dataset.session = nil
    try Self.keep(dataset, save)
  }

  static func keep(_ dataset: DatasetUpload, _ save: Save) throws(UploadFault) {
    do throws(StateFault) { try save(dataset) } catch { throw .state(error) }
  }
}
