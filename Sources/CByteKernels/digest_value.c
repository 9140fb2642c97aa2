// The digests of leaves of any kind; see Digest.h.

#include "kernels.h"
#include "string_escape.h"

// What the path of a literal is changed by.
static const uint64_t literal_mark = UINT64_C(0x165667B19E3779F9);

INLINE void add(tk_digest *sum, tk_digest content, uint64_t path) {
  const tk_digest leaf = tk_digest_leaf(content, path);
  sum->low += leaf.low;
  sum->high += leaf.high;
}

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
INLINE void add_number(tk_digest *sum, uint64_t value, int64_t exponent, int is_negative, uint64_t path) {
  const int has_sign = is_negative && value != 0;
  add(sum, (tk_digest){value, (uint64_t)exponent << 1 | (uint64_t)has_sign}, path ^ TK_NUMBER_MARK);
}

// The number of digits from `digits` on, which are the eight bytes there less '0', at most eight.
INLINE int count_digits(uint64_t digits) {
  const uint64_t others =
      ((digits + UINT64_C(0x7676767676767676)) | digits) & UINT64_C(0x8080808080808080);
  return others == 0 ? 8 : __builtin_ctzll(others) >> 3;
}

// The value of the first `count` digits, at least one.
INLINE uint64_t value_of(uint64_t digits, int count) {
  const uint64_t aligned = digits << 8 * (8 - count);
  const uint64_t pairs = aligned * 10 + (aligned >> 8), pair_mask = UINT64_C(0x000000FF000000FF);
  return ((pairs & pair_mask) * (100 + (UINT64_C(1000000) << 32)) +
          (pairs >> 16 & pair_mask) * (1 + (UINT64_C(10000) << 32))) >> 32;
}

tk_number tk_read_number(const uint8_t *start) {
  static const uint32_t powers[8] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};
  const uint64_t zeros = UINT64_C(0x3030303030303030);
  const tk_number none = {0, 0, 0};
  const int is_negative = *start == '-';
  const uint8_t *at = start + is_negative;
  const uint64_t whole = tk_load_word(at) ^ zeros;
  const int count = count_digits(whole);
  if ((unsigned)count - 1 >= 7 || ((whole & 0xFF) == 0 && count > 1)) return none;
  uint64_t value = value_of(whole, count);
  int exponent = 0;
  at += count;
  if (*at == '.') {
    const uint64_t fraction = tk_load_word(at + 1) ^ zeros;
    const int places = count_digits(fraction);
    if ((unsigned)places - 1 >= 7) return none;
    value = value * powers[places] + value_of(fraction, places);
    at += 1 + places;
    exponent = -places;
    for (; exponent < 0 && value % 10 == 0; exponent++) value /= 10;
  }
  if ((*at | 0x20) == 'e') return none;
  return (tk_number){value, 2 * exponent + (is_negative && value != 0), (int32_t)(at - start)};
}

static const uint8_t *digest_number(const uint8_t *at, uint64_t path, tk_digest *sum) {
  const tk_number usual = tk_read_number(at);
  if (usual.length > 0) {
    *sum = tk_digest_number(usual, path);
    return at + usual.length;
  }
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
  add_number(sum, all.value ^ all.rest, exponent, is_negative, path);
  return at;
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
  tk_digest sum = {0, 0};
  switch (*start) {
    case '"': {
      int has_long_escape;
      const uint8_t *end = string_end(start + 1, &has_long_escape);
      return tk_digest_string(start + 1, (size_t)(end - start - 1), has_long_escape, path);
    }
    case '{': case '[': case 't': case 'n': case 'f':
      add(&sum, (tk_digest){*start, 0}, path ^ literal_mark);
      return sum;
    default:
      digest_number(start, path, &sum);
      return sum;
  }
}
