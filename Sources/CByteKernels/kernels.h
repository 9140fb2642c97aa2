// What the kernels are made of; see kernels.c for which of them runs.

#ifndef TUNEKIT_KERNELS_H
#define TUNEKIT_KERNELS_H

#include "CByteKernels.h"

tk_string_scan tk_scan_string_portable(const uint8_t *start);
uint32_t tk_crc32c_portable(uint32_t crc, const uint8_t *bytes, size_t count);

#if defined(__x86_64__)
tk_string_scan tk_scan_string_sse2(const uint8_t *start);
tk_string_scan tk_scan_string_avx2(const uint8_t *start);
tk_string_scan tk_scan_string_avx512(const uint8_t *start);
// By an instruction of SSE4.2, which every processor with AVX2 has.
uint32_t tk_crc32c_hardware(uint32_t crc, const uint8_t *bytes, size_t count);
#elif defined(__aarch64__)
tk_string_scan tk_scan_string_neon(const uint8_t *start);
// By an instruction that all but the oldest processors have.
uint32_t tk_crc32c_hardware(uint32_t crc, const uint8_t *bytes, size_t count);
#endif

#endif
