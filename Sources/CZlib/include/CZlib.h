// System zlib for Swift. Macros that take arguments do not cross into Swift, so each one that is needed
// stands here as a function; everything else comes straight from <zlib.h>.
#ifndef CZLIB_H
#define CZLIB_H

#include <zlib.h>

/// `inflateInit2`: 15 + 16 window bits mean gzip members and nothing else.
static inline int CZlib_inflateInit2(z_streamp stream, int windowBits) {
  return inflateInit2(stream, windowBits);
}

/// `deflateInit2` with the usual method, memory level and strategy.
static inline int CZlib_deflateInit2(z_streamp stream, int level, int windowBits) {
  return deflateInit2(stream, level, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
}

#endif
