// Digests of JSON values that do not depend on how the values are written.
//
// A value is cut into its leaves: strings, numbers, literals, and objects and arrays without members. Each leaf has a path,
// a number made of the keys and places that lead to it. The digest is the sum of a hash of every leaf with its path:
//
//     {"a":[1,"x"],"b":{}}       hash(a 0, 1) + hash(a 1, "x") + hash(b, {})
//
// so the order of an object's members does not matter, that of an array's elements does, and the digest of a part can be
// subtracted. The keys of the hashes are fixed: digests are the same in every run, with every kernel.
//
// Two values that differ have the same digest by a chance of about 2^-64 (that of equal paths) or less. Whoever wants to can
// make such values.

#ifndef TUNEKIT_DIGEST_H
#define TUNEKIT_DIGEST_H

#include "CByteKernels.h"

// What is done for every key and every leaf becomes a part of its caller.
#define TK_INLINE __attribute__((always_inline)) static inline

typedef struct {
  uint64_t low, high;
} tk_digest;

// Random numbers, as splitmix64 makes them.
enum { TK_DIGEST_KEYS = 40 };
extern const uint64_t tk_digest_keys[TK_DIGEST_KEYS];

// Both halves of a product of 64 by 64 bits.
static inline uint64_t tk_fold(uint64_t left, uint64_t right) {
  const unsigned __int128 product = (unsigned __int128)left * right;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
}

// The path of an object's member, given the hash of its key.
static inline uint64_t tk_path_of_member(uint64_t path, uint64_t key) {
  const uint64_t product = (path ^ key) * UINT64_C(0x9E3779B97F4A7C15);
  return product ^ product >> 29;
}

// The path of an array's element.
static inline uint64_t tk_path_of_element(uint64_t path, uint64_t index) {
  return path + (index + 1) * UINT64_C(0xD6E8FEB86659FD93);
}

// The hash of a leaf: its content, of 128 bits, and its path.
TK_INLINE tk_digest tk_digest_leaf(tk_digest content, uint64_t path) {
  return (tk_digest){
      tk_fold(content.low ^ path ^ UINT64_C(0xA0761D6478BD642F), content.high ^ UINT64_C(0xE7037ED1A0B428DB)),
      tk_fold(content.high ^ (path << 32 | path >> 32) ^ UINT64_C(0x8EBC6AF09C88C6E3),
              content.low ^ UINT64_C(0x589965CC75374CC3)),
  };
}

// The content of a string of at most 16 bytes that is written in its shortest form. Eight bytes before it can be read.
TK_INLINE tk_digest tk_short_content(const uint8_t *bytes, size_t count) {
  const uint64_t first = tk_load_word(bytes), last = tk_load_word(bytes + count - 8);
  const uint64_t mask = count < 8 ? (UINT64_C(1) << 8 * count) - 1 : UINT64_MAX;
  return (tk_digest){first & mask, (count > 8 ? last : 0) ^ count * UINT64_C(0x1D8E4E27C47D124F)};
}

// Adds 32 bytes, or fewer of which some are in both halves.
TK_INLINE void tk_mix(tk_digest *sum, const uint8_t *first, const uint8_t *second, const uint64_t *keys) {
  const uint64_t a = tk_load_word(first), b = tk_load_word(first + 8);
  const uint64_t c = tk_load_word(second), d = tk_load_word(second + 8);
  sum->low = (sum->low + tk_fold(a ^ keys[0], b ^ keys[1])) ^ (c + d);
  sum->high = (sum->high + tk_fold(c ^ keys[2], d ^ keys[3])) ^ (a + b);
}

// What the content of 17 bytes and more begins with.
TK_INLINE tk_digest tk_begin_content(size_t count) {
  return (tk_digest){count * UINT64_C(0x9E3779B185EBCA87), ~count * UINT64_C(0xC2B2AE3D27D4EB4F)};
}

// The content of a string of 17 to 32 bytes.
TK_INLINE tk_digest tk_medium_content(const uint8_t *bytes, size_t count) {
  tk_digest sum = tk_begin_content(count);
  tk_mix(&sum, bytes, bytes + count - 16, tk_digest_keys + 36);
  return sum;
}

// The content of a string of any length. `has_long_escape` says whether it may have \u or \/, which are not the shortest form
// of what they mean. O(count).
tk_digest tk_string_content(const uint8_t *bytes, size_t count, int has_long_escape);

