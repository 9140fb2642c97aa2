#include "CByteKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

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

// The bytes that make an escape of two with a backslash before them.
static const uint8_t short_escapes[256] = {
    ['"'] = 1, ['\\'] = 1, ['/'] = 1, ['b'] = 1, ['f'] = 1, ['n'] = 1, ['r'] = 1, ['t'] = 1,
};

// Reads the escape at `*at`, a backslash without one of the short escapes, and moves `*at` behind it; returns the stop, TK_STOP_QUOTE for none.
//
//     \uD83D \uDE00    a high surrogate D800…DBFF needs a low one DC00…DFFF right behind it
static uint32_t scan_escape(const uint8_t **at, uint32_t *flags) {
  const uint8_t *escape = *at;
  *flags |= TK_STRING_HAS_ESCAPE;
  if (escape[1] != 'u') return TK_STOP_ESCAPE;
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
    if (byte[0] == 0xEF && byte[1] == 0xBF && byte[2] == 0xBD) *flags |= TK_STRING_HAS_REPLACEMENT;
    byte += length;
  } while (*byte >= 0x80);
  *at = byte;
  *flags |= TK_STRING_HAS_NON_ASCII;
  return stop;
}

#define SCAN scan_16
#define TARGET
#define WIDTH 16
#define STOPS(at) tk_string_stops(at)
#define LESS_THAN(at) tk_has_less_than(at)
#include "string_scan_template.h"

#if defined(__x86_64__)

// The instruction sets that not every machine has get functions of their own; which one runs is decided at start-up,
// so neither a build flag nor a second build is needed.

__attribute__((target("avx2"))) static inline uint64_t stops_32(const uint8_t *at) {
  const __m256i chunk = _mm256_loadu_si256((const __m256i *)at);
  const __m256i quote = _mm256_cmpeq_epi8(chunk, _mm256_set1_epi8('"'));
  const __m256i backslash = _mm256_cmpeq_epi8(chunk, _mm256_set1_epi8('\\'));
  const __m256i low = _mm256_cmpgt_epi8(_mm256_set1_epi8(0x20), chunk);
  return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(_mm256_or_si256(quote, backslash), low));
}

__attribute__((target("avx2"))) static inline int less_than_32(const uint8_t *at) {
  const __m256i chunk = _mm256_loadu_si256((const __m256i *)at);
  return _mm256_movemask_epi8(_mm256_cmpeq_epi8(chunk, _mm256_set1_epi8('<'))) != 0;
}

#define SCAN scan_32
#define TARGET __attribute__((target("avx2")))
#define WIDTH 32
#define STOPS(at) stops_32(at)
#define LESS_THAN(at) less_than_32(at)
#include "string_scan_template.h"

__attribute__((target("avx512bw"))) static inline uint64_t stops_64(const uint8_t *at) {
  const __m512i chunk = _mm512_loadu_si512((const void *)at);
  return _mm512_cmpeq_epi8_mask(chunk, _mm512_set1_epi8('"')) |
         _mm512_cmpeq_epi8_mask(chunk, _mm512_set1_epi8('\\')) |
         _mm512_cmplt_epi8_mask(chunk, _mm512_set1_epi8(0x20));
}

__attribute__((target("avx512bw"))) static inline int less_than_64(const uint8_t *at) {
  return _mm512_cmpeq_epi8_mask(_mm512_loadu_si512((const void *)at), _mm512_set1_epi8('<')) != 0;
}

#define SCAN scan_64
#define TARGET __attribute__((target("avx512bw")))
#define WIDTH 64
#define STOPS(at) stops_64(at)
#define LESS_THAN(at) less_than_64(at)
#include "string_scan_template.h"

typedef tk_string_scan (*string_scanner)(const uint8_t *);

static string_scanner scanner = scan_16;

// Runs before main, when there is one thread only.
__attribute__((constructor)) static void choose_scanner(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512bw")) {
    scanner = scan_64;
  } else if (__builtin_cpu_supports("avx2")) {
    scanner = scan_32;
  }
}

tk_string_scan tk_scan_string(const uint8_t *start) { return scanner(start); }

int tk_scan_string_with(int width, const uint8_t *start, tk_string_scan *scan) {
  if (width == 64 && __builtin_cpu_supports("avx512bw")) {
    *scan = scan_64(start);
  } else if (width == 32 && __builtin_cpu_supports("avx2")) {
    *scan = scan_32(start);
  } else if (width == 16) {
    *scan = scan_16(start);
  } else {
    return 0;
  }
  return 1;
}

#else

tk_string_scan tk_scan_string(const uint8_t *start) { return scan_16(start); }

int tk_scan_string_with(int width, const uint8_t *start, tk_string_scan *scan) {
  if (width != 16) return 0;
  *scan = scan_16(start);
  return 1;
}

#endif
