#include "CByteKernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// The value of a hexadecimal digit and one; 0 for every other byte.
static const uint8_t hex_values[256] = {
    ['0'] = 1,  ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,  ['6'] = 7,  ['7'] = 8,
    ['8'] = 9,  ['9'] = 10, ['A'] = 11, ['B'] = 12, ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16,
    ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
};

// The code unit of four hexadecimal digits; above 0xFFFF where one of them is none.
static inline uint32_t hex_unit(const uint8_t *digits) {
  uint32_t unit = 0;
  for (int i = 0; i < 4; i++) {
    const uint32_t value = hex_values[digits[i]];
    if (value == 0) return UINT32_MAX;
    unit = unit << 4 | (value - 1);
  }
  return unit;
}

// Reads the escape at `*at`, a backslash, and moves `*at` behind it; returns the stop, TK_STOP_QUOTE for
// none.
//
//     \n               one byte of " \ / b f n r t
//     \u00E9           four hexadecimal digits
//     \uD83D \uDE00    a high surrogate D800…DBFF needs a low one DC00…DFFF right behind it
static inline __attribute__((always_inline)) uint32_t scan_escape(const uint8_t **at, uint32_t *flags) {
  const uint8_t *escape = *at;
  *flags |= TK_STRING_HAS_ESCAPE;
  switch (escape[1]) {
    case '"': case '\\': case '/': case 'b': case 'f': case 'n': case 'r': case 't':
      *at = escape + 2;
      return TK_STOP_QUOTE;
    case 'u': break;
    default: return TK_STOP_ESCAPE;
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

// The scan byte by byte: the place of every fault is what this one says.
static tk_string_scan scan_bytes(const uint8_t *start) {
  const uint8_t *at = start;
  uint32_t flags = 0;
  for (;;) {
    const uint8_t byte = *at;
    if (byte == '"') return (tk_string_scan){at, flags, TK_STOP_QUOTE};
    if (byte < 0x20) return (tk_string_scan){at, flags, TK_STOP_CONTROL};
    if (byte == '\\') {
      const uint32_t stop = scan_escape(&at, &flags);
      if (stop != TK_STOP_QUOTE) return (tk_string_scan){at, flags, stop};
    } else if (byte >= 0x80) {
      flags |= TK_STRING_HAS_NON_ASCII;
      const int length = tk_utf8_length(at);
      if (length == 0) return (tk_string_scan){at, flags, TK_STOP_UTF8};
      if (byte == 0xEF && at[1] == 0xBF && at[2] == 0xBD) flags |= TK_STRING_HAS_REPLACEMENT;
      at += length;
    } else {
      if (byte == '<') flags |= TK_STRING_MAY_HAVE_LESS_THAN;
      at++;
    }
  }
}

// 64 bytes, what a comparison makes of them (0 or -1 for each), and one bit for each.
typedef uint8_t bytes64 __attribute__((vector_size(64)));
typedef int8_t truths64 __attribute__((vector_size(64)));
typedef _Bool bits64 __attribute__((ext_vector_type(64)));

// Vectors are passed to functions that are inlined only, so how they would be passed otherwise is of no
// matter.
#pragma clang diagnostic ignored "-Wpsabi"

// The bytes that a backslash escapes, given the backslashes of a block. `*first_is_escaped` says whether the
// first byte is escaped by the block before; it is set for the next block.
//
// In a run of backslashes the first one escapes the second, the third one the fourth, and the last one of an
// odd number the byte behind the run. Of each run the subtraction leaves all of it if it begins at an even
// place, and the place behind it alone if it begins at an odd one. An exclusive or with the odd places makes
// the same of both: every second backslash from the first on, and the byte behind the run if it is escaped.
//
//     place                                 0 1 2 3 4 5 6 7 8 9
//     bytes                                 \ \ \ n a \ \ \ \ b
//     backslashes                           1 1 1 0 0 1 1 1 1 0
//     (backslashes << 1) | odd              0 1 1 1 0 1 1 1 1 1
//        - backslashes                      1 1 1 0 0 0 0 0 0 1
//        ^ odd                              1 0 1 1 0 1 0 1 0 0
//        ^ backslashes                      0 1 0 1 0 0 1 0 1 0    escaped
static inline uint64_t escaped_bytes(uint64_t backslashes, uint64_t *first_is_escaped) {
  const uint64_t odd = UINT64_C(0xAAAAAAAAAAAAAAAA);
  const uint64_t escapes = backslashes & ~*first_is_escaped;
  const uint64_t every_second = (((escapes << 1) | odd) - escapes) ^ odd;
  const uint64_t escaped = every_second ^ (backslashes | *first_is_escaped);
  *first_is_escaped = (every_second & backslashes) >> 63;
  return escaped;
}

// Which of the escapes of two bytes have a byte of such a lower half, and of such a higher half: bit 0 for
// 2x, bit 1 for 5x, bit 2 for 6x, bit 3 for 7x.
//
//     2x  " 22  / 2F        5x  \ 5C        6x  b 62  f 66  n 6E        7x  r 72  t 74
static const uint8_t escapes_of_low_half[16] = {
    [2] = 1 | 4 | 8, [4] = 8, [6] = 4, [12] = 2, [14] = 4, [15] = 1,
};
static const uint8_t escapes_of_high_half[16] = {[2] = 1, [5] = 2, [6] = 4, [7] = 8};

// What two bytes in a row may be wrong with (John Keiser and Daniel Lemire, Validating UTF-8 In Less Than One
// Instruction Per Byte, 2020). A fault is there if the first byte's halves and the second one's higher half
// all allow it.
enum {
  LEAD_ALONE = 1 << 0,           // C0…FF  00…7F or C0…FF
  LEAD_MISSING = 1 << 1,         // 00…7F  80…BF
  OVERLONG_OF_THREE = 1 << 2,    // E0     80…9F
  TOO_LARGE = 1 << 3,            // F4…FF  90…BF
  SURROGATE = 1 << 4,            // ED     A0…BF
  OVERLONG_OF_TWO = 1 << 5,      // C0 C1  80…BF
  OVERLONG_OR_LARGE = 1 << 6,    // F0     80…8F and F5…FF 80…8F
  SECOND_CONTINUATION = 1 << 7,  // 80…BF  80…BF, a fault where it is not due
  ANY_LOW_HALF = LEAD_ALONE | LEAD_MISSING | SECOND_CONTINUATION,
  ANY_CONTINUATION = LEAD_MISSING | OVERLONG_OF_TWO | SECOND_CONTINUATION,
};
static const uint8_t faults_of_first_high_half[16] = {
    [0x0 ... 0x7] = LEAD_MISSING,
    [0x8 ... 0xB] = SECOND_CONTINUATION,
    [0xC] = LEAD_ALONE | OVERLONG_OF_TWO,
    [0xD] = LEAD_ALONE,
    [0xE] = LEAD_ALONE | OVERLONG_OF_THREE | SURROGATE,
    [0xF] = LEAD_ALONE | TOO_LARGE | OVERLONG_OR_LARGE,
};
static const uint8_t faults_of_first_low_half[16] = {
    [0x0] = ANY_LOW_HALF | OVERLONG_OF_TWO | OVERLONG_OF_THREE | OVERLONG_OR_LARGE,
    [0x1] = ANY_LOW_HALF | OVERLONG_OF_TWO,
    [0x2 ... 0x3] = ANY_LOW_HALF,
    [0x4] = ANY_LOW_HALF | TOO_LARGE,
    [0x5 ... 0xC] = ANY_LOW_HALF | TOO_LARGE | OVERLONG_OR_LARGE,
    [0xD] = ANY_LOW_HALF | TOO_LARGE | OVERLONG_OR_LARGE | SURROGATE,
    [0xE ... 0xF] = ANY_LOW_HALF | TOO_LARGE | OVERLONG_OR_LARGE,
};
static const uint8_t faults_of_second_high_half[16] = {
    [0x0 ... 0x7] = LEAD_ALONE,
    [0x8] = ANY_CONTINUATION | OVERLONG_OF_THREE | OVERLONG_OR_LARGE,
    [0x9] = ANY_CONTINUATION | OVERLONG_OF_THREE | TOO_LARGE,
    [0xA ... 0xB] = ANY_CONTINUATION | SURROGATE | TOO_LARGE,
    [0xC ... 0xF] = LEAD_ALONE,
};

#if defined(__x86_64__)

// The instruction sets that not every machine has get functions of their own; which one runs is decided at
// start-up, so neither a build flag nor a second build is needed.

#define KERNEL sse2
#define TARGET
#include "string_scan_template.h"

typedef union {
  bytes64 bytes;
  __m256i halves[2];
} halves32;

#define INLINE_AVX2 __attribute__((target("avx2"), always_inline)) static inline

INLINE_AVX2 bytes64 look_up_avx2(const uint8_t *table, bytes64 indices) {
  const __m256i twice = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table));
  halves32 found = {indices};
  found.halves[0] = _mm256_shuffle_epi8(twice, found.halves[0]);
  found.halves[1] = _mm256_shuffle_epi8(twice, found.halves[1]);
  return found.bytes;
}

