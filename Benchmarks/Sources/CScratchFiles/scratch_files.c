#include "CScratchFiles.h"

#include <unistd.h>
#include <zlib.h>

int scratch_write(const char *path, const uint8_t *bytes, size_t count, int is_compressed) {
  // "T" is for transparent: written as it is.
  gzFile file = gzopen(path, is_compressed ? "wb6" : "wbT");
  if (file == NULL) return 0;
  const int written = gzwrite(file, bytes, (unsigned)count);
  return gzclose(file) == Z_OK && (size_t)written == count;
}

void scratch_remove(const char *path) { unlink(path); }
