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

// Shortens escapes of letters that are not ASCII, from `at` to `end` at most, and single bytes between them; writes UTF-8 to
// `*to`, and moves it. It stops once `limit` is reached, and writes up to three bytes behind. What it meets last may be anything.
INLINE const uint8_t *shorten_letters(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit) {
  while (at < end && *to < limit) {
    const uint8_t *after = shorten_letter(at, to);
    if (after == at) break;
    at = after;
  }
  return at;
}

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

// Writes the escape at `at` as the shortest form has it, and moves `*to`; returns where the escape ends.
INLINE const uint8_t *shorten_one(const uint8_t *at, uint8_t **to) {
  size_t length;
  at = shorten_escape(at, *to, &length);
  *to += length;
  return at;
}

const uint8_t *tk_shorten_portable(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit) {
  while (at < end && *to <= limit) {
    if (*at != '\\') {
      const size_t plain = bytes_to_backslash(at), left = (size_t)(end - at), length = plain < left ? plain : left;
      memcpy(*to, at, 16);
      *to += length;
      at += length;
      continue;
    }
    const uint8_t *after = at[1] == 'u' ? shorten_letters(at, end, to, limit) : at;
    if (after == at && *to <= limit) after = shorten_one(at, to);
    at = after;
  }
  return at;
}

#if defined(__x86_64__)
const uint8_t *tk_shorten_avx2(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit) {
  for (;;) {
    at = tk_shorten_blocks_avx2(at, end, to, limit);
    if (at >= end || *to > limit) return at;
    at = shorten_one(at, to);
  }
}

const uint8_t *tk_shorten_avx512(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit) {
  // The first processors with AVX-512 do not have the first two; all have the third, but a virtual machine may hide it.
  if (!__builtin_cpu_supports("avx512vbmi") || !__builtin_cpu_supports("avx512vbmi2") || !__builtin_cpu_supports("bmi2"))
    return tk_shorten_avx2(at, end, to, limit);
  for (;;) {
    at = tk_shorten_blocks_avx512(at, end, to, limit);
    if (at >= end || *to > limit) return at;
    at = shorten_one(at, to);
  }
}
#endif
