// What a kernel's templates were given, to be given anew for the next kernel.
#undef SCAN
#undef SEARCH
#undef TARGET
#undef LOOK_UP
#undef PREVIOUS
