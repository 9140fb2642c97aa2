import TuningJobs

/// Sends the bytes of a dataset in chunks. After anything but a clear answer the service is asked how much it has:
///
///     start ─▶ chunk ─┬─ 308: so many bytes are kept ─▶ next chunk
///       ▲             ├─ 200, 201 ─▶ compare the object
///       │             ├─ 412: someone else was first ─▶ compare the object
///       │             └─ anything else ─▶ pause ─▶ status ─▶ as above
///       └── 404, 410, and 400 of a status: the upload is gone, twice at most
struct ResumableUpload: ~Copyable {
  /// How often in a row requests may fail without a new byte.
  private static let mostFailures = 10
  /// How often an upload may be started again.
  private static let mostRestarts = 2

  private let uploader: DatasetUploader
  private let target: StorageURI
  private let bytes: DatasetBytes
  private let generation: Int
  /// What is known of the dataset.
  private(set) var dataset: DatasetUpload
  /// How many bytes the service keeps, if that is known; the next chunk begins there.
  private var kept: Int64?
  /// The most bytes that it has kept, and can have.
  private var (best, sent): (Int64, Int64)
  private var (failures, restarts) = (0, 0)
  private var backOff = BackOff()

  /// Prepares an upload, or the continuation of one that has begun.
  ///
  /// - Parameter generation: that of the object that is replaced; 0 for none.
  init(
    _ uploader: DatasetUploader, _ target: StorageURI, _ bytes: DatasetBytes, _ dataset: DatasetUpload,
    replacing generation: Int
  ) {
    (self.uploader, self.target, self.bytes) = (uploader, target, bytes)
    (self.dataset, self.generation) = (dataset, generation)
    // The storage may have had another address then.
    if let session = dataset.session, !uploader.storage.hasOrigin(of: session.uri) {
      self.dataset.session = nil
    }
    // An earlier process may have sent everything.
    (best, sent) = (Int64(self.dataset.session?.acknowledgedBytes ?? 0), Int64(dataset.sizeInBytes))
  }

  private var size: Int64 { Int64(dataset.sizeInBytes) }

  /// Sends what is missing.
  ///
  /// - Returns: what the service says of the object, which has the bytes that were validated.
  mutating func run(
    _ caller: inout some ServiceCaller, _ save: DatasetUploader.Save
  ) throws(UploadFault) -> ObjectMetadata {
    while true {
      guard let session = dataset.session else {
        try start(&caller, save)
        continue
      }
      let isChunk = kept != nil
      switch try ask(session.uri, &caller) {
      case .complete(let response):
        if let made = try object(response, &caller) { return made }
        try fail("it took all bytes, but there is no object", pause: 0, &caller)
      case .incomplete(let response): try take(response, afterChunk: isChunk, &caller, save)
      case .gone: try restart("the service does not know it any more", save)
      case .conflict:
        guard let found = try compared(&caller) else {
          try restart("its precondition failed, although there is no object", save)
          continue
        }
        return found
      case .refused(let refusal):
        // The file may have changed.
        try uploader.verify(bytes, dataset, &caller)
        try fail("\(refusal)", pause: 0, &caller)
      case .unclear(let problem, let pause): try fail(problem, pause: pause, &caller)
      }
    }
  }

  // MARK: Requests

  /// Sends the next chunk, or asks how much is kept if that is not known.
  private mutating func ask(_ uri: String, _ caller: inout some ServiceCaller) throws(UploadFault)
    -> UploadAnswer
  {
    let end = min((kept ?? size) + Int64(uploader.chunkSizeInBytes), size)
    let request: HTTPRequest
    if let kept, kept < size {
      request = dataset.chunkRequest(to: uri, bytes, kept..<end)
      sent = max(sent, end)
    } else {
      request = dataset.statusRequest(to: uri)
    }
    do throws(ServiceFailure) {
      let response = try caller.call(request, .never)
      return response.status == 308 ? .incomplete(response) : .complete(response)
    } catch {
      if case .transport = error, let fault = bytes.fault { throw fault }
      guard let answer = UploadAnswer(error, afterChunk: kept != nil) else {
        throw .of(error, dataset.target)
      }
      return answer
    }
  }

