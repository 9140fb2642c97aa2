// Names of files, where Swift has no name for what the system can do.

#define _GNU_SOURCE
#include "CByteKernels.h"

#include <errno.h>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { EXCHANGE = 2 };  // RENAME_EXCHANGE

int tk_exchange_names(const char *one, const char *other) {
  return syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, EXCHANGE) == 0 ? 0 : errno;
}
#elif defined(__APPLE__)
#include <stdio.h>

int tk_exchange_names(const char *one, const char *other) {
  return renamex_np(one, other, RENAME_SWAP) == 0 ? 0 : errno;
}
#else
int tk_exchange_names(const char *one, const char *other) { return ENOSYS; }
#endif
