import CCurl

/// The connections that libcurl keeps open, and the calls on them.
///
/// This file is libcurl's fence. Every address made here is that of a value that outlives the call for which libcurl gets it;
/// only the handle of the connections lives longer, and it has one owner.
@safe final class CurlConnections {
  /// Owned by this object. nil if libcurl has no memory.
  private let connections: UnsafeMutableRawPointer?

  /// What libcurl does once in a process; it is safe from several threads, as all that Swift makes once is.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init() {
    unsafe connections = Self.isReady ? curl_multi_init() : nil
  }

  deinit {
    // Sound: made once, freed once, and no call runs any more.
    if let connections = unsafe connections { _ = unsafe curl_multi_cleanup(connections) }
  }

  /// Has no core file written of this process, and lets no other process of the same user look into it.
  static func hideMemory() { CCurl_hideMemory() }

  /// Makes a call and waits for its end.
  func perform(_ call: CurlCall, _ exchange: inout CurlExchange) -> CurlOutcome {
    // Sound: the handle of a call is freed once, after the call, and is used by this thread alone.
    guard let connections = unsafe connections, let handle = unsafe curl_easy_init() else {
      return CurlOutcome(failure: .noConnection, detail: "libcurl has no memory")
    }
    var lines: UnsafeMutablePointer<curl_slist>?
    for line in call.headers { unsafe lines = unsafe curl_slist_append(lines, line) }
    defer {
      unsafe curl_easy_cleanup(handle)
      unsafe curl_slist_free_all(lines)
    }
    var words = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
    // Sound: the exchange, the words and the lines outlive the call; libcurl calls back on this thread, within the call, and
    // nothing else uses the exchange meanwhile.
    let code = unsafe withUnsafeMutablePointer(to: &exchange) { exchange in
      unsafe words.withUnsafeMutableBufferPointer { words in
        _ = unsafe CCurl_setAddress(handle, CURLOPT_ERRORBUFFER, words.baseAddress)
        _ = unsafe CCurl_setAddress(handle, CURLOPT_HTTPHEADER, lines)
        unsafe Self.connect(handle, to: exchange)
        let code = unsafe Self.set(call, of: handle)
        return code == CURLE_OK ? unsafe run(handle, on: connections, call.settings.isInterrupted) : code
      }
    }
    guard let code else {
      return CurlOutcome(failure: .interrupted, isProvablyUnsent: unsafe Self.isUnsent(handle, call))
    }
    var outcome = CurlOutcome(isProvablyUnsent: unsafe Self.isUnsent(handle, call))
    outcome.status = unsafe CCurl_number(handle, CURLINFO_RESPONSE_CODE)
    if code == CURLE_OK && exchange.failure == nil { return outcome }
    outcome.detail = String(decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Sound: libcurl's texts are constants.
    if outcome.detail.isEmpty { outcome.detail = unsafe String(cString: curl_easy_strerror(code)) }
    let proxyStatus = unsafe CCurl_number(handle, CURLINFO_HTTP_CONNECTCODE)
    let isProxyAtFault = outcome.status == 0 && proxyStatus >= 300
    outcome.isOfProxy = isProxyAtFault || code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_PROXY
    outcome.failure =
      exchange.failure ?? (isProxyAtFault ? .noConnection : CurlOutcome.failure(code, outcome.detail))
    return outcome
  }

  /// Whether no byte of a request has left. A request on a connection of its own that could not be encrypted has not, whatever
  /// a proxy was asked.
  private static func isUnsent(_ handle: UnsafeMutableRawPointer, _ call: CurlCall) -> Bool {
    if unsafe CCurl_number(handle, CURLINFO_REQUEST_SIZE) == 0 { return true }
    let encryptedAt = unsafe CCurl_length(handle, CURLINFO_APPCONNECT_TIME_T)
    return call.isAlone && call.url.hasPrefix("https:") && encryptedAt == 0
  }

  /// Makes the call of a handle.
  ///
  /// - Returns: nil if the program is to end.
  private func run(
    _ handle: UnsafeMutableRawPointer, on connections: UnsafeMutableRawPointer, _ isInterrupted: () -> Bool
  ) -> CURLcode? {
    guard unsafe curl_multi_add_handle(connections, handle) == CURLM_OK else { return CURLE_FAILED_INIT }
    defer { _ = unsafe curl_multi_remove_handle(connections, handle) }
    var running: Int32 = 1
    while true {
      guard unsafe curl_multi_perform(connections, &running) == CURLM_OK else { return CURLE_FAILED_INIT }
      if running == 0 { break }
      if isInterrupted() { return nil }
      // A signal that another thread takes does not end this one's wait, so that is short.
      guard unsafe curl_multi_poll(connections, nil, 0, 200, nil) == CURLM_OK else {
        return CURLE_FAILED_INIT
      }
    }
    var left: Int32 = 0
    // Sound: the message is valid until the handle is removed, and only one handle is there to end.
    guard let message = unsafe curl_multi_info_read(connections, &left) else { return CURLE_FAILED_INIT }
    return unsafe message.pointee.data.result
  }

  /// Names the functions that give and take, and what they work on.
  private static func connect(
    _ handle: UnsafeMutableRawPointer, to exchange: UnsafeMutablePointer<CurlExchange>
  ) {
    for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_READDATA, CURLOPT_SEEKDATA] {
      _ = unsafe CCurl_setAddress(handle, option, exchange)
    }
    _ = unsafe CCurl_setTaker(handle, CURLOPT_WRITEFUNCTION) { bytes, _, count, exchange in
      unsafe takeBody(bytes, count, exchange)
    }
    _ = unsafe CCurl_setTaker(handle, CURLOPT_HEADERFUNCTION) { bytes, _, count, exchange in
      unsafe takeHeader(bytes, count, exchange)
    }
    _ = unsafe CCurl_setGivers(
      handle,
      { target, size, count, exchange in unsafe giveBody(target, size * count, exchange) },
      { exchange, offset, _ in
        unsafe exchange?.assumingMemoryBound(to: CurlExchange.self).pointee.position = Int64(offset)
        return CURL_SEEKFUNC_OK
      })
  }
}

