// Counts what a piece of work costs, in units that are the same in every run.

#ifndef TUNEKIT_COUNTING_H
#define TUNEKIT_COUNTING_H

// How many times the process has asked for memory; -1 where this cannot be counted.
long counting_allocations(void);

// Whether the process runs under callgrind, which counts instructions.
int counting_has_instructions(void);

// Begins to count instructions.
void counting_begin(void);

// Ends that; callgrind writes the count to a file of its own, under this name.
void counting_end(const char *name);

#endif
