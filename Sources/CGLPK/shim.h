// GLPK solves linear and integer programs.
#include <glpk.h>
