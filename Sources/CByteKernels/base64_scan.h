// Tells which bytes are base64 (RFC 4648), and which alphabet has them.

#ifndef TUNEKIT_BASE64_SCAN_H
#define TUNEKIT_BASE64_SCAN_H

#include <stdint.h>

// The classes of the characters, a bit each. A byte is of a class if both of its halves allow it:
//
//      1  + 2B  / 2F          the standard alphabet alone has them
//      2  - 2D                the URL-safe alphabet alone has it
//      4  _ 5F                likewise
//      8  0…9   30…39
//     16  A…O   41…4F         a…o  61…6F
//     32  P…Z   50…5A         p…z  70…7A
enum { BASE64_STANDARD = 1, BASE64_URL_SAFE = 2 | 4 };

static const uint8_t base64_of_low_half[16] = {
    [0x0] = 8 | 32,      [0x1] = 8 | 16 | 32, [0x2] = 8 | 16 | 32, [0x3] = 8 | 16 | 32,
    [0x4] = 8 | 16 | 32, [0x5] = 8 | 16 | 32, [0x6] = 8 | 16 | 32, [0x7] = 8 | 16 | 32,
    [0x8] = 8 | 16 | 32, [0x9] = 8 | 16 | 32, [0xA] = 16 | 32,     [0xB] = 1 | 16,
    [0xC] = 16,          [0xD] = 2 | 16,      [0xE] = 16,          [0xF] = 1 | 4 | 16,
};
static const uint8_t base64_of_high_half[16] = {
    [0x2] = 1 | 2, [0x3] = 8, [0x4] = 16, [0x5] = 4 | 32, [0x6] = 16, [0x7] = 32,
};

#endif
