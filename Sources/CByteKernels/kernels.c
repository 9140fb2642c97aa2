// Which kernel runs. The instruction sets that not every machine has get functions of their own, and the choice is made
// once, at start-up: neither a build flag nor a second build is needed.

#include "kernels.h"

#include <stdlib.h>

#if defined(__aarch64__) && defined(__linux__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

// A kernel, by its number; all zero where it belongs to another kind of machine.
typedef struct {
  const char *name;
  tk_string_scan (*scan_string)(const uint8_t *start);
  const uint8_t *(*find_token)(const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_long_escape);
  tk_base64_scan (*scan_base64)(const uint8_t *start);
  uint32_t (*crc32c)(uint32_t crc, const uint8_t *bytes, size_t count);
  void (*digest_blocks)(uint64_t lanes[8], const uint8_t *bytes, size_t blocks);
  tk_digest (*digest_content)(const uint8_t *bytes, size_t count);
  const uint8_t *(*shorten)(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit);
} kernel_functions;

static const kernel_functions kernels[TK_KERNEL_COUNT] = {
    [TK_KERNEL_PORTABLE] = {"portable", tk_scan_string_portable, tk_find_token_portable, tk_scan_base64_portable,
                            tk_crc32c_portable, tk_digest_blocks_portable, tk_digest_content_portable, tk_shorten_portable},
#if defined(__x86_64__)
    [TK_KERNEL_SSE2] = {"sse2", tk_scan_string_sse2, tk_find_token_sse2, tk_scan_base64_sse2, tk_crc32c_portable,
                        tk_digest_blocks_portable, tk_digest_content_portable, tk_shorten_portable},
    [TK_KERNEL_AVX2] = {"avx2", tk_scan_string_avx2, tk_find_token_avx2, tk_scan_base64_avx2, tk_crc32c_hardware,
                        tk_digest_blocks_avx2, tk_digest_content_avx2, tk_shorten_avx2},
    [TK_KERNEL_AVX512] = {"avx512", tk_scan_string_avx512, tk_find_token_avx512, tk_scan_base64_avx512,
                          tk_crc32c_hardware, tk_digest_blocks_avx512, tk_digest_content_avx512, tk_shorten_avx512},
#elif defined(__aarch64__)
    [TK_KERNEL_NEON] = {"neon", tk_scan_string_neon, tk_find_token_neon, tk_scan_base64_neon, tk_crc32c_hardware,
                        tk_digest_blocks_portable, tk_digest_content_portable, tk_shorten_portable},
#endif
};

int tk_kernel_is_available(int kernel) {
  switch (kernel) {
    case TK_KERNEL_PORTABLE: return 1;
#if defined(__x86_64__)
    // What the processor has, and the system saves the registers of.
    case TK_KERNEL_SSE2: return 1;
    case TK_KERNEL_AVX2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt") &&
             __builtin_cpu_supports("sse4.2");
    case TK_KERNEL_AVX512:
      return tk_kernel_is_available(TK_KERNEL_AVX2) && __builtin_cpu_supports("avx512bw");
#elif defined(__aarch64__) && defined(__linux__)
    case TK_KERNEL_NEON: return (getauxval(AT_HWCAP) & HWCAP_CRC32) != 0;
#elif defined(__aarch64__)
    case TK_KERNEL_NEON: return 1;
#endif
    default: return 0;
  }
}

static int in_use = TK_KERNEL_PORTABLE;
static int is_lacking = 0;

// Runs before main, when there is one thread only.
__attribute__((constructor)) static void choose_kernel(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
#endif
  const char *name = getenv("TUNEKIT_KERNEL");
  const int is_named = name != NULL && name[0] != 0;
  is_lacking = is_named;
  // Later ones are faster.
  for (int kernel = 0; kernel < TK_KERNEL_COUNT; kernel++) {
    if (!tk_kernel_is_available(kernel)) continue;
    in_use = kernel;
    if (is_named && strcmp(name, kernels[kernel].name) == 0) {
      is_lacking = 0;
      return;
    }
  }
}

int tk_kernel_in_use(void) { return in_use; }

int tk_kernel_is_lacking(void) { return is_lacking; }

tk_string_scan tk_scan_string(const uint8_t *start) { return kernels[in_use].scan_string(start); }

tk_string_scan tk_scan_string_with(int kernel, const uint8_t *start) { return kernels[kernel].scan_string(start); }

const uint8_t *tk_find_token(const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_long_escape) {
  return kernels[in_use].find_token(tokens, start, end, has_long_escape);
}

const uint8_t *tk_find_token_with(
    int kernel, const tk_tokens *tokens, const uint8_t *start, const uint8_t *end, int has_long_escape) {
  return kernels[kernel].find_token(tokens, start, end, has_long_escape);
}

tk_base64_scan tk_scan_base64(const uint8_t *start) { return kernels[in_use].scan_base64(start); }

tk_base64_scan tk_scan_base64_with(int kernel, const uint8_t *start) { return kernels[kernel].scan_base64(start); }

uint32_t tk_crc32c(uint32_t crc, const uint8_t *bytes, size_t count) {
  return kernels[in_use].crc32c(crc, bytes, count);
}

uint32_t tk_crc32c_with(int kernel, uint32_t crc, const uint8_t *bytes, size_t count) {
  return kernels[kernel].crc32c(crc, bytes, count);
}

void tk_digest_blocks(uint64_t lanes[8], const uint8_t *bytes, size_t blocks) {
  kernels[in_use].digest_blocks(lanes, bytes, blocks);
}

void tk_digest_blocks_with(int kernel, uint64_t lanes[8], const uint8_t *bytes, size_t blocks) {
  kernels[kernel].digest_blocks(lanes, bytes, blocks);
}

tk_digest tk_digest_content(const uint8_t *bytes, size_t count) { return kernels[in_use].digest_content(bytes, count); }

tk_digest tk_digest_content_with(int kernel, const uint8_t *bytes, size_t count) {
  return kernels[kernel].digest_content(bytes, count);
}

const uint8_t *tk_shorten(const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit) {
  return kernels[in_use].shorten(at, end, to, limit);
}

const uint8_t *tk_shorten_with(
    int kernel, const uint8_t *at, const uint8_t *end, uint8_t **to, const uint8_t *limit) {
  return kernels[kernel].shorten(at, end, to, limit);
}
