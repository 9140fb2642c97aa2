// The scan of a string, written once. What includes this file defines
//
//     SCAN          the function's name
//     TARGET        its attributes, which let the compiler use an instruction set
//     WIDTH         how many bytes are looked at at a time, at most 64
//     STOPS(at)     a mask of WIDTH bits: which bytes from `at` on are a quote, a backslash, a control character or
//                   no ASCII; bit 0 is the first byte
//     LESS_THAN(at) whether one of the bytes is '<'

TARGET static tk_string_scan SCAN(const uint8_t *start) {
  const uint8_t *at = start;
  uint32_t flags = 0;
  int less_than = 0;
  for (;;) {
    uint64_t stops = STOPS(at);
    less_than |= LESS_THAN(at);
    while (stops == 0) {
      at += WIDTH;
      stops = STOPS(at);
      less_than |= LESS_THAN(at);
    }
    at += __builtin_ctzll(stops);
    uint32_t stop;
    if (*at == '"') {
      stop = TK_STOP_QUOTE;
    } else if (*at == '\\') {
      stop = scan_escape(&at, &flags);
      if (stop == TK_STOP_QUOTE) continue;
    } else if (*at >= 0x80) {
      stop = scan_non_ascii(&at, &flags);
      if (stop == TK_STOP_QUOTE) continue;
    } else {
      stop = TK_STOP_CONTROL;
    }
    if (less_than) flags |= TK_STRING_MAY_HAVE_LESS_THAN;
    return (tk_string_scan){at, flags, stop};
  }
}

#undef SCAN
#undef TARGET
#undef WIDTH
#undef STOPS
#undef LESS_THAN
