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

// The hash, given the end of more than 16 bytes.
INLINE uint64_t finish(const key_hash *hash, const uint8_t *end, size_t count) {
  return tk_fold(tk_load_word(end - 16) ^ hash->state ^ count, tk_load_word(end - 8) ^ hash->seed);
}

// The same for a string that in its shortest form has more than 16 bytes. A part of it is in memory at a time, after the 16
// bytes that were before that part.
static uint64_t shortened_hash(key_hash hash, const uint8_t *at, const uint8_t *end) {
  enum { ROOM = 1024, BEFORE = 16 };
  uint8_t buffer[BEFORE + ROOM + 48], *const bytes = buffer + BEFORE;
  uint8_t *to = bytes;
  size_t count = 0;
  for (;;) {
    uint8_t *const start = to;
    at = tk_shorten(at, end, &to, bytes + ROOM - 16);
    count += (size_t)(to - start);
    const uint8_t *rest = add_steps(&hash, bytes, to);
    if (at >= end) return finish(&hash, to, count);
    const size_t left = (size_t)(to - rest);
    memmove(buffer, rest - BEFORE, BEFORE + left);
    to = bytes + left;
  }
}

tk_key_hashes tk_hash_long_key(
    const uint8_t *bytes, size_t count, int has_long_escape, uint64_t first_seed, uint64_t second_seed) {
  // Most keys with such escapes are short, and both hashes are made of what they are shortened to once.
  enum { ROOM = 256, BEFORE = 8 };
  if (has_long_escape && count <= ROOM) {
    uint8_t buffer[BEFORE + ROOM + 64], *to = buffer + BEFORE;
    tk_shorten(bytes, bytes + count, &to, buffer + BEFORE + ROOM);
    return tk_hash_key(buffer + BEFORE, (size_t)(to - buffer - BEFORE), 0, first_seed, second_seed);
  }
  key_hash hash = {first_seed, second_seed};
  if (has_long_escape) {
    hash.state = shortened_hash(hash, bytes, bytes + count);
  } else {
    add_steps(&hash, bytes, bytes + count);
    hash.state = finish(&hash, bytes + count, count);
  }
  return (tk_key_hashes){hash.state, tk_digest_key(tk_string_content(bytes, count, has_long_escape))};
}
