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

#include <stddef.h>
#include <stdint.h>
#include <string.h>

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
static inline tk_digest tk_digest_leaf(tk_digest content, uint64_t path) {
  return (tk_digest){
      tk_fold(content.low ^ path ^ UINT64_C(0xA0761D6478BD642F), content.high ^ UINT64_C(0xE7037ED1A0B428DB)),
      tk_fold(content.high ^ (path << 32 | path >> 32) ^ UINT64_C(0x8EBC6AF09C88C6E3),
              content.low ^ UINT64_C(0x589965CC75374CC3)),
  };
}

// The content of a string of at most 16 bytes that is written in its shortest form.
static inline tk_digest tk_short_content(const uint8_t *bytes, size_t count) {
  uint64_t first, last;
  memcpy(&first, bytes, 8);
  if (count < 8) first &= (UINT64_C(1) << 8 * count) - 1;
  last = 0;
  if (count > 8) memcpy(&last, bytes + count - 8, 8);
  return (tk_digest){first, last ^ count * UINT64_C(0x1D8E4E27C47D124F)};
}

// The content of a string of any length. `has_long_escape` says whether it may have \u or \/, which are not the shortest form
// of what they mean. O(count).
tk_digest tk_string_content(const uint8_t *bytes, size_t count, int has_long_escape);

// The hash of a string at a path. Its escapes are as the string has them, or shorter: O(count).
static inline tk_digest tk_digest_string(
    const uint8_t *bytes, size_t count, int has_long_escape, uint64_t path) {
  if (count <= 16 && !has_long_escape) return tk_digest_leaf(tk_short_content(bytes, count), path);
  return tk_digest_leaf(tk_string_content(bytes, count, has_long_escape), path);
}

// The hash of a key, for the path of its member. O(count).
static inline uint64_t tk_digest_key(const uint8_t *bytes, size_t count, int has_long_escape) {
  const tk_digest found = count <= 16 && !has_long_escape ? tk_short_content(bytes, count)
                                                          : tk_string_content(bytes, count, has_long_escape);
  return tk_fold(found.low ^ UINT64_C(0xA0761D6478BD642F), found.high ^ UINT64_C(0xE7037ED1A0B428DB));
}

typedef struct {
  uint64_t seeded;  // by seeds that no one can foresee
  uint64_t digest;  // that of tk_digest_key
} tk_key_hashes;

// Two hashes of a key of any length. O(count).
//
// Of the seeded one: what is longer than 16 bytes goes in 16 a step; the last 1 to 16 bytes, which may be read in part twice, are two words.
tk_key_hashes tk_hash_key(
    const uint8_t *bytes, size_t count, int has_long_escape, uint64_t first_seed, uint64_t second_seed);

// The digest of the leaf that begins at `start`, at a path: a string, a number or a literal, which must be valid JSON, or an
// object or array without members, of which only the first byte is read. O(length).
tk_digest tk_digest_leaf_at(const uint8_t *start, uint64_t path);

// What the path of a number is changed by.
#define TK_NUMBER_MARK UINT64_C(0xC2B2AE3D27D4EB4F)

// A number as its digest has it.
typedef struct {
  uint64_t value;    // its digits
  int32_t exponent;  // twice the power of ten, and one more if it is below zero
  int32_t length;    // how many bytes it has; 0 for no number
} tk_number;

// Judges and reads the number that begins at `start`, if it has at most seven digits before the point and after it, and no
// exponent; of any other number, and of what is none, the length is 0. O(1).
tk_number tk_read_number(const uint8_t *start);

// The hash of a number at a path.
static inline tk_digest tk_digest_number(tk_number number, uint64_t path) {
  return tk_digest_leaf((tk_digest){number.value, (uint64_t)(int64_t)number.exponent}, path ^ TK_NUMBER_MARK);
}

// Adds blocks of 64 bytes to eight lanes. The number of the first block is divisible by 16. O(blocks).
void tk_digest_blocks(uint64_t lanes[8], const uint8_t *bytes, size_t blocks);
void tk_digest_blocks_with(int kernel, uint64_t lanes[8], const uint8_t *bytes, size_t blocks);

// Shortens escapes of letters that are not ASCII, from `at` to `end` at most, and single bytes between them; writes UTF-8 to
// `*to`, and moves it. It stops once `limit` is reached, and writes up to 16 bytes behind. What it meets last may be anything.
const uint8_t *tk_shorten_letters(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit);
const uint8_t *tk_shorten_letters_with(
    int kernel, const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit);

#endif
