// Strings in their shortest form: without \u and \/ where others may stand for them.
//
// Most escapes are letters, because programs write all that is not ASCII so unless they are told not to.

#include "kernels.h"
#include "string_escape.h"

// The code unit of four hexadecimal digits that are valid, the first in the lowest bits.
//
//     digits    '0' '4' '1' 'F'     the lower half of a digit is its value, that of a letter its value less 9
INLINE uint32_t valid_unit(uint64_t digits) {
  uint32_t word = (uint32_t)digits;
  word = __builtin_bswap32((word & 0x0F0F0F0F) + 9 * (word >> 6 & 0x01010101));
  word = (word | word >> 4) & 0x00FF00FF;
  return (word | word >> 8) & 0xFFFF;
}

// One of them, or a byte that stands for itself before the next; returns where it stopped, `at` if neither is there.
INLINE const uint8_t *shorten_letter(const uint8_t *at, uint8_t **to) {
  const uint64_t word = tk_load_word(at);
  if ((word & 0xFFFF) != ('\\' | 'u' << 8)) {
    if ((word & 0xFF) == '\\' || (word >> 8 & 0xFF) != '\\') return at;
    *(*to)++ = (uint8_t)word;
    return at + 1;
  }
  const uint32_t unit = valid_unit(word >> 16);
  if (unit < 0x80 || (unit & 0xF800) == 0xD800) return at;
  const int is_long = unit >= 0x800;
  const uint32_t two = 0x80C0 | unit >> 6 | (unit & 0x3F) << 8;
  const uint32_t three = 0x8080E0 | unit >> 12 | (unit >> 6 & 0x3F) << 8 | (unit & 0x3F) << 16;
  const uint32_t bytes = is_long ? three : two;
  for (int i = 0; i < 3; i++) (*to)[i] = (uint8_t)(bytes >> 8 * i);
  *to += 2 + is_long;
  return at + 6;
}

const uint8_t *tk_shorten_letters_portable(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit) {
  while (at < end && *to < limit) {
    const uint8_t *after = shorten_letter(at, to);
    if (after == at) break;
    at = after;
  }
  return at;
}

#if defined(__x86_64__)
#include <immintrin.h>

// Four at a time, each in 32 bits, and the byte after, which is often a space:
//
//     bytes      \u0434\u0430 \u0439…      32 of them
//     escapes    1     1                   at 0, 6, 12 and 18: it continues where there is none
//     digits     0434  0430  u043          of four places, whether escapes are there or not
//     units      434   430
//     UTF-8      D0B4  D0B0                of as many as there are, all of them long or all short
//
// Where it goes on depends on few steps, so that the next four are begun before these are done.
__attribute__((target("avx2,bmi"))) const uint8_t *tk_shorten_letters_avx2(
    const uint8_t *at, const uint8_t *end, uint8_t **out, const uint8_t *limit) {
  const __m128i digits_first = _mm_setr_epi8(2, 3, 4, 5, 8, 9, 10, 11, -1, -1, -1, -1, -1, -1, -1, -1);
  const __m128i digits_last = _mm_setr_epi8(-1, -1, -1, -1, -1, -1, -1, -1, 2, 3, 4, 5, 8, 9, 10, 11);
  const __m128i pairs = _mm_setr_epi8(0, 1, 4, 5, 8, 9, 12, 13, -1, -1, -1, -1, -1, -1, -1, -1);
  const __m128i triples = _mm_setr_epi8(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1);
  const __m128i six_bits = _mm_set1_epi32(0x3F);
  uint8_t *to = *out;
  while (at < end && to < limit) {
    const __m256i block = _mm256_loadu_si256((const __m256i *)at);
    const uint32_t backslashes = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block, _mm256_set1_epi8('\\')));
    const uint32_t us = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block, _mm256_set1_epi8('u')));
    const uint32_t length = (uint32_t)__builtin_ctz((~(backslashes & us >> 1) & 0x41041) | 1 << 24);
    const uint32_t takes_byte = ((backslashes >> length & 3) == 2) & (at + length < end);
    if (length + takes_byte == 0) break;

    const __m128i first = _mm256_castsi256_si128(block), last = _mm_loadu_si128((const __m128i *)(at + 12));
    const __m128i digits = _mm_or_si128(_mm_shuffle_epi8(first, digits_first), _mm_shuffle_epi8(last, digits_last));
    // A letter has the value of its lower half and 9 more.
    const __m128i nines = _mm_and_si128(_mm_cmpgt_epi8(digits, _mm_set1_epi8('9')), _mm_set1_epi8(9));
    const __m128i values = _mm_add_epi8(_mm_and_si128(digits, _mm_set1_epi8(15)), nines);
    const __m128i bytes = _mm_maddubs_epi16(values, _mm_set1_epi16(1 << 8 | 16));
    const __m128i units = _mm_madd_epi16(bytes, _mm_set1_epi32(1 << 16 | 256));
    const __m128i low = _mm_and_si128(units, six_bits), high = _mm_srli_epi32(units, 6);
    const __m128i are_long = _mm_cmpgt_epi32(units, _mm_set1_epi32(0x7FF));
    __m128i are_letters = _mm_andnot_si128(are_long, _mm_cmpgt_epi32(units, _mm_set1_epi32(0x7F)));
    // One bit for each of the escapes.
    const uint32_t taken = (1u << length * 43 / 256) - 1;
    uint32_t others = ~(uint32_t)_mm_movemask_ps(_mm_castsi128_ps(are_letters)) & taken;
    if (others == 0) {
      const __m128i letters =
          _mm_or_si128(_mm_or_si128(high, _mm_slli_epi32(low, 8)), _mm_set1_epi32(0x80C0));
      _mm_storel_epi64((__m128i *)to, _mm_shuffle_epi8(letters, pairs));
      to += length / 3;
    } else {
      const __m128i are_halves =
          _mm_cmpeq_epi32(_mm_and_si128(units, _mm_set1_epi32(0xF800)), _mm_set1_epi32(0xD800));
      are_letters = _mm_andnot_si128(are_halves, are_long);
      others = ~(uint32_t)_mm_movemask_ps(_mm_castsi128_ps(are_letters)) & taken;
      if (others != 0) {
        // Short and long ones, or others than letters.
        const uint8_t *after = shorten_letter(at, &to);
        if (after == at) break;
        at = after;
        continue;
      }
      const __m128i middle = _mm_slli_epi32(_mm_and_si128(high, six_bits), 8);
      const __m128i letters = _mm_or_si128(
          _mm_or_si128(_mm_srli_epi32(units, 12), middle),
          _mm_or_si128(_mm_slli_epi32(low, 16), _mm_set1_epi32(0x8080E0)));
      _mm_storeu_si128((__m128i *)to, _mm_shuffle_epi8(letters, triples));
      to += length / 2;
    }
    at += length;
    *to = *at;
    to += takes_byte;
    at += takes_byte;
  }
  *out = to;
  return at;
}
#endif

