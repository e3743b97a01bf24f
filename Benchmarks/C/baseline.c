#include "baseline.h"

#include <math.h>

static const double w[21] = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                             0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                             1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

static double bounded(double d) { return d < 1 ? 1 : d > 10 ? 10 : d; }

int64_t baseline_reviews(size_t count, size_t questions, const uint8_t *ratings,
                         const uint8_t *days, double *stability, double *difficulty) {
  const double decay = -w[20], factor = pow(0.9, 1 / decay) - 1;
  const double scale = (pow(0.9, 1 / decay) - 1) / factor;
  const double mean = w[4] - exp(w[5] * 3) + 1, gain = exp(w[8]), bound = exp(w[17] * w[18]);
  double first[4], same[4];
  for (int g = 0; g < 4; g++) {
    first[g] = bounded(w[4] - exp(w[5] * g) + 1);
    same[g] = exp(w[17] * (g + 1 - 3 + w[18]));
  }
  for (size_t q = 0; q < questions; q++) stability[q] = 0;
  int64_t sum = 0;
  for (size_t i = 0; i < count; i++) {
    size_t q = i % questions;
    int g = ratings[i];
    double s = stability[q], d = difficulty[q], next;
    if (s == 0) {
      stability[q] = w[g - 1] < 0.001 ? 0.001 : w[g - 1];
      difficulty[q] = first[g - 1];
    } else {
      if (days[i] == 0) {
        double by = same[g - 1] * pow(s, -w[19]);
        next = s * (g > 1 && by < 1 ? 1 : by);
      } else {
        double r = pow(1 + factor * days[i] / s, decay);
        if (g == 1) {
          double lost = w[11] * pow(d, -w[12]) * (pow(s + 1, w[13]) - 1) * exp((1 - r) * w[14]);
          next = lost < s / bound ? lost : s / bound;
        } else {
          next = s * (1 + gain * (11 - d) * pow(s, -w[9]) * (exp((1 - r) * w[10]) - 1) *
                              (g == 2 ? w[15] : g == 4 ? w[16] : 1));
        }
      }
      stability[q] = next < 0.001 ? 0.001 : next;
      difficulty[q] = bounded(w[7] * mean + (1 - w[7]) * (d + (10 - d) * (-w[6] * (g - 3)) / 9));
    }
    double interval = nearbyint(stability[q] * scale);
    sum += interval < 1 ? 1 : interval > 36500 ? 36500 : (int64_t)interval;
  }
  return sum;
}