// The same, without a call where the string is short and has no such escapes.
TK_INLINE tk_digest tk_content(const uint8_t *bytes, size_t count, int has_long_escape) {
  if (has_long_escape || count > 32) return tk_string_content(bytes, count, has_long_escape);
  return count <= 16 ? tk_short_content(bytes, count) : tk_medium_content(bytes, count);
}

// The hash of a string at a path. Its escapes are as the string has them, or shorter: O(count).
TK_INLINE tk_digest tk_digest_string(
    const uint8_t *bytes, size_t count, int has_long_escape, uint64_t path) {
  return tk_digest_leaf(tk_content(bytes, count, has_long_escape), path);
}

typedef struct {
  uint64_t seeded;  // by seeds that no one can foresee
  uint64_t digest;  // for the path of its member
} tk_key_hashes;

// The hash of a key of some content, for the path of its member.
TK_INLINE uint64_t tk_digest_key(tk_digest content) {
  return tk_fold(content.low ^ UINT64_C(0xA0761D6478BD642F), content.high ^ UINT64_C(0xE7037ED1A0B428DB));
}

// Two hashes of a key of any length. O(count).
tk_key_hashes tk_hash_long_key(
    const uint8_t *bytes, size_t count, int has_long_escape, uint64_t first_seed, uint64_t second_seed);

// The same, without a call where the key is short and has no such escapes.
//
// Of the seeded hash: what is longer than 16 bytes goes in 16 a step; the last 16 bytes, which may be read in part twice, are
// two words. No content that is not the bytes themselves goes in: contents of equal hash can be made.
TK_INLINE tk_key_hashes tk_hash_key(
    const uint8_t *bytes, size_t count, int has_long_escape, uint64_t first_seed, uint64_t second_seed) {
  if (has_long_escape || count > 32) return tk_hash_long_key(bytes, count, has_long_escape, first_seed, second_seed);
  if (count <= 16) {
    const tk_digest content = tk_short_content(bytes, count);
    return (tk_key_hashes){tk_fold(content.low ^ first_seed, content.high ^ second_seed), tk_digest_key(content)};
  }
  const uint64_t state = tk_fold(tk_load_word(bytes) ^ first_seed, tk_load_word(bytes + 8) ^ second_seed);
  const uint64_t first = tk_load_word(bytes + count - 16), last = tk_load_word(bytes + count - 8);
  return (tk_key_hashes){
      tk_fold(first ^ state ^ count, last ^ second_seed), tk_digest_key(tk_medium_content(bytes, count))};
}

// The digest of the leaf that begins at `start`, at a path: a string, a number or a literal, which must be valid JSON, or an
// object or array without members, of which only the first byte is read. O(length).
tk_digest tk_digest_leaf_at(const uint8_t *start, uint64_t path);

// What the paths of literals are changed by, and of numbers.
#define TK_LITERAL_MARK UINT64_C(0x165667B19E3779F9)
#define TK_NUMBER_MARK UINT64_C(0xC2B2AE3D27D4EB4F)

// The hash at a path of a literal, or of an object or array without members, by its first byte.
TK_INLINE tk_digest tk_digest_literal(uint8_t first, uint64_t path) {
  return tk_digest_leaf((tk_digest){first, 0}, path ^ TK_LITERAL_MARK);
}

// A number as its digest has it.
typedef struct {
  uint64_t value;    // its digits
  int32_t exponent;  // twice the power of ten, and one more if it is below zero
  int32_t length;    // how many bytes it has; 0 for no number
} tk_number;

extern const uint32_t tk_powers[9];

// The values of eight characters, if they are digits.
TK_INLINE uint64_t tk_load_digits(const uint8_t *digits) { return tk_load_word(digits) ^ UINT64_C(0x3030303030303030); }

// The value of eight digits, or of fewer that have zeros before them.
TK_INLINE uint64_t tk_value_of_eight(uint64_t digits) {
  const uint64_t pairs = digits * 10 + (digits >> 8), pair_mask = UINT64_C(0x000000FF000000FF);
  return ((pairs & pair_mask) * (100 + (UINT64_C(1000000) << 32)) +
          (pairs >> 16 & pair_mask) * (1 + (UINT64_C(10000) << 32))) >> 32;
}

// The value of `count` digits, one to eight.
TK_INLINE uint64_t tk_value_of_word(const uint8_t *digits, uint32_t count) {
  return tk_value_of_eight(tk_load_digits(digits) << 8 * (8 - count));
}

