// The search for tokens that begin with '<', 64 bytes at a time, written once: as string_scan_template.h, and with SEARCH,
// the function's name. Where no instruction looks bytes up, every '<' is looked at.
//
// A byte can be the second of a token, the third or the fourth, if its halves both allow it. The tokens share seven bits, and
// a backslash has the eighth, so that halves of different tokens rarely fit together. What is after a backslash can be anything.

TARGET const uint8_t *SEARCH(const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_long_escape) {
  for (const uint8_t *at = start; at < end; at += 64) {
    bytes64 block;
    memcpy(&block, at, sizeof block);
    uint64_t places = MASK(block == '<');
    if (!has_long_escape && places == 0) continue;
    bytes64 second;
    memcpy(&second, at + 1, sizeof second);
#if defined(LOOK_UP)
    if (places != 0) {
      bytes64 third, fourth;
      memcpy(&third, at + 2, sizeof third);
      memcpy(&fourth, at + 3, sizeof fourth);
      const bytes64 of_three = LOOK_UP(tokens->second_low, second & 15) & LOOK_UP(tokens->second_high, second >> 4) &
                               LOOK_UP(tokens->third_low, third & 15) & LOOK_UP(tokens->third_high, third >> 4);
      // Many tags of HTML differ from a token here first: <strong> and <start_of_turn>. It is looked at always, since the
      // processor cannot foresee in which blocks it matters.
      const bytes64 of_fourth = LOOK_UP(tokens->fourth_low, fourth & 15) & LOOK_UP(tokens->fourth_high, fourth >> 4);
      places &= MASK((of_three & (of_fourth | (bytes64)(third == '\\'))) != 0);
    }
#endif
    if (has_long_escape) {
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
