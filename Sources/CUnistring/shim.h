// Width tables (UAX #11) and line breaking (UAX #14) of GNU libunistring.
#include <unilbrk.h>
#include <uniwidth.h>
