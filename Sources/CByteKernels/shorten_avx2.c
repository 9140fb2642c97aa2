// The shortest form of strings, 64 bytes at a time, by AVX2: as shorten_avx512.c, where a picture is, with masks of bytes.

#include "kernels.h"
#include "string_escape.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx2,bmi,popcnt")))

// The places of the bits of a byte, one a byte, the lowest first.
#define PLACE(byte, i) \
  ((uint64_t)((byte) >> (i) & 1) * (i) << 8 * __builtin_popcount((byte) & ((1 << (i)) - 1)))
#define PLACES(byte)                                                                                    \
  PLACE(byte, 0) | PLACE(byte, 1) | PLACE(byte, 2) | PLACE(byte, 3) | PLACE(byte, 4) | PLACE(byte, 5) | \
      PLACE(byte, 6) | PLACE(byte, 7)
#define PLACES_OF_4(byte) PLACES(byte), PLACES((byte) + 1), PLACES((byte) + 2), PLACES((byte) + 3)
#define PLACES_OF_16(byte) \
  PLACES_OF_4(byte), PLACES_OF_4((byte) + 4), PLACES_OF_4((byte) + 8), PLACES_OF_4((byte) + 12)
#define PLACES_OF_64(byte) \
  PLACES_OF_16(byte), PLACES_OF_16((byte) + 16), PLACES_OF_16((byte) + 32), PLACES_OF_16((byte) + 48)
static const uint64_t places[256] = {PLACES_OF_64(0), PLACES_OF_64(64), PLACES_OF_64(128), PLACES_OF_64(192)};

// UTF-8 of the digits PQRS, of which each is a half of a byte:
//
//     first     1110pppp             middle    1xqqqqrr             last    10rrssss
//
// x is 1 where there is no first byte.
static const uint8_t middle_of_q[16] = {
    0x80, 0x84, 0x88, 0x8C, 0x90, 0x94, 0x98, 0x9C, 0xA0, 0xA4, 0xA8, 0xAC, 0xB0, 0xB4, 0xB8, 0xBC,
};
static const uint8_t last_of_r[16] = {
    0x80, 0x90, 0xA0, 0xB0, 0x80, 0x90, 0xA0, 0xB0, 0x80, 0x90, 0xA0, 0xB0, 0x80, 0x90, 0xA0, 0xB0,
};

// A bit for each byte, all of them where letters begin.
typedef struct {
  uint64_t backslashes, letters, slashes;
  uint64_t are_short;         // letters of two bytes or one
  uint64_t are_ascii;         // letters of one
  uint64_t may_be_surrogates; // D000 and above
} marks;

TARGET INLINE __m256i load(const uint8_t *bytes) { return _mm256_loadu_si256((const __m256i *)bytes); }

TARGET INLINE __m256i equal(__m256i bytes, uint8_t byte) { return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)byte)); }

TARGET INLINE __m256i look_up(const uint8_t table[16], __m256i indices) {
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table)), indices);
}

TARGET INLINE uint64_t mask(__m256i truths) { return (uint32_t)_mm256_movemask_epi8(truths); }

// A letter has the value of its lower half and 9 more.
TARGET INLINE __m256i values(__m256i digits) {
  const __m256i are_letters = _mm256_cmpgt_epi8(digits, _mm256_set1_epi8('9'));
  return _mm256_add_epi8(
      _mm256_and_si256(digits, _mm256_set1_epi8(15)), _mm256_and_si256(are_letters, _mm256_set1_epi8(9)));
}

