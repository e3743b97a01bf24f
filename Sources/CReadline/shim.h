// What Swift can't reach of readline: its global variables (shared mutable state under Swift 6) and
// the FILE streams of C. Every function is inline, so that no C object has to be built.
#ifndef MINGFA_CREADLINE_SHIM_H
#define MINGFA_CREADLINE_SHIM_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <readline/readline.h>
#include <readline/history.h>

static inline FILE *shim_standard_input(void) { return stdin; }
static inline FILE *shim_standard_output(void) { return stdout; }

/// Settings that must stand before rl_initialize reads the user's inputrc.
static inline void shim_rl_prepare(const char *program) {
  rl_readline_name = program;
  // The program watches signals itself; readline must not take them, nor write LINES and COLUMNS
  // into the environment, where they would be stale after the next resize.
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
}

static inline void shim_rl_set_streams(FILE *input, FILE *output) {
  rl_instream = input;
  rl_outstream = output;
}

static inline void shim_rl_set_hooks(
    rl_getc_func_t *read_key, rl_voidfunc_t *redisplay, rl_completion_func_t *complete) {
  rl_getc_function = read_key;
  rl_redisplay_function = redisplay;
  rl_attempted_completion_function = complete;
}

static inline void shim_rl_set_word_breaks(const char *characters) {
  rl_completer_word_break_characters = characters;
  rl_basic_word_break_characters = characters;
}

/// Tells readline the new size of the window, with its own way of clearing the old line first: where
/// another function shows the line it would only show it a second time.
static inline void shim_rl_resize(void) {
  rl_voidfunc_t *shows = rl_redisplay_function;
  rl_redisplay_function = rl_redisplay;
  rl_resize_terminal();
  rl_redisplay_function = shows;
}

/// For this completion only (readline resets both): no file names, no space after the word.
static inline void shim_rl_complete_words_only(void) {
  rl_attempted_completion_over = 1;
  rl_completion_append_character = 0;
}

static inline const char *shim_rl_line(void) { return rl_line_buffer ? rl_line_buffer : ""; }
static inline int shim_rl_end(void) { return rl_end; }
static inline int shim_rl_point(void) { return rl_point; }
static inline void shim_rl_set_point(int point) { rl_point = point; }

/// Whether readline goes to a new line itself when input ends: since 8.1 it does where it brackets
/// pastes.
static inline int shim_rl_ends_line_at_eof(void) {
  const char *brackets = rl_variable_value("enable-bracketed-paste");
  return rl_readline_version >= 0x0801 && brackets && strcmp(brackets, "on") == 0;
}

/// Readline remembers for ever that input has ended once, and would end every later line twice.
static inline void shim_rl_forget_eof(void) {
#if RL_READLINE_VERSION >= 0x0802
  rl_eof_found = 0;
#endif
}

/// Whether readline shows something of its own (a search, a count) in place of the prompt.
static inline int shim_rl_is_busy(void) {
  return RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_SEARCH | RL_STATE_NUMERICARG |
                    RL_STATE_MOREINPUT | RL_STATE_MULTIKEY) != 0;
}

#endif
