#include "base64_scan.h"
#include "kernels.h"

// Byte by byte.
tk_base64_scan tk_scan_base64_portable(const uint8_t *start) {
  const uint8_t *at = start;
  uint32_t seen = 0;
  for (;; at++) {
    const uint32_t class = base64_of_low_half[*at & 15] & base64_of_high_half[*at >> 4];
    if (class == 0) break;
    seen |= class;
  }
  const uint32_t standard = (seen & BASE64_STANDARD) != 0 ? TK_BASE64_STANDARD : 0;
  const uint32_t url_safe = (seen & BASE64_URL_SAFE) != 0 ? TK_BASE64_URL_SAFE : 0;
  return (tk_base64_scan){at, standard | url_safe};
}
