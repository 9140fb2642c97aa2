/* Inflates a gzip file in blocks of 256 KB with zlib, checks its checksum, and looks at nothing else.
 *
 *     cc -O3 -march=native zlib-loop.c -lz
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#include <zlib.h>

static unsigned char input[256 << 10], output[256 << 10];

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "zlib %s\n", zlibVersion());
    return 2;
  }
  int file = open(arguments[1], O_RDONLY);
  z_stream stream = {0};
  /* 15 bits of window, and 16 for the gzip format alone. */
  if (file < 0 || inflateInit2(&stream, 15 + 16) != Z_OK) return 2;
  size_t total = 0;
  int status = Z_OK;
  ssize_t size;
  while ((size = read(file, input, sizeof input)) > 0) {
    stream.next_in = input;
    stream.avail_in = (uInt)size;
    do {
      /* A member may follow a member. */
      if (status == Z_STREAM_END && inflateReset(&stream) != Z_OK) return 1;
      stream.next_out = output;
      stream.avail_out = sizeof output;
      status = inflate(&stream, Z_NO_FLUSH);
      /* Z_BUF_ERROR: the output was full just as the input came to its end. */
      if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) return 1;
      total += sizeof output - stream.avail_out;
    } while (stream.avail_in > 0 || (stream.avail_out == 0 && status != Z_STREAM_END));
  }
  if (size < 0) return 2;
  printf("%zu bytes\n", total);
  return status == Z_STREAM_END ? 0 : 1;
}
