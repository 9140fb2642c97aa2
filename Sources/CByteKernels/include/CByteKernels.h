// Kernels that look at many bytes of a line at a time.
//
// The padding contract. Every kernel reads whole vectors, so the bytes it is given must be followed by at
// least 80 readable bytes, and the byte after a line's last must be a line feed. A line feed is a control
// character, which stops every scan: no kernel needs to know where the line ends.

#ifndef TUNEKIT_BYTE_KERNELS_H
#define TUNEKIT_BYTE_KERNELS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

// What a scan met in a string; the bits of tk_string_scan.flags.
enum {
  TK_STRING_HAS_ESCAPE = 1,          // a backslash
  TK_STRING_HAS_NON_ASCII = 2,       // a byte from 0x80 on
  TK_STRING_MAY_HAVE_LESS_THAN = 4,  // '<', raw or escaped, in the string or up to 63 bytes behind its end
  TK_STRING_HAS_REPLACEMENT = 8,     // U+FFFD, raw or escaped
  TK_STRING_HAS_LONG_ESCAPE = 16     // \u or \/, which are not always the shortest form of what they mean
};

// Why a scan stopped; tk_string_scan.stop.
enum {
  TK_STOP_QUOTE = 0,           // the closing quote: the string is good
  TK_STOP_CONTROL = 1,         // a control character, the line feed at the line's end among them
  TK_STOP_ESCAPE = 2,          // a backslash before something that is no escape
  TK_STOP_HEX = 3,             // \u without four hexadecimal digits
  TK_STOP_LONE_SURROGATE = 4,  // an escaped surrogate without its other half
  TK_STOP_UTF8 = 5             // a byte sequence that is not UTF-8
};

typedef struct {
  const uint8_t *end;  // the closing quote, or the first byte of what is wrong
  uint32_t flags;
  uint32_t stop;
} tk_string_scan;

// Reads a string from after its opening quote to the closing one: escapes, surrogates, control characters and
// UTF-8 are judged on the way. O(length).
tk_string_scan tk_scan_string(const uint8_t *start);

// The most prefixes by which tokens are told apart.
enum { TK_MOST_TOKENS = 32 };

// Tokens that begin with '<', and that strings are searched for; without tokens all bytes are zero.
typedef struct {
  // Which halves the second bytes of tokens can have, the third and the fourth: a bit for every seventh token, and one for
  // backslashes.
  uint8_t second_low[16], second_high[16], third_low[16], third_high[16], fourth_low[16], fourth_high[16];
  // The first eight bytes of each token, and which of them count.
  uint64_t prefixes[TK_MOST_TOKENS], masks[TK_MOST_TOKENS];
  int count;
} tk_tokens;

// Adds a token of `count` bytes.
void tk_add_token(tk_tokens *tokens, const uint8_t *bytes, size_t count);

// The first place before `end` where a token may begin: a '<' before the first bytes of a token, or before escapes. If
// `has_long_escape`, the '<' can be \u003c. Every place where a token begins is found. NULL without such a place. O(end - start).
const uint8_t *tk_find_token(const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_long_escape);

// The alphabets of base64 that a scan met a character of alone; the bits of tk_base64_scan.alphabets.
enum {
  TK_BASE64_STANDARD = 1,  // '+' or '/'
  TK_BASE64_URL_SAFE = 2   // '-' or '_'
};

typedef struct {
  const uint8_t *end;  // the first byte that is in neither alphabet
  uint32_t alphabets;
} tk_base64_scan;

// Reads the characters of base64 from `start` on, of either alphabet, up to the first other byte. O(length).
tk_base64_scan tk_scan_base64(const uint8_t *start);

// The CRC32C of the bytes that `crc` is the CRC32C of, 0 for none, and `count` more. O(count).
uint32_t tk_crc32c(uint32_t crc, const uint8_t *bytes, size_t count);

// The kernels: one body of each function above for every instruction set. The later ones are the faster ones.
enum {
  TK_KERNEL_PORTABLE = 0,  // byte by byte, on every machine
  TK_KERNEL_SSE2 = 1,
  TK_KERNEL_AVX2 = 2,
  TK_KERNEL_AVX512 = 3,
  TK_KERNEL_NEON = 4,
  TK_KERNEL_COUNT = 5
};

// Whether this machine has a kernel.
int tk_kernel_is_available(int kernel);

// The kernel that runs: the last one that this machine has, or the one that the environment variable TUNEKIT_KERNEL
// named when the program started: portable, sse2, avx2, avx512 or neon.
int tk_kernel_in_use(void);

// Whether TUNEKIT_KERNEL names no kernel of this machine.
int tk_kernel_is_lacking(void);

