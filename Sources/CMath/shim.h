// The functions that the domain's formulas need, and nothing else of the C library: whoever imports this
// can compute, but read no clock and no file.
#pragma once

static inline double shim_exp(double x) { return __builtin_exp(x); }
static inline double shim_pow(double x, double y) { return __builtin_pow(x, y); }
static inline double shim_log(double x) { return __builtin_log(x); }
