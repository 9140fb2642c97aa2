#include "digest_lanes.h"
#include "kernels.h"
#include "string_escape.h"

typedef uint64_t words8 __attribute__((vector_size(64)));

// Vectors stay within a function, so it is of no matter how they would be passed to others.
#pragma clang diagnostic ignored "-Wpsabi"

// By what every machine has that the program is built for.
#define ADD_BLOCK add_block_portable
#define ADD_BLOCKS add_blocks_portable
#define DIGEST tk_digest_blocks_portable
#define CONTENT tk_digest_content_portable
#define TARGET
#include "digest_template.h"

#if defined(__x86_64__)
#define ADD_BLOCK add_block_avx2
#define ADD_BLOCKS add_blocks_avx2
#define DIGEST tk_digest_blocks_avx2
#define CONTENT tk_digest_content_avx2
#define TARGET __attribute__((target("avx2")))
#include "digest_template.h"

#define ADD_BLOCK add_block_avx512
#define ADD_BLOCKS add_blocks_avx512
#define DIGEST tk_digest_blocks_avx512
#define CONTENT tk_digest_content_avx512
#define TARGET __attribute__((target("avx512bw")))
#include "digest_template.h"
#endif