// Writes a scalar as the shortest form has it: raw, or as the escape that it needs. Returns its length.
INLINE size_t write_scalar(uint8_t *to, uint32_t scalar) {
  static const char short_escapes[32] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
  if (scalar >= 0x10000) {
    to[0] = (uint8_t)(0xF0 | scalar >> 18);
    to[1] = (uint8_t)(0x80 | (scalar >> 12 & 0x3F));
    to[2] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
    to[3] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 4;
  }
  if (scalar >= 0x800) {
    to[0] = (uint8_t)(0xE0 | scalar >> 12);
    to[1] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
    to[2] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 3;
  }
  if (scalar >= 0x80) {
    to[0] = (uint8_t)(0xC0 | scalar >> 6);
    to[1] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 2;
  }
  const uint8_t escape = scalar < 0x20 ? (uint8_t)short_escapes[scalar] : scalar == '"' || scalar == '\\' ? (uint8_t)scalar : 0;
  if (escape != 0) {
    to[0] = '\\';
    to[1] = escape;
    return 2;
  }
  if (scalar >= 0x20) {
    to[0] = (uint8_t)scalar;
    return 1;
  }
  memcpy(to, "\\u00", 4);
  to[4] = (uint8_t)('0' + (scalar >> 4));
  to[5] = (uint8_t)"0123456789abcdef"[scalar & 15];
  return 6;
}

// Reads the escape at `at`, which is valid, and writes its scalar; returns where it ends.
INLINE const uint8_t *shorten_escape(const uint8_t *at, uint8_t *to, size_t *length) {
  if (at[1] != 'u') {
    memcpy(to, at, 2);
    *length = 2;
    if (at[1] == '/') {
      to[0] = '/';
      *length = 1;
    }
    return at + 2;
  }
  uint32_t scalar = tk_hex_unit(at + 2);
  const int is_pair = (scalar & 0xFC00) == 0xD800 && at[6] == '\\' && at[7] == 'u';
  if (is_pair) scalar = 0x10000 + ((scalar & 0x3FF) << 10) + (tk_hex_unit(at + 8) & 0x3FF);
  *length = write_scalar(to, scalar);
  return at + (is_pair ? 12 : 6);
}

// The number of bytes before a backslash, at most 16.
INLINE size_t bytes_to_backslash(const uint8_t *at) {
#if defined(__SSE2__)
  const __m128i found = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)at), _mm_set1_epi8('\\'));
  return (size_t)__builtin_ctz((uint32_t)_mm_movemask_epi8(found) | 1 << 16);
#else
  size_t length = 0;
  while (length < 16 && at[length] != '\\') length++;
  return length;
#endif
}

const uint8_t *tk_shorten(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit) {
  while (at < end && *to <= limit) {
    if (*at != '\\') {
      const size_t plain = bytes_to_backslash(at), left = (size_t)(end - at), length = plain < left ? plain : left;
      memcpy(*to, at, 16);
      *to += length;
      at += length;
      continue;
    }
    // Of a letter alone it takes longer to begin with several.
    const int is_alone = at[6] != '\\' && at[7] != '\\';
    const uint8_t *after = at;
    if (at[1] == 'u') after = is_alone ? shorten_letter(at, to) : tk_shorten_letters(at, end, to, limit);
    if (after == at && *to <= limit) {
      size_t length;
      after = shorten_escape(at, *to, &length);
      *to += length;
    }
    at = after;
  }
  return at;
}
