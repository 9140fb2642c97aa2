// The content of strings, 64 bytes at a time, written once. What includes this file defines ADD_BLOCK, ADD_BLOCKS, DIGEST and
// CONTENT, the functions' names, and TARGET, the attributes that let the compiler use an instruction set.
//
// Each word of eight bytes goes, with a key, through a multiplication of its halves to its own lane, and as it is to the lane
// beside, so that no word is lost by a product. The keys move on by one a block. After 16 blocks the lanes are mixed.

TARGET INLINE void ADD_BLOCK(words8 *sums, const uint8_t *bytes, const uint64_t *first_key) {
  words8 words, keys;
  memcpy(&words, bytes, sizeof words);
  memcpy(&keys, first_key, sizeof keys);
  const words8 mixed = words ^ keys;
  *sums += (mixed & UINT32_MAX) * (mixed >> 32) + __builtin_shufflevector(words, words, 1, 0, 3, 2, 5, 4, 7, 6);
}

TARGET INLINE void ADD_BLOCKS(words8 *sums, const uint8_t *bytes, size_t blocks) {
  words8 last_keys;
  memcpy(&last_keys, tk_digest_keys + 24, sizeof last_keys);
  for (size_t block = 0; block < blocks; block++) {
    ADD_BLOCK(sums, bytes + 64 * block, tk_digest_keys + block % 16);
    if (block % 16 == 15) *sums = (*sums ^ *sums >> 47 ^ last_keys) * UINT64_C(0x9E3779B1);
  }
}

TARGET void DIGEST(uint64_t lanes[8], const uint8_t *bytes, size_t blocks) {
  words8 sums;
  memcpy(&sums, lanes, sizeof sums);
  ADD_BLOCKS(&sums, bytes, blocks);
  memcpy(lanes, &sums, sizeof sums);
}

TARGET tk_digest CONTENT(const uint8_t *bytes, size_t count) {
  words8 sums;
  memcpy(&sums, tk_digest_keys + 8, sizeof sums);
  ADD_BLOCKS(&sums, bytes, (count - 1) / 64);
  // The last block ends at the end, and may have been read in part.
  ADD_BLOCK(&sums, bytes + count - 64, tk_digest_keys + 17);
  tk_digest_lanes all;
  memcpy(all.lanes, &sums, sizeof sums);
  return tk_fold_lanes(all.lanes, count);
}
#undef ADD_BLOCK
#undef ADD_BLOCKS
#undef DIGEST
#undef CONTENT
#undef TARGET