// `alignr` joins 16 bytes and the 16 before them, and cuts 16 out of the 32, in each half of a register by
// itself:
//
//     register before   register   the 16 bytes before each half   n = 1
//     C D               E F        D E                             D₁₅ E₀…E₁₄   E₁₅ F₀…F₁₄
#define ALIGN_AVX2(before, register, n) \
  _mm256_alignr_epi8(register, _mm256_permute2x128_si256(before, register, 0x21), 16 - (n))
#define PREVIOUS_AVX2(before, block, n)                                      \
  ({                                                                         \
    const halves32 old = {before}, new = {block};                            \
    halves32 previous;                                                       \
    previous.halves[0] = ALIGN_AVX2(old.halves[1], new.halves[0], n);        \
    previous.halves[1] = ALIGN_AVX2(new.halves[0], new.halves[1], n);        \
    previous.bytes;                                                          \
  })

#define KERNEL avx2
#define TARGET __attribute__((target("avx2,bmi")))
#define LOOK_UP look_up_avx2
#define PREVIOUS PREVIOUS_AVX2
#include "string_scan_template.h"

__attribute__((target("avx512bw"), always_inline)) static inline bytes64 look_up_avx512(
    const uint8_t *table, bytes64 indices) {
  const __m512i four_times = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)table));
  return (bytes64)_mm512_shuffle_epi8(four_times, (__m512i)indices);
}

