// GLPK solves linear and integer programs.
#include <glpk.h>
#include <setjmp.h>
#include <stddef.h>

static void mingfa_glpk_leave(void *place) { longjmp(*(jmp_buf *)place, 1); }

// Solves the relaxation, then the program in whole numbers; -1 where GLPK would end the program (no
// memory, a fault of its own). After that nothing of this thread's environment may be used but
// glp_free_env. The result is that of glp_intopt, or of glp_simplex where that found no optimum.
//
// GLPK's presolver for whole numbers is left out: it asks no callback and heeds no limit.
static inline int mingfa_glpk_solve(
  glp_prob *program, const glp_smcp *first, const glp_iocp *rules, int *relaxed) {
  jmp_buf place;
  int result;
  if (setjmp(place) != 0) return -1;
  glp_error_hook(mingfa_glpk_leave, &place);
  result = glp_simplex(program, first);
  *relaxed = glp_get_status(program);
  if (result == 0 && *relaxed == GLP_OPT) result = glp_intopt(program, rules);
  glp_error_hook(NULL, NULL);
  return result;
}
