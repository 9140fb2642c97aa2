// The scan of base64, 64 bytes at a time, written once: as string_scan_template.h, and with BASE64, the function's name. Where
// no instruction looks bytes up, they are compared, and all but the characters that one alphabet alone has are of one class.

TARGET tk_base64_scan BASE64(const uint8_t *start) {
  bytes64 seen = {0};
  for (const uint8_t *at = start;; at += 64) {
    bytes64 block;
    memcpy(&block, at, sizeof block);
#if defined(LOOK_UP)
    const bytes64 classes = LOOK_UP(base64_of_low_half, block & 15) & LOOK_UP(base64_of_high_half, block >> 4);
#else
    const bytes64 is_common = (bytes64)((block - '0' < 10) | ((block | 0x20) - 'a' < 26));
    const bytes64 is_standard = (bytes64)((block == '+') | (block == '/'));
    const bytes64 is_url_safe = (bytes64)((block == '-') | (block == '_'));
    const bytes64 classes = (is_common & 8) | (is_standard & BASE64_STANDARD) | (is_url_safe & BASE64_URL_SAFE);
#endif
    const uint64_t others = MASK(classes == 0);
    if (others == 0) {
      seen |= classes;
      continue;
    }
    const uint64_t inside = (others & -others) - 1;
    uint32_t alphabets = 0;
    if ((MASK((seen & BASE64_STANDARD) != 0) | (MASK((classes & BASE64_STANDARD) != 0) & inside)) != 0)
      alphabets |= TK_BASE64_STANDARD;
    if ((MASK((seen & BASE64_URL_SAFE) != 0) | (MASK((classes & BASE64_URL_SAFE) != 0) & inside)) != 0)
      alphabets |= TK_BASE64_URL_SAFE;
    return (tk_base64_scan){at + __builtin_ctzll(others), alphabets};
  }
}
