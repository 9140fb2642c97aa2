// The scan of a string, 64 bytes at a time, written once. What includes this file defines
//
//     KERNEL   the name of an instruction set, which ends the names of the functions
//     TARGET   the attributes that let the compiler use it
//
// and, where there is an instruction that looks bytes up,
//
//     LOOK_UP(table, indices)     the bytes of a table of 16 that stand at 64 indices from 0 to 15
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
//     inside       1 1 1 1 1 1 1 1 1 1 0 0 0    the string, its closing quote with it
//
// A good string is judged here alone. A bad one is read again byte by byte, which finds the place of the
// fault.

#define JOINED(function, kernel) function##_##kernel
#define JOIN(function, kernel) JOINED(function, kernel)
#define NAMED(function) JOIN(function, KERNEL)
#define MASK(truths) NAMED(mask)(truths)

TARGET static inline __attribute__((always_inline)) uint64_t NAMED(mask)(truths64 truths) {
  const bits64 bits = __builtin_convertvector(truths, bits64);
  uint64_t mask;
  memcpy(&mask, &bits, sizeof mask);
  return mask;
}

#if defined(LOOK_UP)

// Which bytes end an escape of two: one of " \ / b f n r t. Each half of a byte names the escapes it may
// belong to.
TARGET static inline __attribute__((always_inline)) uint64_t NAMED(short_escape_ends)(bytes64 block) {
  return MASK((LOOK_UP(escapes_of_low_half, block & 15) & LOOK_UP(escapes_of_high_half, block >> 4)) != 0);
}

// The bytes that show a sequence not to be UTF-8, and those that end a U+FFFD. Each byte is seen together
// with the one before, whose halves name the faults that the two may make.
TARGET static inline __attribute__((always_inline)) uint64_t NAMED(utf8_faults)(
    bytes64 before, bytes64 block, uint64_t *replacements) {
  const bytes64 first = PREVIOUS(before, block, 1);
  const bytes64 second = PREVIOUS(before, block, 2);
  const bytes64 third = PREVIOUS(before, block, 3);
  const bytes64 faults = LOOK_UP(faults_of_first_high_half, first >> 4) &
                         LOOK_UP(faults_of_first_low_half, first & 15) &
                         LOOK_UP(faults_of_second_high_half, block >> 4);
  // A continuation behind another one is right where a lead of three bytes (E0 and above) stands two places
  // before or one of four (F0 and above) three places before, and only there. Less 60 or 70, those leads are
  // 80 and above.
  const bytes64 is_due = __builtin_elementwise_sub_sat(second, (bytes64){} + 0x60) |
                         __builtin_elementwise_sub_sat(third, (bytes64){} + 0x70);
  *replacements = MASK((second == 0xEF) & (first == 0xBF) & (block == 0xBD));
  return MASK(faults != (is_due & SECOND_CONTINUATION));
}

#endif

TARGET static tk_string_scan NAMED(scan)(const uint8_t *start) {
  uint32_t flags = 0;
  uint64_t any_backslash = 0, any_less_than = 0;
  // What one block says about the next one. Nothing before the string is ever looked at.
  uint64_t first_is_escaped = 0, high_before = 0;
  bytes64 before = {0};
  const uint8_t *low_surrogate = NULL;
  for (const uint8_t *at = start;; at += 64) {
    bytes64 block;
    memcpy(&block, at, sizeof block);
    const uint64_t backslashes = MASK(block == '\\');
    const uint64_t escaped = escaped_bytes(backslashes, &first_is_escaped);
    const uint64_t quotes = MASK(block == '"') & ~escaped;
    const uint64_t inside = quotes ^ (quotes - 1);
    const uint64_t high = MASK(block >= 0x80);
    any_less_than |= MASK(block == '<');
    any_backslash |= backslashes & inside;

    const uint64_t controls = MASK(block < 0x20) & inside;
#if defined(LOOK_UP)
    uint64_t long_escapes = escaped & ~NAMED(short_escape_ends)(block) & inside;
#else
    uint64_t long_escapes = escaped & inside;
#endif
    if ((controls | long_escapes) != 0) {
      if (controls != 0) return scan_bytes(start);
      do {
        const uint8_t *escape = at + __builtin_ctzll(long_escapes) - 1;
        long_escapes &= long_escapes - 1;
        if (escape == low_surrogate) continue;
        const uint8_t *end = escape;
        if (scan_escape(&end, &flags) != TK_STOP_QUOTE) return scan_bytes(start);
        low_surrogate = end - 6;
      } while (long_escapes != 0);
    }

    // A sequence may have been cut by the block's beginning.
    if (((high & inside) | high_before) != 0) {
#if defined(LOOK_UP)
      flags |= TK_STRING_HAS_NON_ASCII;
      uint64_t replacements;
      if ((NAMED(utf8_faults)(before, block, &replacements) & inside) != 0) return scan_bytes(start);
      if ((replacements & inside) != 0) flags |= TK_STRING_HAS_REPLACEMENT;
#else
      (void)before;
      return scan_bytes(start);
#endif
    }

    if (quotes != 0) {
      if (any_backslash != 0) flags |= TK_STRING_HAS_ESCAPE;
      if (any_less_than != 0) flags |= TK_STRING_MAY_HAVE_LESS_THAN;
      return (tk_string_scan){at + __builtin_ctzll(quotes), flags, TK_STOP_QUOTE};
    }
    before = block;
    high_before = high;
  }
}

#undef KERNEL
#undef TARGET
#undef LOOK_UP
#undef PREVIOUS
#undef JOINED
#undef JOIN
#undef NAMED
#undef MASK
