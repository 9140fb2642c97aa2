// Files for as long as a benchmark needs them. Foundation would do it too, but starts threads that are counted along.

#ifndef TUNEKIT_SCRATCH_FILES_H
#define TUNEKIT_SCRATCH_FILES_H

#include <stddef.h>
#include <stdint.h>

// Writes a file, as gzip data if `is_compressed`; 0 where that fails.
int scratch_write(const char *path, const uint8_t *bytes, size_t count, int is_compressed);

// Removes a file.
void scratch_remove(const char *path);

#endif
