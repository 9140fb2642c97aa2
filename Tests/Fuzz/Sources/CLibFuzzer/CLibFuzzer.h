// What libFuzzer offers those who bring a `main` of their own.
#ifndef CLIBFUZZER_H
#define CLIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Calls `test` with ever new bytes, as the command line says; does not return where one of the calls crashes.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *data, size_t size));

#endif
