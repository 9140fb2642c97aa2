// Digests of JSON values; see Digest.h for what they are.

#include "digest_lanes.h"
#include "kernels.h"
#include "string_escape.h"

const uint64_t tk_digest_keys[TK_DIGEST_KEYS] = {
    0x6E789E6AA1B965F4, 0x06C45D188009454F, 0xF88BB8A8724C81EC, 0x1B39896A51A8749B,
    0x53CB9F0C747EA2EA, 0x2C829ABE1F4532E1, 0xC584133AC916AB3C, 0x3EE5789041C98AC3,
    0xF3B8488C368CB0A6, 0x657EECDD3CB13D09, 0xC2D326E0055BDEF6, 0x8621A03FE0BBDB7B,
    0x8E1F7555983AA92F, 0xB54E0F1600CC4D19, 0x84BB3F97971D80AB, 0x7D29825C75521255,
    0xC3CF17102B7F7F86, 0x3466E9A083914F64, 0xD81A8D2B5A4485AC, 0xDB01602B100B9ED7,
    0xA9038A921825F10D, 0xEDF5F1D90DCA2F6A, 0x54496AD67BD2634C, 0xDD7C01D4F5407269,
    0x935E82F1DB4C4F7B, 0x69B82EBC92233300, 0x40D29EB57DE1D510, 0xA2F09DABB45C6316,
    0xEE521D7A0F4D3872, 0xF16952EE72F3454F, 0x377D35DEA8E40225, 0x0C7DE8064963BAB0,
    0x05582D37111AC529, 0xD254741F599DC6F7, 0x69630F7593D108C3, 0x417EF96181DAA383,
    0x3C3C41A3B43343A1, 0x6E19905DCBE531DF, 0x4FA9FA7324851729, 0x84EB4454A792922A,
};

const uint32_t tk_powers[9] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};

// MARK: Contents of strings

// The content of 33 to 256 bytes, 32 a step; the last ones are read again where they fill no step.
INLINE tk_digest middle_content(const uint8_t *bytes, size_t count) {
  tk_digest sum = tk_begin_content(count);
  const uint64_t *keys = tk_digest_keys;
  size_t at = 0;
  for (; at + 32 < count; at += 32, keys += 4) tk_mix(&sum, bytes + at, bytes + at + 16, keys);
  tk_mix(&sum, bytes + count - 32, bytes + count - 16, tk_digest_keys + 36);
  return sum;
}

INLINE tk_digest content(const uint8_t *bytes, size_t count) {
  if (count > 256) return tk_digest_content(bytes, count);
  if (count > 32) return middle_content(bytes, count);
  return count <= 16 ? tk_short_content(bytes, count) : tk_medium_content(bytes, count);
}

// MARK: Escapes

// A string in its shortest form. A part of it is in memory, after the 64 bytes that were before that part.
typedef struct {
  tk_digest_lanes sums;
  // How many bytes there are, and how many of those are not in the lanes yet.
  size_t count, held;
  uint8_t bytes[64 + 4096 + 80];
} shortened;

// Adds what is held to the lanes, 16 blocks a time, but for the last bytes.
static void absorb(shortened *string) {
  uint64_t *const lanes = string->sums.lanes;
  if (string->count == string->held) memcpy(lanes, tk_digest_keys + 8, sizeof string->sums);
  const size_t length = (string->held - 1) / 1024 * 1024;
  tk_digest_blocks(lanes, string->bytes + 64, length / 64);
  string->held -= length;
  memmove(string->bytes, string->bytes + length, 64 + string->held);
}

static tk_digest shortened_content(const uint8_t *at, size_t count) {
  shortened string;
  string.count = string.held = 0;
  const uint8_t *end = at + count;
  while (at < end) {
    if (string.held > 4096 - 16) absorb(&string);
    uint8_t *const start = string.bytes + 64 + string.held, *to = start;
    at = tk_shorten(at, end, &to, string.bytes + 64 + 4096 - 16);
    string.held += (size_t)(to - start);
    string.count += (size_t)(to - start);
  }
  if (string.held == string.count) return content(string.bytes + 64, string.count);
  uint64_t *const lanes = string.sums.lanes;
  tk_digest_blocks(lanes, string.bytes + 64, (string.held - 1) / 64);
  // The last block ends at the end, and may have been read in part.
  for (int i = 0; i < 8; i++) {
    const uint64_t word = tk_load_word(string.bytes + string.held + 8 * i), mixed = word ^ tk_digest_keys[17 + i];
    lanes[i] += (mixed & UINT32_MAX) * (mixed >> 32);
    lanes[i ^ 1] += word;
  }
  return tk_fold_lanes(lanes, string.count);
}

tk_digest tk_string_content(const uint8_t *bytes, size_t count, int has_long_escape) {
  return has_long_escape ? shortened_content(bytes, count) : content(bytes, count);
}
