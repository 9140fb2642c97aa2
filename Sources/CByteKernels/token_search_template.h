// The search for tokens that begin with '<', 64 bytes at a time, written once: as string_scan_template.h, and with SEARCH,
// the function's name. Where no instruction looks bytes up, every '<' is looked at.
//
// A byte can be the second of a token, or the third, if its halves both allow it. The tokens share seven bits, and a
// backslash has the eighth, so that halves of different tokens rarely fit together.

TARGET const uint8_t *SEARCH(const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_escape) {
  for (const uint8_t *at = start; at < end; at += 64) {
    bytes64 block;
    memcpy(&block, at, sizeof block);
    uint64_t places = MASK(block == '<');
    if (!has_escape && places == 0) continue;
    bytes64 second;
    memcpy(&second, at + 1, sizeof second);
#if defined(LOOK_UP)
    if (places != 0) {
      bytes64 third;
      memcpy(&third, at + 2, sizeof third);
      places &= MASK((LOOK_UP(tokens->second_low, second & 15) & LOOK_UP(tokens->second_high, second >> 4) &
                      LOOK_UP(tokens->third_low, third & 15) & LOOK_UP(tokens->third_high, third >> 4)) != 0);
    }
#endif
    if (has_escape) {
      bytes64 fifth;
      memcpy(&fifth, at + 4, sizeof fifth);
      places |= MASK((block == '\\') & (second == 'u') & (fifth == '3'));
    }
    for (; places != 0; places &= places - 1) {
      const uint8_t *place = at + __builtin_ctzll(places);
      if (place >= end) break;
      if (tk_may_begin_token(tokens, place)) return place;
    }
  }
  return NULL;
}
