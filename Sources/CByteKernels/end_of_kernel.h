// What a kernel's templates were given, to be given anew for the next kernel.
#undef SCAN
#undef SEARCH
#undef BASE64
#undef TARGET
#undef LOOK_UP
#undef PREVIOUS
