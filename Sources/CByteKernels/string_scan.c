#include "CByteKernels.h"

// The value of a hexadecimal digit; 0xFF for every other byte.
static uint32_t hex_value(uint8_t byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  const uint8_t lower = byte | 0x20;
  return lower >= 'a' && lower <= 'f' ? (uint32_t)(lower - 'a' + 10) : 0xFF;
}

// The code unit of four hexadecimal digits; above 0xFFFF where one of them is none.
static uint32_t hex_unit(const uint8_t *digits) {
  uint32_t unit = 0;
  for (int i = 0; i < 4; i++) {
    const uint32_t value = hex_value(digits[i]);
    if (value > 15) return UINT32_MAX;
    unit = unit << 4 | value;
  }
  return unit;
}

// Reads the escape at `*at`, a backslash, and moves `*at` behind it; returns the stop, TK_STOP_QUOTE for none.
//
//     \uD83D \uDE00    a high surrogate D800…DBFF needs a low one DC00…DFFF right behind it
static uint32_t scan_escape(const uint8_t **at, uint32_t *flags) {
  const uint8_t *escape = *at;
  *flags |= TK_STRING_HAS_ESCAPE;
  switch (escape[1]) {
    case '"': case '\\': case '/': case 'b': case 'f': case 'n': case 'r': case 't':
      *at = escape + 2;
      return TK_STOP_QUOTE;
    case 'u':
      break;
    default:
      return TK_STOP_ESCAPE;
  }
  const uint32_t unit = hex_unit(escape + 2);
  if (unit > 0xFFFF) return TK_STOP_HEX;
  if (unit == 0xFFFD) *flags |= TK_STRING_HAS_REPLACEMENT;
  if (unit == '<') *flags |= TK_STRING_MAY_HAVE_LESS_THAN;
  if ((unit & 0xF800) != 0xD800) {
    *at = escape + 6;
    return TK_STOP_QUOTE;
  }
  if (unit >= 0xDC00 || escape[6] != '\\' || escape[7] != 'u') return TK_STOP_LONE_SURROGATE;
  const uint32_t low = hex_unit(escape + 8);
  // Four digits that are none are the fault of the second escape, which the reader reports at its own place.
  if (low > 0xFFFF) {
    *at = escape + 6;
    return TK_STOP_HEX;
  }
  if ((low & 0xFC00) != 0xDC00) return TK_STOP_LONE_SURROGATE;
  *at = escape + 12;
  return TK_STOP_QUOTE;
}

// Moves `*at` over the run of non-ASCII sequences that begins there; returns the stop, TK_STOP_QUOTE for none.
static uint32_t scan_non_ascii(const uint8_t **at, uint32_t *flags) {
  const uint8_t *byte = *at;
  uint32_t stop = TK_STOP_QUOTE;
  do {
    const int length = tk_utf8_length(byte);
    if (length == 0) {
      stop = TK_STOP_UTF8;
      break;
    }
    if (length == 3) {
      if (byte[0] == 0xEF && byte[1] == 0xBF && byte[2] == 0xBD) *flags |= TK_STRING_HAS_REPLACEMENT;
      if (byte[0] == 0xE2 && byte[1] == 0x80 && (byte[2] & 0xFE) == 0xA8) {
        *flags |= TK_STRING_HAS_LINE_SEPARATOR;
      }
    }
    byte += length;
  } while (*byte >= 0x80);
  *at = byte;
  *flags |= TK_STRING_HAS_NON_ASCII;
  return stop;
}

tk_string_scan tk_scan_string(const uint8_t *start) {
  const uint8_t *at = start;
  uint32_t flags = 0;
  uint32_t less_than = 0;
  for (;;) {
    uint32_t stops = tk_string_stops(at);
    less_than |= (uint32_t)tk_has_less_than(at);
    while (stops == 0) {
      at += 16;
      stops = tk_string_stops(at);
      less_than |= (uint32_t)tk_has_less_than(at);
    }
    at += __builtin_ctz(stops);
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
