// The shortest form of strings, 64 bytes at a time, where the processor moves any bytes of a register together (AVX-512 VBMI2).

#include "kernels.h"
#include "string_escape.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx512bw,avx512vbmi,avx512vbmi2,bmi,bmi2")))

// What each hexadecimal digit becomes, by the lower six bits of its character: 0 is 30, A is 41 and a is 61.
#define OF_DIGITS(f)                                                                                          \
  {                                                                                                           \
    [0x30] = f(0), f(1), f(2), f(3), f(4), f(5), f(6), f(7), f(8), f(9), [0x01] = f(10), f(11), f(12), f(13), \
    f(14), f(15), [0x21] = f(10), f(11), f(12), f(13), f(14), f(15),                                          \
  }

// UTF-8 of the digits PQRS, of which each is a half of a byte:
//
//     first     1110pppp                      middle    1xqqqqrr    x is 1 where there is no first byte
//     last      10rrssss, or 0rrrssss of ASCII
#define FIRST(p) (0xE0 | (p))
#define MIDDLE_HIGH(q) (0x80 | (q) << 2)
#define MIDDLE_LOW(r) ((r) >> 2)
#define LAST_HIGH(r) (((r) & 7) << 4)
#define LAST_LOW(s) (s)
static const uint8_t first_of[64] = OF_DIGITS(FIRST);
static const uint8_t middle_high_of[64] = OF_DIGITS(MIDDLE_HIGH), middle_low_of[64] = OF_DIGITS(MIDDLE_LOW);
static const uint8_t last_high_of[64] = OF_DIGITS(LAST_HIGH), last_low_of[64] = OF_DIGITS(LAST_LOW);

TARGET INLINE __m512i look_up(const uint8_t table[64], __m512i digits) {
  return _mm512_permutexvar_epi8(digits, _mm512_loadu_si512(table));
}

TARGET INLINE uint64_t equal(__m512i bytes, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)byte));
}

// The bytes that a backslash escapes, given backslashes of which the first one is not escaped: see string_scan.c.
INLINE uint64_t escaped_bytes(uint64_t backslashes) {
  const uint64_t odd = UINT64_C(0xAAAAAAAAAAAAAAAA);
  return (((backslashes << 1) | odd) - backslashes) ^ odd ^ backslashes;
}

// UTF-8 is made where the escape begins, and what is not kept is left out:
//
//     bytes     a \ u 0 4 3 4 \ n \ / \ u 2 0 a c
//     letters   . 1 . . . . . . . . . 1 . . . . .     where they begin
//     UTF-8     a . D0B4. . . \ n . / E282AC. . .
//     kept      1 . 1 1 . . . 1 1 . 1 1 1 1 . . .
//
// A mask of what digits are is shifted to where the escape begins, whose first digit is two places after. A block ends before
// an escape that may not end in it.
TARGET const uint8_t *tk_shorten_blocks_avx512(
    const uint8_t *at, const uint8_t *end, uint8_t **out, const uint8_t *limit) {
  uint8_t *to = *out;
  while (at < end && to <= limit) {
    const __m512i block = _mm512_loadu_si512(at);
    const __m512i second = _mm512_loadu_si512(at + 2), third = _mm512_loadu_si512(at + 3);
    const uint64_t backslashes = equal(block, '\\'), escaped = escaped_bytes(backslashes);
    uint64_t last_starts = backslashes & ~UINT64_C(0) << 59;
    // Where the next block begins depends on few steps if no backslash is escaped, so that it is begun before this is done.
    if (__builtin_expect((backslashes & backslashes << 1) != 0, 0)) last_starts &= ~escaped;
    uint64_t length = _tzcnt_u64(last_starts);
    if (__builtin_expect(length > (uint64_t)(end - at), 0)) length = (uint64_t)(end - at);

    const uint64_t letters = (escaped & equal(block, 'u')) >> 1, slashes = (escaped & equal(block, '/')) >> 1;
    const uint64_t zeros = equal(second, '0');
    const uint64_t large = _mm512_cmpge_epu8_mask(second, _mm512_set1_epi8('8'));
    const uint64_t are_long = letters & ~(zeros & ~(large >> 1));
    const uint64_t are_ascii = letters & zeros & zeros >> 1 & ~(large >> 2);

    const __m512i firsts = look_up(first_of, second);
    const __m512i middles = _mm512_or_si512(look_up(middle_high_of, second), look_up(middle_low_of, third));
    const __m512i lasts = _mm512_or_si512(look_up(last_high_of, second), look_up(last_low_of, third));
    // Those of letters, (byte & 3F) | 80.
    const __m512i continuations =
        _mm512_ternarylogic_epi32(lasts, _mm512_set1_epi8(0x3F), _mm512_set1_epi8((char)0x80), 0xEA);
    __m512i bytes = _mm512_mask_mov_epi8(block, letters, firsts);
    bytes = _mm512_mask_mov_epi8(bytes, letters << 1, middles);
    bytes = _mm512_mask_add_epi8(bytes, (letters & ~are_long) << 1, middles, _mm512_set1_epi8(0x40));
    bytes = _mm512_mask_mov_epi8(bytes, letters << 2, lasts);
    bytes = _mm512_mask_mov_epi8(bytes, (letters & ~are_ascii) << 2, continuations);

    const uint64_t halves = letters & equal(firsts, 0xED) & large >> 1;
    if (__builtin_expect((halves | are_ascii) != 0, 0)) {
      // Half of a pair, or what is not written as it is.
      const uint64_t unusual = _mm512_cmplt_epu8_mask(bytes, _mm512_set1_epi8(0x20)) | equal(bytes, '"') | equal(bytes, '\\');
      const uint64_t place = _tzcnt_u64(halves | (are_ascii & unusual >> 2));
      if (place == 0) break;
      if (place < length) length = place;
    }
    // An escape is six bytes long, which a product marks.
    const uint64_t kept = ~(letters * 63 | slashes) | are_long | (letters & ~are_ascii) << 1 | letters << 2;
    const uint64_t taken = _bzhi_u64(kept, (uint32_t)length);
    _mm512_storeu_si512(to, _mm512_maskz_compress_epi8(taken, bytes));
    to += __builtin_popcountll(taken);
    at += length;
  }
  *out = to;
  return at;
}
#endif
