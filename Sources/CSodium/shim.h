// BLAKE2b digests of libsodium.
#include <sodium.h>