// Writes half of a block with UTF-8 in it, given where letters begin in the half before; returns where they begin here.
TARGET INLINE __m256i shorten_half(const uint8_t *at, __m256i before, uint8_t *to, marks *found) {
  const __m256i block = load(at), first = load(at + 1);
  const __m256i second = values(load(at + 2)), third = values(load(at + 3));
  const __m256i backslashes = equal(block, '\\'), letters = _mm256_and_si256(backslashes, equal(first, 'u'));
  const __m256i firsts = _mm256_or_si256(second, _mm256_set1_epi8((char)0xE0));
  const __m256i rr = _mm256_and_si256(_mm256_srli_epi16(third, 2), _mm256_set1_epi8(3));
  __m256i middles = _mm256_or_si256(look_up(middle_of_q, second), rr);
  const __m256i lasts = _mm256_or_si256(look_up(last_of_r, second), third);
  // These two are at the place after, where the second digit is that of `second`.
  const __m256i are_short = _mm256_and_si256(equal(first, '0'), _mm256_cmpgt_epi8(_mm256_set1_epi8(8), second));
  const __m256i are_ascii = _mm256_and_si256(are_short, _mm256_cmpgt_epi8(_mm256_set1_epi8((char)0x82), middles));
  middles = _mm256_or_si256(middles, _mm256_and_si256(are_short, _mm256_set1_epi8(0x40)));

  const __m256i behind = _mm256_permute2x128_si256(before, letters, 0x21);
  __m256i bytes = _mm256_blendv_epi8(block, firsts, letters);
  bytes = _mm256_blendv_epi8(bytes, middles, _mm256_alignr_epi8(letters, behind, 15));
  bytes = _mm256_blendv_epi8(bytes, lasts, _mm256_alignr_epi8(letters, behind, 14));
  _mm256_storeu_si256((__m256i *)to, bytes);
  *found = (marks){
      mask(backslashes), mask(letters), mask(_mm256_and_si256(backslashes, equal(first, '/'))), mask(are_short),
      mask(are_ascii), mask(equal(firsts, 0xED))};
  return letters;
}

TARGET INLINE marks shorten_block(const uint8_t *at, uint8_t *to) {
  marks low, high;
  const __m256i letters = shorten_half(at, _mm256_setzero_si256(), to, &low);
  shorten_half(at + 32, letters, to + 32, &high);
  const uint64_t all = low.letters | high.letters << 32;
  return (marks){
      low.backslashes | high.backslashes << 32, all, low.slashes | high.slashes << 32,
      all & (low.are_short | high.are_short << 32) >> 1, all & (low.are_ascii | high.are_ascii << 32) >> 1,
      all & (low.may_be_surrogates | high.may_be_surrogates << 32)};
}

TARGET const uint8_t *tk_shorten_blocks_avx2(
    const uint8_t *at, const uint8_t *end, uint8_t **out, const uint8_t *limit) {
  uint8_t *to = *out;
  while (at < end && to <= limit) {
    uint8_t bytes[64];
    const marks found = shorten_block(at, bytes);
    // The first place that is left to others: an escape that may not end in the block, or that is not looked at here.
    uint64_t stops = found.backslashes & ~UINT64_C(0) << 59;
    const uint64_t doubles = found.backslashes & found.backslashes << 1;
    if (__builtin_expect((doubles | found.are_ascii | found.may_be_surrogates) != 0, 0)) {
      stops |= doubles >> 1 | found.are_ascii;
      for (uint64_t left = found.may_be_surrogates; left != 0; left &= left - 1) {
        if (at[__builtin_ctzll(left) + 3] >= '8') stops |= left & -left;
      }
      if ((stops & 1) != 0) break;
    }
    uint64_t length = stops != 0 ? (uint64_t)__builtin_ctzll(stops) : 64;
    if (__builtin_expect(length > (uint64_t)(end - at), 0)) length = (uint64_t)(end - at);

    const uint64_t letters = found.letters;
    uint64_t kept = ~(letters * 63 | found.slashes) | (letters & ~found.are_short) | letters << 1 | letters << 2;
    if (length < 64) kept &= (UINT64_C(1) << length) - 1;
    for (int i = 0; i < 8; i++) {
      const uint64_t taken = kept >> 8 * i & 0xFF;
      const __m128i eight = _mm_loadl_epi64((const __m128i *)(bytes + 8 * i));
      _mm_storel_epi64((__m128i *)to, _mm_shuffle_epi8(eight, _mm_loadl_epi64((const __m128i *)(places + taken))));
      to += __builtin_popcountll(taken);
    }
    at += length;
  }
  *out = to;
  return at;
}
#endif
