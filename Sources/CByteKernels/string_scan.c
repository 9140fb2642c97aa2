#include "kernels.h"
#include "base64_scan.h"
#include "string_escape.h"
#include "token_search.h"
#include "utf8_faults.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

// Byte by byte. The place of every fault is where this one sees it.
tk_string_scan tk_scan_string_portable(const uint8_t *start) {
  const uint8_t *at = start;
  uint32_t flags = 0;
  for (;;) {
    const uint8_t byte = *at;
    if (byte == '"') return (tk_string_scan){at, flags, TK_STOP_QUOTE};
    if (byte < 0x20) return (tk_string_scan){at, flags, TK_STOP_CONTROL};
    if (byte == '\\') {
      const uint32_t stop = tk_scan_escape(&at, &flags);
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

const uint8_t *tk_find_token_portable(
    const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_long_escape) {
  for (const uint8_t *at = start; at < end; at++) {
    if ((*at == '<' || (has_long_escape && *at == '\\')) && tk_may_begin_token(tokens, at)) return at;
  }
  return NULL;
}

void tk_add_token(tk_tokens *tokens, const uint8_t *bytes, size_t count) {
  uint64_t prefix = 0, mask = 0;
  for (size_t i = 0; i < count && i < 8; i++) {
    prefix |= (uint64_t)bytes[i] << 8 * i;
    mask |= UINT64_C(0xFF) << 8 * i;
  }
  int index = 0;
  while (index < tokens->count && (tokens->prefixes[index] != prefix || tokens->masks[index] != mask)) index++;
  if (index == tokens->count) {
    // Of too many prefixes the last one is any.
    if (index == TK_MOST_TOKENS) {
      index -= 1;
      prefix = mask = 0;
    } else {
      tokens->count += 1;
    }
    tokens->prefixes[index] = prefix;
    tokens->masks[index] = mask;
  }
  const uint8_t bit = (uint8_t)(1 << index % 7);
  tk_allow_halves(tokens->second_low, tokens->second_high, mask >> 8 & 0xFF, prefix >> 8 & 0xFF, bit);
  tk_allow_halves(tokens->third_low, tokens->third_high, mask >> 16 & 0xFF, prefix >> 16 & 0xFF, bit);
  tk_allow_halves(tokens->fourth_low, tokens->fourth_high, mask >> 24 & 0xFF, prefix >> 24 & 0xFF, bit);
  // After a backslash, which has a bit of its own, the next bytes can be any.
  tk_allow_halves(tokens->second_low, tokens->second_high, 0xFF, '\\', 0x80);
  tk_allow_halves(tokens->third_low, tokens->third_high, 0, 0, 0x80);
  tk_allow_halves(tokens->fourth_low, tokens->fourth_high, 0, 0, 0x80);
}

#if defined(__x86_64__) || defined(__aarch64__)

// A block, what a comparison makes of it (0 or -1 for each byte), and one bit for each byte.
typedef uint8_t bytes64 __attribute__((vector_size(64)));
typedef int8_t truths64 __attribute__((vector_size(64)));
typedef _Bool bits64 __attribute__((ext_vector_type(64)));

// Vectors are passed to functions that are inlined only, so it is of no matter how they would be passed to others.
#pragma clang diagnostic ignored "-Wpsabi"

// Which of the escapes of two bytes, but \/, end in a byte with such a lower half, and with such a higher one: 1 for 2x, 2 for
// 5x, 4 for 6x, 8 for 7x.
//
//     2x  " 22              5x  \ 5C        6x  b 62  f 66  n 6E        7x  r 72  t 74
static const uint8_t escapes_of_low_half[16] = {
    [0x2] = 1 | 4 | 8, [0x4] = 8, [0x6] = 4, [0xC] = 2, [0xE] = 4,
};
static const uint8_t escapes_of_high_half[16] = {[0x2] = 1, [0x5] = 2, [0x6] = 4, [0x7] = 8};

// The bytes that a backslash escapes, given the backslashes of a block. `*first_is_escaped` says whether the block
// before escapes the first one, and is set for the block after.
//
// In a run of backslashes the first one escapes the second, the third one the fourth; the last one of an odd number
// escapes the byte after the run. Of a run that begins at an even place the subtraction leaves all of it, of one that
// begins at an odd place only the bit after it. Exclusive or with the odd places makes both alike: every second
// backslash from the first one on, and the byte after the run if it is escaped. Exclusive or with the backslashes
// leaves what is escaped.
//
//     place                                      0 1 2 3 4 5 6 7 8 9
//     bytes                                      \ \ \ n a \ \ \ \ b
//     backslashes                                1 1 1 0 0 1 1 1 1 0
//     (backslashes << 1) | odd                   0 1 1 1 0 1 1 1 1 1
//     … - backslashes                            1 1 1 0 0 0 0 0 0 1
//     … ^ odd                                    1 0 1 1 0 1 0 1 0 0
//     … ^ backslashes                            0 1 0 1 0 0 1 0 1 0
INLINE uint64_t escaped_bytes(uint64_t backslashes, uint64_t *first_is_escaped) {
  const uint64_t odd = UINT64_C(0xAAAAAAAAAAAAAAAA);
  const uint64_t escapes = backslashes & ~*first_is_escaped;
  const uint64_t every_second = (((escapes << 1) | odd) - escapes) ^ odd;
  const uint64_t escaped = every_second ^ (backslashes | *first_is_escaped);
  *first_is_escaped = (every_second & backslashes) >> 63;
  return escaped;
}

#endif

#if defined(__x86_64__)

// The mask of a comparison's truths: one instruction for each register.
#define MASK(truths)                                                \
  ({                                                                \
    const bits64 bits = __builtin_convertvector((truths), bits64);  \
    uint64_t mask;                                                  \
    memcpy(&mask, &bits, sizeof mask);                              \
    mask;                                                           \
  })

#define SCAN tk_scan_string_sse2
#define SEARCH tk_find_token_sse2
#define BASE64 tk_scan_base64_sse2
#define TARGET
#include "string_scan_template.h"
#include "token_search_template.h"
#include "base64_scan_template.h"
#include "end_of_kernel.h"

typedef union {
  bytes64 block;
  __m256i halves[2];
} block_in_halves;

__attribute__((target("avx2"))) INLINE bytes64 look_up_avx2(const uint8_t *table, bytes64 indices) {
  const __m256i twice = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table));
  block_in_halves found = {indices};
  for (int i = 0; i < 2; i++) found.halves[i] = _mm256_shuffle_epi8(twice, found.halves[i]);
  return found.block;
}

// `alignr` joins 16 bytes with the 16 before them and cuts 16 out of the 32; so it does in either part of a register.
//
//     the register before   the register   the 16 bytes before each part   n = 1
//     C0…C15 D0…D15         E0…E15 F0…F15  D0…D15 E0…E15                   D15 E0…E14  E15 F0…F14
#define PREVIOUS_IN_HALF(before, half, n) \
  _mm256_alignr_epi8(half, _mm256_permute2x128_si256(before, half, 0x21), 16 - (n))
#define PREVIOUS_AVX2(before, block, n)                                              \
  ({                                                                                 \
    const block_in_halves old = {before}, new = {block};                             \
    const block_in_halves previous = {                                               \
        .halves = {PREVIOUS_IN_HALF(old.halves[1], new.halves[0], n),                \
                   PREVIOUS_IN_HALF(new.halves[0], new.halves[1], n)}};              \
    previous.block;                                                                  \
  })

#define SCAN tk_scan_string_avx2
#define SEARCH tk_find_token_avx2
#define BASE64 tk_scan_base64_avx2
#define TARGET __attribute__((target("avx2,bmi")))
#define LOOK_UP look_up_avx2
#define PREVIOUS PREVIOUS_AVX2
#include "string_scan_template.h"
#include "token_search_template.h"
#include "base64_scan_template.h"
#include "end_of_kernel.h"

__attribute__((target("avx512bw"))) INLINE bytes64 look_up_avx512(const uint8_t *table, bytes64 indices) {
  const __m512i four_times = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)table));
  return (bytes64)_mm512_shuffle_epi8(four_times, (__m512i)indices);
}

