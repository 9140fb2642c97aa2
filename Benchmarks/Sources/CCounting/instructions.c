// Asks callgrind to count instructions. To a program that runs without it these requests are a few instructions that do
// nothing.

#include "CCounting.h"

#if __has_include(<valgrind/callgrind.h>)

#include <valgrind/callgrind.h>

int counting_has_instructions(void) { return RUNNING_ON_VALGRIND != 0; }
void counting_begin(void) { CALLGRIND_START_INSTRUMENTATION; }
void counting_end(const char *name) {
  CALLGRIND_STOP_INSTRUMENTATION;
  CALLGRIND_DUMP_STATS_AT(name);
}

#else

int counting_has_instructions(void) { return 0; }
void counting_begin(void) {}
void counting_end(const char *name) { (void)name; }

#endif