// The same in four quarters: the 16 bytes before each of them are those from 16 bytes before the block on.
#define PREVIOUS_AVX512(before, block, n) \
  ((bytes64)_mm512_alignr_epi8(           \
      (__m512i)(block), _mm512_alignr_epi64((__m512i)(block), (__m512i)(before), 6), 16 - (n)))

#define KERNEL avx512
#define TARGET __attribute__((target("avx512bw,bmi")))
#define LOOK_UP look_up_avx512
#define PREVIOUS PREVIOUS_AVX512
#include "string_scan_template.h"

typedef tk_string_scan (*string_scanner)(const uint8_t *);

static string_scanner scanner = scan_sse2;

static int has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi"); }
static int has_avx512(void) { return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi"); }

// Runs before main, when there is one thread only.
__attribute__((constructor)) static void choose_scanner(void) {
  __builtin_cpu_init();
  if (has_avx512()) {
    scanner = scan_avx512;
  } else if (has_avx2()) {
    scanner = scan_avx2;
  }
}

tk_string_scan tk_scan_string(const uint8_t *start) { return scanner(start); }

int tk_scan_string_with(int width, const uint8_t *start, tk_string_scan *scan) {
  if (width == 64 && has_avx512()) {
    *scan = scan_avx512(start);
  } else if (width == 32 && has_avx2()) {
    *scan = scan_avx2(start);
  } else if (width == 16) {
    *scan = scan_sse2(start);
  } else if (width == 1) {
    *scan = scan_bytes(start);
  } else {
    return 0;
  }
  return 1;
}

#else

tk_string_scan tk_scan_string(const uint8_t *start) { return scan_bytes(start); }

int tk_scan_string_with(int width, const uint8_t *start, tk_string_scan *scan) {
  if (width != 1) return 0;
  *scan = scan_bytes(start);
  return 1;
}

#endif