  /// Begins an upload.
  private mutating func start(
    _ caller: inout some ServiceCaller, _ save: DatasetUploader.Save
  ) throws(UploadFault) {
    let request = dataset.startRequest(
      at: uploader.storage.startAddress(of: target, replacing: generation), token: RandomUUID.text())
    let response: HTTPResponse
    do throws(ServiceFailure) {
      response = try caller.call(request, .forMinutes)
    } catch {
      throw .of(error, dataset.target)
    }
    guard let location = response.header("location") else {
      return try restart("the service gave it no address", save)
    }
    guard uploader.storage.hasOrigin(of: location) else {
      throw unexpected("the service named an address for the upload that is not its own")
    }
    dataset.session = DatasetUpload.Session(uri: location, startedAt: SystemCalls.wallClock)
    try DatasetUploader.keep(dataset, save)
    (kept, best, sent) = (0, 0, 0)
  }

  // MARK: Answers

  /// Takes what the service says that it keeps.
  private mutating func take(
    _ response: HTTPResponse, afterChunk isChunk: Bool, _ caller: inout some ServiceCaller,
    _ save: DatasetUploader.Save
  ) throws(UploadFault) {
    switch KeptRange(response, sent: sent, size: size) {
    case .malformed: return try fail("it is not clear how many bytes it has", pause: 0, &caller)
    case .beyond(let count):
      throw unexpected("the service says that it has \(count) bytes, but only \(sent) were sent")
    case .bytes(let count, let checksum):
      let own = try bytes.checksum(upTo: count) { () throws(UploadFault) in
        try DatasetUploader.endIfAsked(&caller)
      }
      if let checksum, checksum != own {
        // Either the file has changed, or the bytes have on their way.
        try uploader.verify(bytes, dataset, &caller)
        return try restart("the service has other bytes than were sent", save)
      }
      try note(count, save)
      // All bytes are there, and the object is not yet: a status finishes that.
      kept = count < size ? count : nil
      if count > best {
        (best, failures, backOff) = (count, 0, BackOff())
      } else if isChunk || count == size {
        try fail("it takes no more bytes", pause: 0, &caller, isPositionKnown: true)
      }
    }
  }

  private mutating func note(_ count: Int64, _ save: DatasetUploader.Save) throws(UploadFault) {
    uploader.progress?(
      .init(work: .uploading, target: dataset.target, bytes: Int(count), size: dataset.sizeInBytes))
    guard dataset.session?.acknowledgedBytes != Int(count) else { return }
    dataset.session?.acknowledgedBytes = Int(count)
    try DatasetUploader.keep(dataset, save)
  }

  /// Waits after a failure, so that the next request asks how much is kept.
  private mutating func fail(
    _ problem: String, pause: Double, _ caller: inout some ServiceCaller, isPositionKnown: Bool = false
  ) throws(UploadFault) {
    failures += 1
    if failures >= Self.mostFailures {
      throw .stalled(uri: dataset.target, failures: failures, last: problem)
    }
    if !isPositionKnown { kept = nil }
    do throws(ServiceFailure) {
      try caller.wait(seconds: backOff.next(chance: Double.random(in: 0..<1), asked: pause))
    } catch {
      throw .of(error, dataset.target)
    }
  }

  /// Forgets an upload, so that another one is started.
  private mutating func restart(_ problem: String, _ save: DatasetUploader.Save) throws(UploadFault) {
    restarts += 1
    dataset.session = nil
    kept = nil
    try DatasetUploader.keep(dataset, save)
    guard restarts <= Self.mostRestarts else {
      throw unexpected("the upload was started \(restarts) times, and in the end \(problem)")
    }
  }

  // MARK: The object

  /// What an answer says of the object, if it has the right bytes, or else what the service says when it is asked again.
  private func object(
    _ response: HTTPResponse, _ caller: inout some ServiceCaller
  ) throws(UploadFault) -> ObjectMetadata? {
    if let made = ObjectMetadata(response.body),
      made.differences(from: dataset, kmsKeyName: uploader.storage.kmsKeyName).isEmpty
    {
      return made
    }
    return try compared(&caller)
  }

  /// The object with the right bytes; nil if there is none.
  private func compared(_ caller: inout some ServiceCaller) throws(UploadFault) -> ObjectMetadata? {
    guard let found = try uploader.storage.metadata(of: target, &caller) else { return nil }
    let problems = found.differences(from: dataset, kmsKeyName: uploader.storage.kmsKeyName)
    if !problems.isEmpty { throw .different(uri: dataset.target, problems: problems) }
    return found
  }

  private func unexpected(_ problem: String) -> UploadFault {
    .unexpected(uri: dataset.target, problem: problem)
  }
}
