// What the kernels are made of; see kernels.c for which of them runs.

#ifndef TUNEKIT_KERNELS_H
#define TUNEKIT_KERNELS_H

#include "CByteKernels.h"

tk_string_scan tk_scan_string_portable(const uint8_t *start);
tk_base64_scan tk_scan_base64_portable(const uint8_t *start);
const uint8_t *tk_find_token_portable(
    const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_long_escape);
uint32_t tk_crc32c_portable(uint32_t crc, const uint8_t *bytes, size_t count);

const uint8_t *tk_shorten_portable(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit);
void tk_digest_blocks_portable(uint64_t lanes[8], const uint8_t *bytes, size_t blocks);
tk_digest tk_digest_content_portable(const uint8_t *bytes, size_t count);

#if defined(__x86_64__)
tk_string_scan tk_scan_string_sse2(const uint8_t *start);
tk_base64_scan tk_scan_base64_sse2(const uint8_t *start);
tk_string_scan tk_scan_string_avx2(const uint8_t *start);
tk_base64_scan tk_scan_base64_avx2(const uint8_t *start);
tk_string_scan tk_scan_string_avx512(const uint8_t *start);
tk_base64_scan tk_scan_base64_avx512(const uint8_t *start);
const uint8_t *tk_find_token_sse2(const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_long_escape);
const uint8_t *tk_find_token_avx2(const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_long_escape);
const uint8_t *tk_find_token_avx512(const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_long_escape);
void tk_digest_blocks_avx2(uint64_t lanes[8], const uint8_t *bytes, size_t blocks);
tk_digest tk_digest_content_avx2(const uint8_t *bytes, size_t count);
void tk_digest_blocks_avx512(uint64_t lanes[8], const uint8_t *bytes, size_t blocks);
tk_digest tk_digest_content_avx512(const uint8_t *bytes, size_t count);
const uint8_t *tk_shorten_avx2(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit);
const uint8_t *tk_shorten_avx512(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit);
// As far as it goes with what is usual: it may stop at an escape.
const uint8_t *tk_shorten_blocks_avx2(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit);
const uint8_t *tk_shorten_blocks_avx512(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit);
// By an instruction of SSE4.2, which every processor with AVX2 has.
uint32_t tk_crc32c_hardware(uint32_t crc, const uint8_t *bytes, size_t count);
#elif defined(__aarch64__)
tk_string_scan tk_scan_string_neon(const uint8_t *start);
tk_base64_scan tk_scan_base64_neon(const uint8_t *start);
const uint8_t *tk_find_token_neon(const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_long_escape);
// By an instruction that all but the oldest processors have.
uint32_t tk_crc32c_hardware(uint32_t crc, const uint8_t *bytes, size_t count);
#endif

#endif
