// Adds blocks of 64 bytes to eight lanes, written once. What includes this file defines DIGEST, the function's name, and TARGET,
// the attributes that let the compiler use an instruction set.
//
// Each word of eight bytes goes, with a key, through a multiplication of its halves to its own lane, and as it is to the lane
// beside, so that no word is lost by a product. The keys move on by one a block. After 16 blocks the lanes are mixed.

TARGET void DIGEST(uint64_t lanes[8], const uint8_t *bytes, size_t blocks) {
  words8 sums, last_keys;
  memcpy(&sums, lanes, sizeof sums);
  memcpy(&last_keys, tk_digest_keys + 24, sizeof last_keys);
  for (size_t block = 0; block < blocks; block++) {
    words8 words, keys;
    memcpy(&words, bytes + 64 * block, sizeof words);
    memcpy(&keys, tk_digest_keys + block % 16, sizeof keys);
    const words8 mixed = words ^ keys;
    sums += (mixed & UINT32_MAX) * (mixed >> 32) + __builtin_shufflevector(words, words, 1, 0, 3, 2, 5, 4, 7, 6);
    if (block % 16 == 15) sums = (sums ^ sums >> 47 ^ last_keys) * UINT64_C(0x9E3779B1);
  }
  memcpy(lanes, &sums, sizeof sums);
}
#undef DIGEST
#undef TARGET
