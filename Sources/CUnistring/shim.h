// Width tables (UAX #11), line breaking (UAX #14) and normalisation (UAX #15) of GNU libunistring.
#include <stdlib.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <uniwidth.h>

/// NFKC of UTF-8, in memory that the caller frees; NULL where there is none. Inline, since the form is a
/// macro of an incomplete type, which Swift does not import.
static inline uint8_t *shim_nfkc(const uint8_t *text, size_t length, size_t *result_length) {
  return u8_normalize(UNINORM_NFKC, text, length, NULL, result_length);
}

static inline void shim_free(uint8_t *text) { free(text); }
