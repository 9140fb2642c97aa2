/* Inflates a gzip file in blocks of 256 KB with ISA-L, checks its checksum, and looks at nothing else.
 *
 *     cc -O3 -march=native isal-loop.c -lisal
 */
#include <fcntl.h>
#include <isa-l.h>
#include <stdio.h>
#include <unistd.h>

static unsigned char input[256 << 10], output[256 << 10];

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "ISA-L %d.%d.%d\n", ISAL_MAJOR_VERSION, ISAL_MINOR_VERSION, ISAL_PATCH_VERSION);
    return 2;
  }
  int file = open(arguments[1], O_RDONLY);
  if (file < 0) return 2;
  struct inflate_state state;
  isal_inflate_init(&state);
  state.crc_flag = ISAL_GZIP;
  size_t total = 0;
  ssize_t size;
  while ((size = read(file, input, sizeof input)) > 0) {
    state.next_in = input;
    state.avail_in = (uint32_t)size;
    do {
      /* A member may follow a member. */
      if (state.block_state == ISAL_BLOCK_FINISH) {
        isal_inflate_reset(&state);
        state.crc_flag = ISAL_GZIP;
      }
      state.next_out = output;
      state.avail_out = sizeof output;
      if (isal_inflate(&state) != ISAL_DECOMP_OK) return 1;
      total += sizeof output - state.avail_out;
    } while (state.avail_in > 0 || (state.avail_out == 0 && state.block_state != ISAL_BLOCK_FINISH));
  }
  if (size < 0) return 2;
  printf("%zu bytes\n", total);
  return state.block_state == ISAL_BLOCK_FINISH ? 0 : 1;
}
