// System ISA-L for Swift, for inflating only. Swift does not see a member as large as the buffer of inflated
// bytes in `inflate_state`, so what has to do with it is here:
//
//     tmp_out_buffer   |window, at most 32 KB, and bytes already given | bytes held back |····|
//                      0                                               ^ _processed      ^ _valid
#ifndef CISAL_H
#define CISAL_H

#include <isa-l.h>
#include <string.h>

/// What a call of `CISAL_inflate` did.
typedef struct {
  int status;
  size_t bits_used;
  size_t bytes_made;
} CISAL_step;

/// Inflates `count` bytes, beginning at the bit `bit_offset` of the first one. ISA-L keeps bits that it has read ahead:
/// they count as not used, and must come again. A block that begins is made the last one, so that ISA-L stops after it.
static inline CISAL_step CISAL_inflate(
    struct inflate_state *state, const uint8_t *input, size_t count, unsigned bit_offset, int is_new_block,
    uint8_t *output, size_t room) {
  const size_t first = count > 0 ? 1 : 0;
  // The head of a block begins with the bit that says whether it is the last.
  state->read_in = first ? (uint64_t)(*input >> bit_offset) | (is_new_block ? 1 : 0) : 0;
  state->read_in_length = first ? 8 - (int)bit_offset : 0;
  state->next_in = (uint8_t *)input + first;
  state->avail_in = (uint32_t)(count - first);
  state->next_out = output;
  state->avail_out = (uint32_t)room;
  const int status = isal_inflate(state);
  const size_t bits_read = (size_t)(state->next_in - input) * 8;
  return (CISAL_step){status, bits_read - (size_t)state->read_in_length, (size_t)(state->next_out - output)};
}

/// Bytes that are inflated and found no room yet, `*count` of them.
static inline const uint8_t *CISAL_held_back(const struct inflate_state *state, size_t *count) {
  *count = (size_t)(state->tmp_out_valid - state->tmp_out_processed);
  return state->tmp_out_buffer + state->tmp_out_processed;
}

/// Begins a block after the one that was made the last. ISA-L forgets the window there, unless all of it is still in its
/// own buffer: `end` is where the `count` bytes end that the last call made.
static inline void CISAL_begin_block(struct inflate_state *state, const uint8_t *end, size_t count) {
  state->block_state = ISAL_BLOCK_NEW_HDR;
  if (count >= ISAL_DEF_HIST_SIZE) {
    isal_inflate_set_dict(state, (uint8_t *)end - ISAL_DEF_HIST_SIZE, ISAL_DEF_HIST_SIZE);
  } else if (state->tmp_out_valid > ISAL_DEF_HIST_SIZE) {
    memmove(state->tmp_out_buffer, state->tmp_out_buffer + state->tmp_out_valid - ISAL_DEF_HIST_SIZE,
            ISAL_DEF_HIST_SIZE);
    state->tmp_out_valid = state->tmp_out_processed = ISAL_DEF_HIST_SIZE;
  }
}

#endif
