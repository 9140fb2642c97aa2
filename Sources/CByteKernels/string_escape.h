// Escapes in strings, one at a time: kernels that look bytes up read long ones here, the others all.
//
// Inlined, always: a call, however rare, makes the compiler keep the caller's vectors in memory.

#ifndef TUNEKIT_STRING_ESCAPE_H
#define TUNEKIT_STRING_ESCAPE_H

#include "CByteKernels.h"

#define INLINE __attribute__((always_inline)) static inline

// The value of a hexadecimal digit, plus one; 0 for every other byte.
static const uint8_t tk_hex_values[256] = {
    ['0'] = 1,  ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,  ['6'] = 7,  ['7'] = 8,
    ['8'] = 9,  ['9'] = 10, ['A'] = 11, ['B'] = 12, ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16,
    ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
};

// The code unit of four hexadecimal digits; above 0xFFFF if one of them is invalid.
INLINE uint32_t tk_hex_unit(const uint8_t *digits) {
  // All four without a branch: of an invalid one, every bit is set.
  uint32_t values[4];
  for (int i = 0; i < 4; i++) values[i] = (uint32_t)tk_hex_values[digits[i]] - 1;
  return values[0] << 12 | values[1] << 8 | values[2] << 4 | values[3];
}

// Reads the escape at `*at`, a backslash, and moves `*at` after it; returns the stop, TK_STOP_QUOTE for none.
//
//     \n               one of " \ / b f n r t
//     \u00E9           four hexadecimal digits
//     \uD83D \uDE00    a high surrogate D800…DBFF needs a low one DC00…DFFF right behind it
INLINE uint32_t tk_scan_escape(const uint8_t **at, uint32_t *flags) {
  const uint8_t *escape = *at;
  *flags |= TK_STRING_HAS_ESCAPE;
  switch (escape[1]) {
    case '/': *flags |= TK_STRING_HAS_LONG_ESCAPE; __attribute__((fallthrough));
    case '"': case '\\': case 'b': case 'f': case 'n': case 'r': case 't':
      *at = escape + 2;
      return TK_STOP_QUOTE;
    case 'u': break;
    default: return TK_STOP_ESCAPE;
  }
  const uint32_t unit = tk_hex_unit(escape + 2);
  if (unit > 0xFFFF) return TK_STOP_HEX;
  if (unit == 0xFFFD) *flags |= TK_STRING_HAS_REPLACEMENT;
  if (unit == '<') *flags |= TK_STRING_MAY_HAVE_LESS_THAN;
  if ((unit & 0xF800) != 0xD800) {
    *flags |= TK_STRING_HAS_LONG_ESCAPE;
    *at = escape + 6;
    return TK_STOP_QUOTE;
  }
  if (unit >= 0xDC00 || escape[6] != '\\' || escape[7] != 'u') return TK_STOP_LONE_SURROGATE;
  const uint32_t low = tk_hex_unit(escape + 8);
  // Invalid digits are the fault of the second escape, which the reader reports at its own place.
  if (low > 0xFFFF) {
    *at = escape + 6;
    return TK_STOP_HEX;
  }
  if ((low & 0xFC00) != 0xDC00) return TK_STOP_LONE_SURROGATE;
  *flags |= TK_STRING_HAS_LONG_ESCAPE;
  *at = escape + 12;
  return TK_STOP_QUOTE;
}

#endif