// MARK: Options

extension CurlConnections {
  /// Sets what a call needs; what is not set here has libcurl's default.
  ///
  /// - Returns: why an option cannot be set.
  private static func set(_ call: CurlCall, of handle: UnsafeMutableRawPointer) -> CURLcode {
    var texts = [
      (CURLOPT_URL, call.url), (CURLOPT_CUSTOMREQUEST, call.method),
      (CURLOPT_PROTOCOLS_STR, call.url.hasPrefix("https:") ? "https" : "http"),
    ]
    if !call.usesProxies { texts.append((CURLOPT_NOPROXY, "*")) }
    if let file = call.settings.authorityFile { texts.append((CURLOPT_CAINFO, file)) }
    var numbers = [
      // Timeouts without signals: the program's own signals are its own.
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_NETRC, 0),
      (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)), (CURLOPT_HTTP09_ALLOWED, 0),
      (CURLOPT_SUPPRESS_CONNECT_HEADERS, 1), (CURLOPT_TCP_KEEPALIVE, 1),
      (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)), (CURLOPT_SSL_VERIFYPEER, 1),
      (CURLOPT_SSL_VERIFYHOST, 2), (CURLOPT_CONNECTTIMEOUT, call.settings.connectSeconds),
      (CURLOPT_FRESH_CONNECT, call.isAlone ? 1 : 0), (CURLOPT_FORBID_REUSE, call.isAlone ? 1 : 0),
      // A name that is being looked up when the program is to end does not keep it.
      (CURLOPT_QUICK_EXIT, 1),
    ]
    if let milliseconds = call.deadlineInMilliseconds {
      numbers.append((CURLOPT_TIMEOUT_MS, milliseconds))
    } else {
      numbers += [(CURLOPT_LOW_SPEED_LIMIT, 1024), (CURLOPT_LOW_SPEED_TIME, call.settings.stallSeconds)]
    }
    switch call.form {
    case .asking: numbers.append((CURLOPT_HTTPGET, 1))
    case .sending(let length):
      numbers += [(CURLOPT_UPLOAD, 1), (CURLOPT_UPLOAD_BUFFERSIZE, 1 << 18)]
      let code = unsafe CCurl_setLength(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(length))
      if code != CURLE_OK { return code }
    }
    for (option, text) in texts {
      let code = unsafe CCurl_setText(handle, option, text)
      if code != CURLE_OK { return code }
    }
    for (option, number) in numbers {
      let code = unsafe CCurl_setNumber(handle, option, number)
      if code != CURLE_OK { return code }
    }
    return unsafe CCurl_setLength(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(call.mostAnswerBytes))
  }
}

// MARK: Giving and taking

/// Takes a piece of the answer's body.
private func takeBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  // Sound: libcurl gives the exchange's address back, and as many bytes as it says, which it keeps until this returns.
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let exchange = unsafe context.assumingMemoryBound(to: CurlExchange.self)
  guard unsafe exchange.pointee.hasRoom(for: count) else { return 0 }
  unsafe exchange.pointee.answer.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
  return count
}

/// Takes a line of the answer's header.
private func takeHeader(
  _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  // Sound: as of a piece of the body.
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let exchange = unsafe context.assumingMemoryBound(to: CurlExchange.self)
  let line = unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
  return unsafe exchange.pointee.take(header: line) ? count : 0
}

/// Gives the next piece of the request's body.
private func giveBody(
  _ target: UnsafeMutablePointer<CChar>?, _ room: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  // Sound: libcurl gives the exchange's address back, and room for as many bytes as it says.
  guard let target = unsafe target, let context = unsafe context else { return Int(CURL_READFUNC_ABORT) }
  let exchange = unsafe context.assumingMemoryBound(to: CurlExchange.self)
  let buffer = unsafe UnsafeMutableRawBufferPointer(start: target, count: room)
  guard let count = unsafe exchange.pointee.give(into: buffer) else {
    unsafe exchange.pointee.failure = .unreadableFile
    return Int(CURL_READFUNC_ABORT)
  }
  unsafe exchange.pointee.position += Int64(count)
  return count
}

extension CurlExchange {
  /// Writes the next piece of the body.
  ///
  /// - Returns: how many bytes it has, 0 only at the end; nil if its source does not give it.
  fileprivate func give(into target: UnsafeMutableRawBufferPointer) -> Int? {
    switch body {
    case .none: return 0
    case .bytes(let bytes):
      let piece = bytes.dropFirst(Int(position)).prefix(target.count)
      unsafe target.copyBytes(from: piece)
      return piece.count
    case .source(let source, let range):
      let count = Int(min(range.upperBound - range.lowerBound - position, Int64(target.count)))
      if count <= 0 { return 0 }
      // Sound: the span has as many bytes as libcurl has room for, and is gone when the source has written them.
      let bytes = unsafe UnsafeMutableBufferPointer(rebasing: target.bindMemory(to: UInt8.self)[..<count])
      var room = unsafe bytes.mutableSpan
      let given = try? source.read(into: &room, at: range.lowerBound + position)
      return given.flatMap { (1...count).contains($0) ? $0 : nil }
    }
  }
}
