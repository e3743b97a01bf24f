// What GRDB's module of SQLite lacks. Swift cannot call a function that takes any number of arguments,
// and a second module with all of sqlite3.h would make every name of it ambiguous.
int sqlite3_config(int option, ...);

/// Has SQLite keep no account of its memory: nobody asks for it, and each piece that is taken or given
/// back would wait for a lock. To be called before the first database is opened; 0 where it was done.
static inline int csqlite_keep_no_memory_statistics(void) {
  return sqlite3_config(9 /* SQLITE_CONFIG_MEMSTATUS */, 0);
}
