// System zlib for Swift. Macros that take arguments do not cross into Swift, so each one that is needed
// is here as a function; everything else comes straight from <zlib.h>.
#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>
#include <stdint.h>
#include <zlib.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// `inflateInit2`: -15 window bits mean deflate data without header and end.
static inline int CZlib_inflateInit2(z_streamp stream, int windowBits) {
  return inflateInit2(stream, windowBits);
}

/// `deflateInit2` with the usual method, memory level and strategy.
static inline int CZlib_deflateInit2(z_streamp stream, int level, int windowBits) {
  return deflateInit2(stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
}

#if defined(__x86_64__)
// The checksum of at least 64 bytes, four times 16 at a time.
//
// A checksum is the remainder of the data as a polynomial, so 16 bytes may be replaced by what they are worth 64 bytes
// further on: each half times x to the power of the distance, modulo the polynomial (the two constants), without carry.
// "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel 2009.
//
//     |a 16|b 16|c 16|d 16|a'   |b'   |c'   |d'   | …      a' ^= a · x^512, …, until less than 64 bytes are left;
//                                                          then b ^= a · x^128, c ^= b …, and zlib does the last 16
__attribute__((target("pclmul"))) static inline uint32_t CZlib_crc32_folding(
    uint32_t crc, const uint8_t *bytes, size_t count) {
#define LOAD(at) _mm_loadu_si128((const __m128i *)(at))
#define FOLD(x, by) _mm_xor_si128(_mm_clmulepi64_si128(x, by, 0x00), _mm_clmulepi64_si128(x, by, 0x11))
  const __m128i by_64_bytes = _mm_set_epi64x(0x1C6E41596, 0x154442BD4);
  const __m128i by_16_bytes = _mm_set_epi64x(0x0CCAA009E, 0x1751997D0);
  __m128i a = _mm_xor_si128(LOAD(bytes), _mm_cvtsi32_si128((int)~crc));
  __m128i b = LOAD(bytes + 16), c = LOAD(bytes + 32), d = LOAD(bytes + 48);
  size_t done = 64;
  for (; done + 64 <= count; done += 64) {
    a = _mm_xor_si128(FOLD(a, by_64_bytes), LOAD(bytes + done));
    b = _mm_xor_si128(FOLD(b, by_64_bytes), LOAD(bytes + done + 16));
    c = _mm_xor_si128(FOLD(c, by_64_bytes), LOAD(bytes + done + 32));
    d = _mm_xor_si128(FOLD(d, by_64_bytes), LOAD(bytes + done + 48));
  }
  b = _mm_xor_si128(FOLD(a, by_16_bytes), b);
  c = _mm_xor_si128(FOLD(b, by_16_bytes), c);
  d = _mm_xor_si128(FOLD(c, by_16_bytes), d);
#undef LOAD
#undef FOLD
  uint8_t last[16];
  _mm_storeu_si128((__m128i *)last, d);
  // zlib inverts what it is given: all ones are a checksum that begins with nothing.
  const uLong folded = crc32(0xFFFFFFFF, last, sizeof last);
  return (uint32_t)crc32_z(folded, bytes + done, count - done);
}
#endif

/// `crc32`, four times as fast where the machine can multiply without carry.
static inline uint32_t CZlib_crc32(uint32_t crc, const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (count >= 64 && __builtin_cpu_supports("pclmul")) return CZlib_crc32_folding(crc, bytes, count);
#endif
  return (uint32_t)crc32_z(crc, bytes, count);
}

#endif
