// What two bytes in a row may be wrong with in UTF-8, by John Keiser and Daniel Lemire, "Validating UTF-8 In Less Than
// One Instruction Per Byte" (2020). Either half of the first byte and the higher half of the second one allow some
// faults; the two bytes have those that all three allow:
//
//     bytes  ED A0   E…  allows  LEAD_ALONE, OVERLONG_OF_THREE, SURROGATE
//                    .D  allows  LEAD_ALONE, LEAD_MISSING, SECOND_CONTINUATION, TOO_LARGE, …, SURROGATE
//                    A…  allows  LEAD_MISSING, SECOND_CONTINUATION, …, TOO_LARGE, SURROGATE
//                    all allow                                                    SURROGATE

#ifndef TUNEKIT_UTF8_FAULTS_H
#define TUNEKIT_UTF8_FAULTS_H

#include <stdint.h>

enum {
  LEAD_ALONE = 1 << 0,           // C0…FF  00…7F, C0…FF
  LEAD_MISSING = 1 << 1,         // 00…7F  80…BF
  OVERLONG_OF_THREE = 1 << 2,    // E0     80…9F
  TOO_LARGE = 1 << 3,            // F4…FF  90…BF
  SURROGATE = 1 << 4,            // ED     A0…BF
  OVERLONG_OF_TWO = 1 << 5,      // C0 C1  80…BF
  OVERLONG_OR_LARGE = 1 << 6,    // F0     80…8F, overlong, and F5…FF 80…8F, too large
  SECOND_CONTINUATION = 1 << 7,  // 80…BF  80…BF, a fault unless it is the third or fourth byte of a sequence
  ANY_LOW_HALF = LEAD_ALONE | LEAD_MISSING | SECOND_CONTINUATION,
  LARGE_LOW_HALF = ANY_LOW_HALF | TOO_LARGE | OVERLONG_OR_LARGE,
  ANY_CONTINUATION = LEAD_MISSING | OVERLONG_OF_TWO | SECOND_CONTINUATION
};

static const uint8_t tk_faults_of_first_high_half[16] = {
    [0x0 ... 0x7] = LEAD_MISSING,
    [0x8 ... 0xB] = SECOND_CONTINUATION,
    [0xC] = LEAD_ALONE | OVERLONG_OF_TWO,
    [0xD] = LEAD_ALONE,
    [0xE] = LEAD_ALONE | OVERLONG_OF_THREE | SURROGATE,
    [0xF] = LEAD_ALONE | TOO_LARGE | OVERLONG_OR_LARGE,
};

static const uint8_t tk_faults_of_first_low_half[16] = {
    [0x0] = ANY_LOW_HALF | OVERLONG_OF_TWO | OVERLONG_OF_THREE | OVERLONG_OR_LARGE,
    [0x1] = ANY_LOW_HALF | OVERLONG_OF_TWO,
    [0x2 ... 0x3] = ANY_LOW_HALF,
    [0x4] = ANY_LOW_HALF | TOO_LARGE,
    [0x5 ... 0xC] = LARGE_LOW_HALF,
    [0xD] = LARGE_LOW_HALF | SURROGATE,
    [0xE ... 0xF] = LARGE_LOW_HALF,
};

static const uint8_t tk_faults_of_second_high_half[16] = {
    [0x0 ... 0x7] = LEAD_ALONE,
    [0x8] = ANY_CONTINUATION | OVERLONG_OF_THREE | OVERLONG_OR_LARGE,
    [0x9] = ANY_CONTINUATION | OVERLONG_OF_THREE | TOO_LARGE,
    [0xA ... 0xB] = ANY_CONTINUATION | SURROGATE | TOO_LARGE,
    [0xC ... 0xF] = LEAD_ALONE,
};

#endif
