// The digests of leaves of any kind; see Digest.h.

#include "kernels.h"
#include "string_escape.h"

// The digits of a number that count: without zeros before them and after them.
typedef struct {
  uint64_t value;  // of the first 19
  uint64_t rest;   // a hash of those after
  int count;
  uint64_t zeros;  // how many are after them
} digits;

static void add_digit(digits *all, uint64_t digit) {
  if (all->count < 19) {
    all->value = 10 * all->value + digit;
    all->count++;
  } else {
    all->rest = tk_fold(all->rest ^ (digit + 1), UINT64_C(0x9E3779B97F4A7C15));
  }
}

// Reads digits; returns where they end.
static const uint8_t *read_digits(const uint8_t *at, digits *all) {
  for (; (uint8_t)(*at - '0') < 10; at++) {
    if (*at == '0') {
      all->zeros += all->count > 0;
      continue;
    }
    for (; all->zeros > 0; all->zeros--) add_digit(all, 0);
    add_digit(all, *at - '0');
  }
  return at;
}

// A number is its digits and its exponent. The last digit is no zero where the exponent is below zero, and the exponent is
// zero where it need not be above: 1, 1.0 and 10e-1 are one number, and so are 0 and -0.
static tk_digest digest_long_number(const uint8_t *at, uint64_t path) {
  digits all = {0, 0, 0, 0};
  const int is_negative = *at == '-';
  at = read_digits(at + is_negative, &all);
  int64_t exponent = 0;
  if (*at == '.') {
    const uint8_t *point = at;
    at = read_digits(at + 1, &all);
    exponent = -(at - point - 1);
  }
  if ((*at | 0x20) == 'e') {
    at++;
    const int is_small = *at == '-';
    if (is_small || *at == '+') at++;
    int64_t written = 0;
    for (; (uint8_t)(*at - '0') < 10; at++) if (written < INT64_C(1) << 40) written = 10 * written + (*at - '0');
    exponent += is_small ? -written : written;
  }
  exponent += (int64_t)all.zeros;
  if (all.count == 0) exponent = 0;
  if (exponent > 0 && all.count + exponent <= 19) {
    for (; exponent > 0; exponent--) all.value *= 10;
  }
  const uint64_t value = all.value ^ all.rest;
  const uint64_t sign = is_negative && value != 0;
  return tk_digest_leaf((tk_digest){value, (uint64_t)exponent << 1 | sign}, path ^ TK_NUMBER_MARK);
}

// Where the string ends that begins at `start`, and whether it has escapes that are not the shortest.
static const uint8_t *string_end(const uint8_t *start, int *has_long_escape) {
  *has_long_escape = 0;
  const uint32_t stops = tk_string_stops(start);
  if (stops != 0 && start[__builtin_ctz(stops)] == '"') return start + __builtin_ctz(stops);
  const tk_string_scan scan = tk_scan_string(start);
  *has_long_escape = (scan.flags & TK_STRING_HAS_LONG_ESCAPE) != 0;
  return scan.end;
}

tk_digest tk_digest_leaf_at(const uint8_t *start, uint64_t path) {
  switch (*start) {
    case '"': {
      int has_long_escape;
      const uint8_t *end = string_end(start + 1, &has_long_escape);
      return tk_digest_string(start + 1, (size_t)(end - start - 1), has_long_escape, path);
    }
    case '{': case '[': case 't': case 'n': case 'f': return tk_digest_literal(*start, path);
    default: {
      const tk_number usual = tk_read_number(start);
      return usual.length > 0 ? tk_digest_number(usual, path) : digest_long_number(start, path);
    }
  }
}