// The functions of a kernel that this machine has. For tests: all must agree.
tk_string_scan tk_scan_string_with(int kernel, const uint8_t *start);
const uint8_t *tk_find_token_with(
    int kernel, const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_long_escape);
tk_base64_scan tk_scan_base64_with(int kernel, const uint8_t *start);
uint32_t tk_crc32c_with(int kernel, uint32_t crc, const uint8_t *bytes, size_t count);

// What follows is inlined into its caller. It is the same for all kernels: the instructions are those that every
// machine has that the program is built for.

// A bit for each of the 16 bytes from `bytes` on that is a quote, a backslash, a control character or no
// ASCII:
//
//     bytes   H i ,   " } ...        bit 0 is the first byte
//     mask    0 0 0 0 1 0 ...
static inline uint32_t tk_string_stops(const uint8_t *bytes) {
#if defined(__SSE2__)
  const __m128i chunk = _mm_loadu_si128((const __m128i *)bytes);
  const __m128i quote = _mm_cmpeq_epi8(chunk, _mm_set1_epi8('"'));
  const __m128i backslash = _mm_cmpeq_epi8(chunk, _mm_set1_epi8('\\'));
  // As signed bytes, control characters are 0x00…0x1F and non-ASCII is negative: both are below 0x20.
  const __m128i low = _mm_cmplt_epi8(chunk, _mm_set1_epi8(0x20));
  return (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quote, backslash), low));
#elif defined(__aarch64__)
  const int8x16_t chunk = vreinterpretq_s8_u8(vld1q_u8(bytes));
  const uint8x16_t stops = vorrq_u8(
      vorrq_u8(vceqq_s8(chunk, vdupq_n_s8('"')), vceqq_s8(chunk, vdupq_n_s8('\\'))),
      vcltq_s8(chunk, vdupq_n_s8(0x20)));
  // One bit per byte: keep bit i%8 of byte i, then add up each half.
  static const uint8_t bits[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t kept = vandq_u8(stops, vld1q_u8(bits));
  return (uint32_t)vaddv_u8(vget_low_u8(kept)) | ((uint32_t)vaddv_u8(vget_high_u8(kept)) << 8);
#else
  uint32_t mask = 0;
  for (int i = 0; i < 16; i++) {
    const uint8_t byte = bytes[i];
    mask |= (uint32_t)(byte == '"' || byte == '\\' || byte < 0x20 || byte >= 0x80) << i;
  }
  return mask;
#endif
}

// Whether one of the 16 bytes from `bytes` on is '<'.
static inline int tk_has_less_than(const uint8_t *bytes) {
#if defined(__SSE2__)
  const __m128i chunk = _mm_loadu_si128((const __m128i *)bytes);
  return _mm_movemask_epi8(_mm_cmpeq_epi8(chunk, _mm_set1_epi8('<'))) != 0;
#elif defined(__aarch64__)
  return vmaxvq_u8(vceqq_u8(vld1q_u8(bytes), vdupq_n_u8('<'))) != 0;
#else
  return memchr(bytes, '<', 16) != NULL;
#endif
}

// The eight bytes from `bytes` on as a little-endian number.
static inline uint64_t tk_load_word(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

// The first line feed among `count` bytes; NULL where there is none. The C library's search is vectorized
// already.
static inline const uint8_t *tk_find_line_feed(const uint8_t *bytes, size_t count) {
  return (const uint8_t *)memchr(bytes, '\n', count);
}

// The length of the UTF-8 sequence that begins at `bytes`, 1 to 4; 0 if it is invalid (RFC 3629).
//
//     00…7F
//     C2…DF 80…BF                    C0 and C1 would be overlong
//     E0    A0…BF 80…BF              below A0 overlong
//     E1…EF 80…BF 80…BF              ED A0…BF would be surrogates
//     F0    90…BF 80…BF 80…BF        below 90 overlong
//     F1…F4 80…BF 80…BF 80…BF        F4 90 and above: beyond U+10FFFF
static inline int tk_utf8_length(const uint8_t *bytes) {
  const uint8_t first = bytes[0];
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  const uint8_t second = bytes[1];
  if (first < 0xE0) return (second & 0xC0) == 0x80 ? 2 : 0;
  const uint8_t least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const uint8_t most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (second < least || second > most || (bytes[2] & 0xC0) != 0x80) return 0;
  if (first < 0xF0) return 3;
  return (bytes[3] & 0xC0) == 0x80 ? 4 : 0;
}

// Lets two files change names at once. Returns 0, or the errno: ENOSYS or EINVAL where the system or the file system cannot.
int tk_exchange_names(const char *one, const char *other);

#include "Digest.h"

#endif
