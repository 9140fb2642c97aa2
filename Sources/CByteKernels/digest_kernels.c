#include "kernels.h"

typedef uint64_t words8 __attribute__((vector_size(64)));

// Vectors stay within a function, so it is of no matter how they would be passed to others.
#pragma clang diagnostic ignored "-Wpsabi"

// By what every machine has that the program is built for.
#define DIGEST tk_digest_blocks_portable
#define TARGET
#include "digest_template.h"

#if defined(__x86_64__)
#define DIGEST tk_digest_blocks_avx2
#define TARGET __attribute__((target("avx2")))
#include "digest_template.h"

#define DIGEST tk_digest_blocks_avx512
#define TARGET __attribute__((target("avx512bw")))
#include "digest_template.h"
#endif
