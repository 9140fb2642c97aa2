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
    // The bytes that stop, one after another. Most are escapes of two bytes, whose two bits are taken out:
    //
    //     bytes   a \ n b \ " c "          stops   0 1 0 0 1 1 0 1
    //                                      then    0 0 0 0 1 1 0 1,  0 0 0 0 0 0 0 1
    const uint8_t *next = at + WIDTH;
    while (stops != 0) {
      const int index = __builtin_ctzll(stops);
      const uint8_t *byte = at + index;
      uint32_t stop = TK_STOP_CONTROL;
      int is_end = 1;
      if (*byte == '"') {
        stop = TK_STOP_QUOTE;
      } else if (*byte == '\\') {
        if (short_escapes[byte[1]]) {
          flags |= TK_STRING_HAS_ESCAPE;
          stops &= ~(UINT64_C(3) << index);
          // The second byte of an escape that begins at the chunk's end is none of the next one's.
          if (index == WIDTH - 1) next = byte + 2;
          continue;
        }
        stop = scan_escape(&byte, &flags);
        is_end = stop != TK_STOP_QUOTE;
      } else if (*byte >= 0x80) {
        stop = scan_non_ascii(&byte, &flags);
        is_end = stop != TK_STOP_QUOTE;
      }
      if (!is_end) {
        // A long escape, or a run beyond ASCII: on from behind it.
        next = byte;
        break;
      }
      if (less_than) flags |= TK_STRING_MAY_HAVE_LESS_THAN;
      return (tk_string_scan){byte, flags, stop};
    }
    at = next;
  }
}

#undef SCAN
#undef TARGET
#undef WIDTH
#undef STOPS
#undef LESS_THAN
