// FSRS-6 in plain C, to measure the package's own against.
#pragma once
#include <stddef.h>
#include <stdint.h>

// Reviews `count` questions in turn: question i of `questions` gets rating `ratings[i]`, so many days
// after its last review. Writes stability and difficulty after the last review of each question, and
// returns the sum of all intervals.
int64_t baseline_reviews(size_t count, size_t questions, const uint8_t *ratings,
                         const uint8_t *days, double *stability, double *difficulty);
