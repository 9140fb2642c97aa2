// The scan of a string, 64 bytes at a time, written once. What includes this file defines
//
//     SCAN          the function's name
//     TARGET        the attributes that let the compiler use an instruction set
//     MASK(truths)  the mask of a comparison's truths
//
// and, where there is an instruction that looks bytes up,
//
//     LOOK_UP(table, indices)     the bytes of a table of 16 at 64 indices from 0 to 15
//     PREVIOUS(before, block, n)  for each byte of a block the one n places before it
//
// The rest is arithmetic on vectors, in which the compiler cuts 64 bytes into as many registers as they need.
//
// Masks have a bit for each byte of the block, the lowest for the first:
//
//     bytes        a \ n b \ \ \ " c " , \ x
//     backslashes  0 1 0 0 1 1 1 0 0 0 0 1 0
//     escaped      0 0 1 0 0 1 0 1 0 0 0 0 1    what a backslash escapes
//     quotes       0 0 0 0 0 0 0 0 0 1 0 0 0    those that are not escaped
//     inside       1 1 1 1 1 1 1 1 1 1 0 0 0    the string and its closing quote
//
// A good string is judged here alone. A bad one is read again byte by byte, which finds the place of its fault.

TARGET tk_string_scan SCAN(const uint8_t *start) {
  // A short string usually ends in its first block, and has nothing to be judged: its quote is the first byte that stops a scan.
  bytes64 first_block;
  memcpy(&first_block, start, sizeof first_block);
  const uint64_t ends = MASK(first_block == '"');
  // As signed bytes, control characters and what is not ASCII are below 0x20.
  const uint64_t stops = ends | MASK((first_block == '\\') | ((truths64)first_block < 0x20));
  if ((stops & -stops & ends) != 0) {
    const uint32_t found = MASK(first_block == '<') != 0 ? TK_STRING_MAY_HAVE_LESS_THAN : 0;
    return (tk_string_scan){start + __builtin_ctzll(ends), found, TK_STOP_QUOTE};
  }

  uint32_t flags = 0;
  uint64_t any_backslash = 0;
  truths64 less_than = {0};
  // What a block says about the next one. Nothing before the string is ever looked at.
  uint64_t first_is_escaped = 0, high_before = 0;
#if defined(LOOK_UP)
  bytes64 before = {0};
#endif
  const uint8_t *low_surrogate = NULL;
  for (const uint8_t *at = start;; at += 64) {
    bytes64 block;
    memcpy(&block, at, sizeof block);
    const uint64_t backslashes = MASK(block == '\\');
    const uint64_t escaped = escaped_bytes(backslashes, &first_is_escaped);
    const uint64_t quotes = MASK(block == '"') & ~escaped;
    const uint64_t inside = quotes ^ (quotes - 1);
    // Control characters and what is not ASCII: of both, most blocks have none, or one kind.
    const uint64_t unusual = MASK((truths64)block < 0x20) & inside;
    uint64_t high = 0;
    if (unusual != 0) {
      high = MASK(block >= 0x80);
      if ((unusual & ~high) != 0) return tk_scan_string_portable(start);
    }
    less_than |= block == '<';
    any_backslash |= backslashes & inside;

    uint64_t long_escapes = escaped & inside;
#if defined(LOOK_UP)
    // An escape of two bytes ends in a byte whose halves both allow it.
    long_escapes &= MASK((LOOK_UP(escapes_of_low_half, block & 15) & LOOK_UP(escapes_of_high_half, block >> 4)) == 0);
#endif
    if (long_escapes != 0) {
#if defined(LOOK_UP)
      // Most are \uXXXX whose digits are in this block and say no more than a letter. They are judged all at once; the others
      // are left to be read one at a time: each that reaches into the next block, may be half of a pair, `<` (003C) or
      // U+FFFD, and \/.
      const uint64_t letters = long_escapes & MASK(block == 'u') & ((UINT64_C(1) << 60) - 1);
      if (letters != 0) {
        const bytes64 small = block | 0x20;
        const uint64_t digits = MASK((block - '0' < 10) | (small - 'a' < 6));
        if (((letters << 1 | letters << 2 | letters << 3 | letters << 4) & ~digits) != 0)
          return tk_scan_string_portable(start);
        // What may be more than a letter, by its first digits, each mask at the place of the last of them.
        const uint64_t halves = (letters << 1 & MASK(small == 'd')) << 1 & MASK(block >= '8');
        const uint64_t f = MASK(small == 'f'), zero = MASK(block == '0');
        const uint64_t replacements = ((letters << 1 & f) << 1 & f) << 1 & f;
        const uint64_t less_than = ((letters << 1 & zero) << 1 & zero) << 1 & MASK(block == '3');
        long_escapes &= ~letters | halves >> 2 | replacements >> 3 | less_than >> 3;
        flags |= TK_STRING_HAS_LONG_ESCAPE;
      }
#endif
      for (; long_escapes != 0; long_escapes &= long_escapes - 1) {
        const uint8_t *escape = at + __builtin_ctzll(long_escapes) - 1;
        // The second half of a pair was read with the first.
        if (escape == low_surrogate) continue;
        const uint8_t *end = escape;
        if (tk_scan_escape(&end, &flags) != TK_STOP_QUOTE) return tk_scan_string_portable(start);
        low_surrogate = end - 6;
      }
    }

    // A sequence may reach into this block from the one before.
    if (((high & inside) | high_before) != 0) {
#if defined(LOOK_UP)
      const bytes64 first = PREVIOUS(before, block, 1);
      const bytes64 second = PREVIOUS(before, block, 2);
      const bytes64 third = PREVIOUS(before, block, 3);
      const bytes64 faults = LOOK_UP(tk_faults_of_first_high_half, first >> 4) &
                             LOOK_UP(tk_faults_of_first_low_half, first & 15) &
                             LOOK_UP(tk_faults_of_second_high_half, block >> 4);
      // A second continuation is not a fault but due where the byte two places before leads three bytes (E0 and above) or
      // the one three places before leads four (F0 and above). Less 60 or 70 the leads are 80 and above, which is its bit.
      const bytes64 due = __builtin_elementwise_sub_sat(second, (bytes64){0} + 0x60) |
                          __builtin_elementwise_sub_sat(third, (bytes64){0} + 0x70);
      if ((MASK(faults != (due & SECOND_CONTINUATION)) & inside) != 0) return tk_scan_string_portable(start);
      flags |= TK_STRING_HAS_NON_ASCII;
      const uint64_t replacements = MASK((second == 0xEF) & (first == 0xBF) & (block == 0xBD));
      if ((replacements & inside) != 0) flags |= TK_STRING_HAS_REPLACEMENT;
#else
      return tk_scan_string_portable(start);
#endif
    }

    if (quotes != 0) {
      if (any_backslash != 0) flags |= TK_STRING_HAS_ESCAPE;
      if (MASK(less_than) != 0) flags |= TK_STRING_MAY_HAVE_LESS_THAN;
      return (tk_string_scan){at + __builtin_ctzll(quotes), flags, TK_STOP_QUOTE};
    }
#if defined(LOOK_UP)
    before = block;
#endif
    high_before = high;
  }
}