// The same in four parts; the 16 bytes before each of them are the 64 from 16 bytes before the block on.
#define PREVIOUS_AVX512(before, block, n) \
  ((bytes64)_mm512_alignr_epi8(           \
      (__m512i)(block), _mm512_alignr_epi64((__m512i)(block), (__m512i)(before), 6), 16 - (n)))

#define SCAN tk_scan_string_avx512
#define SEARCH tk_find_token_avx512
#define BASE64 tk_scan_base64_avx512
#define TARGET __attribute__((target("avx512bw,bmi")))
#define LOOK_UP look_up_avx512
#define PREVIOUS PREVIOUS_AVX512
#include "string_scan_template.h"
#include "token_search_template.h"
#include "base64_scan_template.h"
#include "end_of_kernel.h"

#elif defined(__aarch64__)

typedef union {
  bytes64 block;
  truths64 truths;
  uint8x16_t quarters[4];
} block_in_quarters;

// Each truth keeps the bit of its place among eight. Neighbours are added up three times, until eight bytes are one:
//
//     64 bytes   01 02 04 08 10 20 40 80 …
//     32         03    0C    30    C0    …
//     16         0F          F0          …
//      8         FF                      …
INLINE uint64_t mask_neon(truths64 truths) {
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const block_in_quarters all = {.truths = truths};
  uint8x16_t kept[4];
  for (int i = 0; i < 4; i++) kept[i] = vandq_u8(all.quarters[i], bits);
  const uint8x16_t sums = vpaddq_u8(vpaddq_u8(kept[0], kept[1]), vpaddq_u8(kept[2], kept[3]));
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

INLINE bytes64 look_up_neon(const uint8_t *table, bytes64 indices) {
  block_in_quarters found = {indices};
  for (int i = 0; i < 4; i++) found.quarters[i] = vqtbl1q_u8(vld1q_u8(table), found.quarters[i]);
  return found.block;
}

// `vext` joins 16 bytes with the 16 before them and cuts 16 out of the 32.
#define PREVIOUS_NEON(before, block, n)                                                                  \
  ({                                                                                                     \
    const block_in_quarters old = {before}, new = {block};                                               \
    block_in_quarters previous = {.quarters = {vextq_u8(old.quarters[3], new.quarters[0], 16 - (n))}};    \
    for (int i = 1; i < 4; i++)                                                                          \
      previous.quarters[i] = vextq_u8(new.quarters[i - 1], new.quarters[i], 16 - (n));                   \
    previous.block;                                                                                      \
  })

#define MASK mask_neon
#define SCAN tk_scan_string_neon
#define SEARCH tk_find_token_neon
#define BASE64 tk_scan_base64_neon
#define TARGET
#define LOOK_UP look_up_neon
#define PREVIOUS PREVIOUS_NEON
#include "string_scan_template.h"
#include "token_search_template.h"
#include "base64_scan_template.h"
#include "end_of_kernel.h"

#endif
