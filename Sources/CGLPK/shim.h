// GLPK solves linear and integer programs.
#include <glpk.h>
#include <setjmp.h>
#include <stddef.h>

static void mingfa_glpk_leave(void *place) { longjmp(*(jmp_buf *)place, 1); }

// glp_intopt, but -1 where GLPK would end the program (no memory, a fault of its own). After that
// nothing of this thread's environment may be used but glp_free_env.
static inline int mingfa_glpk_intopt(glp_prob *program, const glp_iocp *rules) {
  jmp_buf place;
  int result;
  if (setjmp(place) != 0) return -1;
  glp_error_hook(mingfa_glpk_leave, &place);
  result = glp_intopt(program, rules);
  glp_error_hook(NULL, NULL);
  return result;
}
