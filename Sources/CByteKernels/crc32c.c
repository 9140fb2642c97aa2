// CRC32C, the checksum of iSCSI and of Cloud Storage. It takes the bytes for the coefficients of a polynomial over bits
// and is the remainder of a division by 0x11EDC6F41. All polynomials stand with their lowest power in the highest bit:
//
//     bit     31   30   29  …  0
//     power   x⁰   x¹   x²  …  x³¹

#include "kernels.h"

#if defined(__x86_64__)
#include <nmmintrin.h>
#elif defined(__aarch64__)
#include <arm_acle.h>
#endif

// Four bits at a time, by their remainders. Nearly every machine has an instruction for it, so this is small, not fast.
uint32_t tk_crc32c_portable(uint32_t crc, const uint8_t *bytes, size_t count) {
  static const uint32_t remainders[16] = {
      0x00000000, 0x105EC76F, 0x20BD8EDE, 0x30E349B1, 0x417B1DBC, 0x5125DAD3, 0x61C69362, 0x7198540D,
      0x82F63B78, 0x92A8FC17, 0xA24BB5A6, 0xB21572C9, 0xC38D26C4, 0xD3D3E1AB, 0xE330A81A, 0xF36E6F75,
  };
  crc = ~crc;
  for (size_t i = 0; i < count; i++) {
    crc ^= bytes[i];
    crc = crc >> 4 ^ remainders[crc & 15];
    crc = crc >> 4 ^ remainders[crc & 15];
  }
  return ~crc;
}

#if defined(__x86_64__)
#define TARGET __attribute__((target("sse4.2")))
#define WITH_WORD(crc, word) (uint32_t)_mm_crc32_u64(crc, word)
#define WITH_BYTE(crc, byte) _mm_crc32_u8(crc, byte)
#elif defined(__aarch64__)
#define TARGET __attribute__((target("crc")))
#define WITH_WORD(crc, word) __crc32cd(crc, word)
#define WITH_BYTE(crc, byte) __crc32cb(crc, byte)
#endif

#if defined(TARGET)

// The product of two remainders, which is one.
static uint32_t product(uint32_t left, uint32_t right) {
  uint32_t sum = 0;
  for (int bit = 31; bit >= 0; bit--) {
    sum ^= right & -(left >> bit & 1);
    right = right >> 1 ^ (0x82F63B78 & -(right & 1));  // times x
  }
  return sum;
}

// The instruction takes three cycles, but a new one can begin in each: three lanes are summed up side by side. What a
// lane came to counts x^(8 · length) times where another lane of that length follows.
//
//     |— crc → first —|— 0 → second —|— 0 → third —|      ((first · shift + second) · shift) + third
TARGET uint32_t tk_crc32c_hardware(uint32_t crc, const uint8_t *bytes, size_t count) {
  enum { lane = 8192 };
  const uint32_t shift = 0x28461564;  // x^(8 · lane)
  crc = ~crc;
  for (; count >= 3 * lane; bytes += 3 * lane, count -= 3 * lane) {
    uint32_t second = 0, third = 0;
    for (const uint8_t *at = bytes; at < bytes + lane; at += 8) {
      crc = WITH_WORD(crc, tk_load_word(at));
      second = WITH_WORD(second, tk_load_word(at + lane));
      third = WITH_WORD(third, tk_load_word(at + 2 * lane));
    }
    crc = product(product(crc, shift) ^ second, shift) ^ third;
  }
  for (; count >= 8; bytes += 8, count -= 8) crc = WITH_WORD(crc, tk_load_word(bytes));
  for (; count > 0; bytes++, count--) crc = WITH_BYTE(crc, *bytes);
  return ~crc;
}

#endif