// The value of `count` digits, one to sixteen.
TK_INLINE uint64_t tk_value_of(const uint8_t *digits, uint32_t count) {
  if (count <= 8) return tk_value_of_word(digits, count);
  return tk_value_of_word(digits, 8) * tk_powers[count - 8] + tk_value_of_word(digits + 8, count - 8);
}

typedef struct {
  uint32_t digits;  // a bit for each byte that is a digit
  uint32_t zeros;   // a bit for each that is a zero
} tk_digit_bits;

// The digits among the 16 bytes from `bytes` on; bit 0 is the first byte.
TK_INLINE tk_digit_bits tk_find_digits(const uint8_t *bytes) {
#if defined(__SSE2__)
  const __m128i values = _mm_sub_epi8(_mm_loadu_si128((const __m128i *)bytes), _mm_set1_epi8('0'));
  const __m128i digits = _mm_cmpeq_epi8(_mm_min_epu8(values, _mm_set1_epi8(9)), values);
  const __m128i zeros = _mm_cmpeq_epi8(values, _mm_setzero_si128());
  return (tk_digit_bits){(uint32_t)_mm_movemask_epi8(digits), (uint32_t)_mm_movemask_epi8(zeros)};
#else
  tk_digit_bits bits = {0, 0};
  for (int i = 0; i < 16; i++) {
    bits.digits |= (uint32_t)((uint8_t)(bytes[i] - '0') < 10) << i;
    bits.zeros |= (uint32_t)(bytes[i] == '0') << i;
  }
  return bits;
#endif
}

// Judges and reads the number that begins at `start`, if it has at most 15 characters and no exponent, and not many digits
// after the point; of any other number, and of what is none, the length is 0. O(1).
//
//     -12.50,    digits  .11.11..    start 0, first 1, point 3, end 6
//                zeros   .....1..    places that count: 1
TK_INLINE tk_number tk_read_number(const uint8_t *start) {
  const tk_number none = {0, 0, 0};
  const tk_digit_bits bits = tk_find_digits(start);
  const uint32_t first = *start == '-';
  const uint32_t others = (~bits.digits & 0xFFFF & ~first) | 0x10000;
  const uint32_t point = (uint32_t)__builtin_ctz(others);
  if (point == first || (bits.zeros >> first & (point > first + 1)) != 0) return none;
  uint32_t end = point, places = 0;
  if (start[point] == '.') {
    // What counts ends before the zeros; the point itself is none.
    end = (uint32_t)__builtin_ctz((others & ~UINT32_C(0) << 1 << point) | 0x10000);
    if (end == point + 1) return none;
    places = 31 - (uint32_t)__builtin_clz(~bits.zeros & ((UINT32_C(1) << end) - 1)) - point;
  }
  if (end > 15 || places > 8 || (start[end] | 0x20) == 'e') return none;
  const uint32_t whole = point - first;
  uint64_t value;
  if (whole + places <= 8) {
    // Those before the point and those after it are joined first.
    const uint64_t before = tk_load_digits(start + first) << (64 - 8 * whole) >> 8 * places;
    value = tk_value_of_eight(before | tk_load_digits(start + point + 1) << (56 - 8 * places) << 8);
  } else {
    value = tk_value_of(start + first, whole);
    if (places > 0) value = value * tk_powers[places] + tk_value_of_word(start + point + 1, places);
  }
  return (tk_number){value, -2 * (int32_t)places + (int32_t)(first & (value != 0)), (int32_t)end};
}

// The hash of a number at a path.
TK_INLINE tk_digest tk_digest_number(tk_number number, uint64_t path) {
  return tk_digest_leaf((tk_digest){number.value, (uint64_t)(int64_t)number.exponent}, path ^ TK_NUMBER_MARK);
}

// Adds blocks of 64 bytes to eight lanes. The number of the first block is divisible by 16. O(blocks).
void tk_digest_blocks(uint64_t lanes[8], const uint8_t *bytes, size_t blocks);
void tk_digest_blocks_with(int kernel, uint64_t lanes[8], const uint8_t *bytes, size_t blocks);

// The content of a string of more than 256 bytes. O(count).
tk_digest tk_digest_content(const uint8_t *bytes, size_t count);
tk_digest tk_digest_content_with(int kernel, const uint8_t *bytes, size_t count);

// Writes what is from `at` to `end` at most, within a valid string, in its shortest form to `*to`, and moves it; returns where
// it stopped: at `end`, or before it because `*to` is after `limit`. Up to 64 bytes behind `limit` are written. O(end - at).
const uint8_t *tk_shorten(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit);
const uint8_t *tk_shorten_with(int kernel, const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit);

#endif
