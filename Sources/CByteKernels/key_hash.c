// Hashes of keys, in which an object's keys are looked for; see KeyFilter.swift.

#include "kernels.h"
#include "string_escape.h"

typedef struct {
  uint64_t state, seed;
} key_hash;

// Adds 16 bytes a step as long as more than 16 are left; returns where it stopped.
INLINE const uint8_t *add_steps(key_hash *hash, const uint8_t *at, const uint8_t *end) {
  for (; end - at > 16; at += 16)
    hash->state = tk_fold(tk_load_word(at) ^ hash->state, tk_load_word(at + 8) ^ hash->seed);
  return at;
}

// The hash, given the last 1 to 16 bytes, or none of none.
INLINE uint64_t finish(const key_hash *hash, const uint8_t *at, const uint8_t *end, size_t count) {
  const size_t left = (size_t)(end - at);
  uint64_t first = tk_load_word(at);
  if (left < 8) first &= (UINT64_C(1) << 8 * left) - 1;
  const uint64_t last = left > 8 ? tk_load_word(end - 8) : 0;
  return tk_fold(first ^ hash->state ^ count, last ^ hash->seed);
}

// The same for a string in its shortest form. A part of it is in memory at a time.
static uint64_t shortened_hash(key_hash hash, const uint8_t *at, const uint8_t *end) {
  enum { ROOM = 1024 };
  uint8_t bytes[ROOM + 48];
  uint8_t *to = bytes;
  size_t count = 0;
  for (;;) {
    uint8_t *const start = to;
    at = tk_shorten(at, end, &to, bytes + ROOM - 16);
    count += (size_t)(to - start);
    const uint8_t *rest = add_steps(&hash, bytes, to);
    if (at >= end) return finish(&hash, rest, to, count);
    const size_t left = (size_t)(to - rest);
    memmove(bytes, rest, left);
    to = bytes + left;
  }
}

tk_key_hashes tk_hash_key(
    const uint8_t *bytes, size_t count, int has_long_escape, uint64_t first_seed, uint64_t second_seed) {
  // Most keys with such escapes are short, and both hashes are made of what they are shortened to once.
  enum { ROOM = 256 };
  uint8_t shortened[ROOM + 48];
  if (has_long_escape && count <= ROOM) {
    uint8_t *to = shortened;
    tk_shorten(bytes, bytes + count, &to, shortened + ROOM);
    bytes = shortened;
    count = (size_t)(to - shortened);
    has_long_escape = 0;
  }
  key_hash hash = {first_seed, second_seed};
  const uint64_t seeded = has_long_escape ? shortened_hash(hash, bytes, bytes + count)
                                          : finish(&hash, add_steps(&hash, bytes, bytes + count), bytes + count, count);
  return (tk_key_hashes){seeded, tk_digest_key(bytes, count, has_long_escape)};
}
