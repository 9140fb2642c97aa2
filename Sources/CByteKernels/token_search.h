// Tokens that texts are searched for.

#ifndef TUNEKIT_TOKEN_SEARCH_H
#define TUNEKIT_TOKEN_SEARCH_H

#include "string_escape.h"

// Lets a byte, or any where its mask is 0, be at a place of a token. A backslash can begin any byte.
INLINE void tk_allow_halves(uint8_t *low, uint8_t *high, uint64_t mask, uint64_t byte, uint8_t bit) {
  for (uint64_t half = 0; half < 16; half++) {
    if (mask == 0 || half == (byte & 15) || half == ('\\' & 15)) low[half] |= bit;
    if (mask == 0 || half == byte >> 4 || half == ('\\' >> 4)) high[half] |= bit;
  }
}

// Whether a token may begin at '<' or at a backslash. Its first eight bytes are compared, up to the first backslash: what is
// after that can be anything.
INLINE int tk_may_begin_token(const tk_tokens *tokens, const uint8_t *place) {
  const uint8_t *first = place;
  if (*place == '\\') {
    if (place[1] != 'u' || place[2] != '0' || place[3] != '0' || place[4] != '3' || (place[5] | 0x20) != 'c') return 0;
    first = place + 5;
  }
  const uint64_t bytes = (tk_load_word(first) & ~UINT64_C(0xFF)) | '<';
  const uint64_t ones = UINT64_C(0x0101010101010101);
  // The lowest byte that is zero after this is the first backslash.
  const uint64_t others = bytes ^ ('\\' * ones);
  const uint64_t backslashes = (others - ones) & ~others & (ones << 7);
  // The bytes below the first backslash, which is marked by its highest bit.
  const uint64_t known = backslashes == 0 ? UINT64_MAX : ((backslashes & -backslashes) >> 7) - 1;
  int found = 0;
  for (int i = 0; i < TK_MOST_TOKENS; i++) {
    found |= (i < tokens->count) & (((bytes ^ tokens->prefixes[i]) & tokens->masks[i] & known) == 0);
  }
  return found;
}

#endif
