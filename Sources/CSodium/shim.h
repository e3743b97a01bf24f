// BLAKE2b digests of libsodium.
#include <sodium.h>
#include <sys/prctl.h>

/// Swift cannot call a function that takes any number of arguments.
static inline int shim_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
