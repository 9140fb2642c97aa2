// What the eight lanes of a long string come to.

#ifndef TUNEKIT_DIGEST_LANES_H
#define TUNEKIT_DIGEST_LANES_H

#include "kernels.h"

// Lanes in memory. Where they cross a line of the processor's cache, a word of them takes long to be read after they are written.
typedef struct {
  _Alignas(64) uint64_t lanes[8];
} tk_digest_lanes;

TK_INLINE tk_digest tk_fold_lanes(const uint64_t lanes[8], size_t count) {
  tk_digest sum = tk_begin_content(count);
  // Vectors have no such products, and to move words from them and back takes longer.
#pragma clang loop vectorize(disable) unroll(disable)
  for (int i = 0; i < 8; i += 2) {
    sum.low += tk_fold(lanes[i] ^ tk_digest_keys[i], lanes[i + 1] ^ tk_digest_keys[i + 1]);
    sum.high += tk_fold(lanes[i] ^ tk_digest_keys[32 - i], lanes[i + 1] ^ tk_digest_keys[33 - i]);
  }
  return sum;
}

#endif
