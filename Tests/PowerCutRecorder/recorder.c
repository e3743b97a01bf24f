/* A library to be preloaded: it records what a program does to the files below one folder and what
 * it shows meanwhile, so that tests can tell which of it a power cut may take away. It also lets one
 * call fail, and sets the clock on the wall.
 *
 *   MINGFA_RECORD_FOLDER       the folder to watch: an absolute path without symbolic links
 *   MINGFA_RECORD              the file to append the record to, outside of that folder; several
 *                              processes may share it
 *   MINGFA_RECORD_SYNCHRONOUS  NORMAL or OFF: SQLite gets this setting where the program asks for FULL
 *   MINGFA_RECORD_FAIL         which of the writes, changes of size and syncs fails, counted from 1
 *   MINGFA_RECORD_FAIL_ON      any text: all later ones fail, too
 *   MINGFA_RECORD_ERROR        the number of the error that it fails with; with 0 nothing is done, and
 *                              the program is told that it was
 *   MINGFA_RECORD_WALL         a file with the seconds by which the clock on the wall is set forward
 *
 * Wrapped are the calls that change files in SQLite, GRDB, Foundation and the program. Writing into
 * shared memory is not seen: SQLite does that to its -shm file only, which a power cut empties. Whether
 * a call is missing here shows when the record is replayed: the folder must come out as it is. */
#define _GNU_SOURCE
#include "PowerCutRecorder.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

/* The function of the C library (or of SQLite) that ours stands before. */
#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char watched[PATH_MAX];
static int record = -1;
static long calls, failing;

/* A call and its entry are one step for all threads and for all processes that share the record. */
static void begin_step(void) {
  pthread_mutex_lock(&lock);
  while (record >= 0 && flock(record, LOCK_EX) && errno == EINTR) {}
}

static void end_step(void) {
  int kept = errno;
  if (record >= 0) flock(record, LOCK_UN);
  pthread_mutex_unlock(&lock);
  errno = kept;
}

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("MINGFA_RECORD_FOLDER"), *file = getenv("MINGFA_RECORD");
  if (!folder || !file || strlen(folder) >= sizeof watched) return;
  strcpy(watched, folder);
  /* Not by our own open: nothing may be recorded before there is a record. */
  record = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  const char *nth = getenv("MINGFA_RECORD_FAIL");
  if (nth) failing = atol(nth);
}

/* The part of an absolute path below the watched folder ("" for itself); NULL where it is outside. */
static const char *below(const char *path) {
  size_t length = strlen(watched);
  if (record < 0 || strncmp(path, watched, length)) return NULL;
  if (path[length] == '/') return path + length + 1;
  return path[length] ? NULL : path + length;
}

/* The same for what a descriptor has open. */
static const char *below_open(int descriptor, char path[PATH_MAX]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = record < 0 ? -1 : readlink(link, path, PATH_MAX - 1);
  if (length < 0) return NULL;
  path[length] = 0;
  return below(path);
}

/* The same for a path as a program gives it; its last part need not exist and is not followed. */
static const char *below_named(int folder, const char *name, char path[PATH_MAX]) {
  char parent[PATH_MAX], from[PATH_MAX] = "";
  if (record < 0 || strlen(name) >= PATH_MAX / 2) return NULL;
  if (name[0] != '/' && folder != AT_FDCWD) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d/", folder);
    strcpy(from, link);
  }
  strcat(from, name);
  for (size_t end = strlen(from); end > 1 && from[end - 1] == '/';) from[--end] = 0;
  char *last = strrchr(from, '/');
  const char *base = last ? last + 1 : from;
  if (last == from) strcpy(parent, "");
  else {
    if (last) *last = 0;
    if (!realpath(last ? from : ".", parent)) return NULL;
  }
  if (snprintf(path, PATH_MAX, "%s/%s", parent, base) >= PATH_MAX) return NULL;
  return below(path);
}

static uint64_t number(int descriptor, int64_t *size) {
  struct stat facts;
  if (fstat(descriptor, &facts)) abort();
  if (size) *size = facts.st_size;
  return facts.st_ino;
}

static void put(
    enum record_kind kind, const char *name, const char *other, uint64_t file, int64_t at,
    const void *data, size_t bytes) {
  struct record_entry head = {
      kind, (uint32_t)strlen(name), (uint32_t)strlen(other), (uint32_t)bytes, file, at};
  struct iovec parts[] = {
      {&head, sizeof head}, {(void *)name, head.name}, {(void *)other, head.other},
      {(void *)data, bytes}};
  ssize_t whole = (ssize_t)(sizeof head + head.name + head.other + bytes);
  /* Half a record would be taken for lost answers. */
  if (syscall(SYS_writev, record, parts, 4) != whole) abort();
}

/* Whether the call at hand is to fail instead of being made: errno then says why, or is 0. */
static int fails(const char *place) {
  calls++;
  int is_meant = calls == failing || (calls > failing && getenv("MINGFA_RECORD_FAIL_ON"));
  if (!failing || !is_meant) return 0;
  const char *error = getenv("MINGFA_RECORD_ERROR");
  put(RECORD_FAILED, place, "", 0, 0, "", 0);
  errno = error ? atoi(error) : EIO;
  return 1;
}

/* What the program is told of a call that was not made. */
#define REFUSED(done) (errno ? -1 : (done))

static int fails_open(int descriptor) {
  char path[PATH_MAX];
  const char *place = below_open(descriptor, path);
  return place && fails(place);
}

/* ---- Content. `done` is what the call returned; errno survives the recording. */

static int is_screen(int descriptor) {
  return descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO;
}

static void wrote(int descriptor, const void *data, ssize_t done, int64_t at) {
  char path[PATH_MAX];
  int kept = errno;
  if (done > 0 && is_screen(descriptor))
    put(RECORD_SHOWN, "", "", (uint64_t)getpid(), 0, data, (size_t)done);
  else if (done > 0 && below_open(descriptor, path))
    put(RECORD_WRITE, "", "", number(descriptor, NULL), at, data, (size_t)done);
  errno = kept;
}

static int concerns(int descriptor) {
  char path[PATH_MAX];
  int kept = errno;
  int does = record >= 0 && (is_screen(descriptor) || below_open(descriptor, path));
  errno = kept;
  return does;
}

ssize_t write(int descriptor, const void *data, size_t bytes) {
  REAL(write);
  if (!concerns(descriptor)) return real(descriptor, data, bytes);
  begin_step();
  int refused = fails_open(descriptor);
  ssize_t done = refused ? REFUSED((ssize_t)bytes) : real(descriptor, data, bytes);
  /* Where it ended tells where it began, also for what is appended. */
  int64_t end = done < 0 || is_screen(descriptor) ? 0 : lseek(descriptor, 0, SEEK_CUR);
  if (!refused) wrote(descriptor, data, done, end - done);
  end_step();
  return done;
}

#define PWRITE(name, offset_type) \
  ssize_t name(int descriptor, const void *data, size_t bytes, offset_type at) { \
    REAL(name); \
    if (!concerns(descriptor)) return real(descriptor, data, bytes, at); \
    begin_step(); \
    int refused = fails_open(descriptor); \
    ssize_t done = refused ? REFUSED((ssize_t)bytes) : real(descriptor, data, bytes, at); \
    if (!refused) wrote(descriptor, data, done, at); \
    end_step(); \
    return done; \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

/* Parts are written one by one: who writes them at once is promised no more by a power cut. */
#define IN_PARTS(call) \
  ssize_t whole = 0; \
  for (int part = 0; part < count; part++) { \
    ssize_t done = call; \
    if (done < 0) return whole ? whole : done; \
    whole += done; \
    if ((size_t)done < parts[part].iov_len) break; \
  } \
  return whole

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  REAL(writev);
  if (!concerns(descriptor)) return real(descriptor, parts, count);
  IN_PARTS(write(descriptor, parts[part].iov_base, parts[part].iov_len));
}

ssize_t pwritev(int descriptor, const struct iovec *parts, int count, off_t at) {
  REAL(pwritev);
  if (!concerns(descriptor)) return real(descriptor, parts, count, at);
  IN_PARTS(pwrite(descriptor, parts[part].iov_base, parts[part].iov_len, at + whole));
}

/* Copies within the kernel are read and written here instead. */
ssize_t sendfile(int out, int in, off_t *at, size_t bytes) {
  REAL(sendfile);
  if (!concerns(out)) return real(out, in, at, bytes);
  char block[1 << 16];
  size_t most = bytes < sizeof block ? bytes : sizeof block;
  ssize_t got = at ? pread(in, block, most, *at) : read(in, block, most);
  if (got <= 0) return got;
  if (at) *at += got;
  return write(out, block, (size_t)got);
}

/* Whatever changed the size, what came of it is recorded. */
#define SIZED(name, parameters, arguments, refused, failed) \
  int name parameters { \
    REAL(name); \
    if (!concerns(descriptor)) return real arguments; \
    begin_step(); \
    int result = fails_open(descriptor) ? (refused) : real arguments, kept = errno; \
    int64_t size; \
    if (!(failed)) { \
      uint64_t file = number(descriptor, &size); \
      put(RECORD_SIZE, "", "", file, size, "", 0); \
    } \
    end_step(); \
    errno = kept; \
    return result; \
  }
SIZED(ftruncate, (int descriptor, off_t size_asked), (descriptor, size_asked), REFUSED(0),
      result)
SIZED(ftruncate64, (int descriptor, off64_t size_asked), (descriptor, size_asked), REFUSED(0),
      result)
SIZED(posix_fallocate, (int descriptor, off_t at, off_t bytes), (descriptor, at, bytes), errno,
      result)
SIZED(posix_fallocate64, (int descriptor, off64_t at, off64_t bytes), (descriptor, at, bytes), errno,
      result)
/* Only as a way to reserve room; punching holes would need an entry of its own. */
SIZED(fallocate, (int descriptor, int mode, off_t at, off_t bytes), (descriptor, mode, at, bytes),
      REFUSED(0), result || (mode && (abort(), 1)))

/* ---- Syncs: of a file's content, or of a folder's names. */

#define SYNC(name) \
  int name(int descriptor) { \
    REAL(name); \
    char path[PATH_MAX]; \
    const char *place = below_open(descriptor, path); \
    if (!place) return real(descriptor); \
    begin_step(); \
    int result = fails(place) ? REFUSED(0) : real(descriptor), kept = errno; \
    struct stat facts; \
    if (!result && !fstat(descriptor, &facts)) { \
      if (S_ISDIR(facts.st_mode)) put(RECORD_SYNC_FOLDER, place, "", 0, 0, "", 0); \
      else put(RECORD_SYNC, "", "", facts.st_ino, 0, "", 0); \
    } \
    end_step(); \
    errno = kept; \
    return result; \
  }
SYNC(fsync)
SYNC(fdatasync)

/* ---- Names. */

/* A file was opened that may be new, and may have been emptied. */
static void opened(int descriptor, int flags, int was_there) {
  char path[PATH_MAX];
  const char *name;
  int kept = errno;
  if (descriptor >= 0 && (name = below_open(descriptor, path))) {
    uint64_t file = number(descriptor, NULL);
    if (flags & O_CREAT && !was_there) put(RECORD_CREATE, name, "", file, 0, "", 0);
    else if (flags & O_TRUNC) put(RECORD_SIZE, "", "", file, 0, "", 0);
  }
  errno = kept;
}

#define OPEN(name, parameters, folder, arguments) \
  int name parameters { \
    REAL(name); \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { \
      va_list rest; \
      va_start(rest, flags); \
      mode = va_arg(rest, mode_t); \
      va_end(rest); \
    } \
    if (record < 0 || !(flags & (O_CREAT | O_TRUNC))) return real arguments; \
    begin_step(); \
    int was_there = !faccessat(folder, path, F_OK, 0); \
    int descriptor = real arguments; \
    opened(descriptor, flags, was_there); \
    end_step(); \
    return descriptor; \
  }
OPEN(open, (const char *path, int flags, ...), AT_FDCWD, (path, flags, mode))
OPEN(open64, (const char *path, int flags, ...), AT_FDCWD, (path, flags, mode))
OPEN(openat, (int folder, const char *path, int flags, ...), folder, (folder, path, flags, mode))
OPEN(openat64, (int folder, const char *path, int flags, ...), folder, (folder, path, flags, mode))

#define MKSTEMP(name) \
  int name(char *path) { \
    REAL(name); \
    begin_step(); \
    int descriptor = real(path); \
    opened(descriptor, O_CREAT, 0); \
    end_step(); \
    return descriptor; \
  }
MKSTEMP(mkstemp)
MKSTEMP(mkstemp64)

/* Calls that name one thing, and those that name two. */
#define NAMED(function, parameters, arguments, folder, kind) \
  int function parameters { \
    REAL(function); \
    char path[PATH_MAX]; \
    const char *name = below_named(folder, given, path); \
    if (!name) return real arguments; \
    begin_step(); \
    int result = real arguments, kept = errno; \
    if (!result) put(kind, name, "", 0, 0, "", 0); \
    end_step(); \
    errno = kept; \
    return result; \
  }
NAMED(mkdir, (const char *given, mode_t mode), (given, mode), AT_FDCWD, RECORD_FOLDER)
NAMED(mkdirat, (int folder, const char *given, mode_t mode), (folder, given, mode), folder,
      RECORD_FOLDER)
NAMED(unlink, (const char *given), (given), AT_FDCWD, RECORD_REMOVE)
NAMED(unlinkat, (int folder, const char *given, int flags), (folder, given, flags), folder,
      RECORD_REMOVE)
NAMED(remove, (const char *given), (given), AT_FDCWD, RECORD_REMOVE)
NAMED(rmdir, (const char *given), (given), AT_FDCWD, RECORD_REMOVE)

static void named_twice(
    enum record_kind kind, int result, const char *old, const char *name, int folder,
    const char *given) {
  struct stat facts;
  int kept = errno;
  if (!result && !(old && name)) abort(); /* into or out of the watched folder */
  if (!result && !fstatat(folder, given, &facts, AT_SYMLINK_NOFOLLOW))
    put(kind, old, name, facts.st_ino, 0, "", 0);
  errno = kept;
}

#define NAMED_TWICE(function, parameters, arguments, old_folder, new_folder, kind) \
  int function parameters { \
    REAL(function); \
    char old_path[PATH_MAX], new_path[PATH_MAX]; \
    const char *old_name = below_named(old_folder, old, old_path); \
    const char *new_name = below_named(new_folder, new, new_path); \
    if (!old_name && !new_name) return real arguments; \
    begin_step(); \
    int result = real arguments; \
    named_twice(kind, result, old_name, new_name, new_folder, new); \
    end_step(); \
    return result; \
  }
NAMED_TWICE(rename, (const char *old, const char *new), (old, new), AT_FDCWD, AT_FDCWD,
            RECORD_RENAME)
NAMED_TWICE(renameat, (int of, const char *old, int nf, const char *new), (of, old, nf, new), of, nf,
            RECORD_RENAME)
NAMED_TWICE(renameat2, (int of, const char *old, int nf, const char *new, unsigned flags),
            (of, old, nf, new, flags), of, nf, flags ? (abort(), RECORD_RENAME) : RECORD_RENAME)
NAMED_TWICE(link, (const char *old, const char *new), (old, new), AT_FDCWD, AT_FDCWD, RECORD_LINK)

/* ---- The weaker settings: the program runs as it is, only SQLite hears another word. */

static const char full[] = "PRAGMA synchronous = FULL";

static const char *setting(const char *sql, int *bytes) {
  static char other[64];
  const char *asked = getenv("MINGFA_RECORD_SYNCHRONOUS");
  if (!asked || strncmp(sql, full, sizeof full)) return sql;
  snprintf(other, sizeof other, "PRAGMA synchronous = %s", asked);
  *bytes = -1;
  return other;
}

int sqlite3_prepare_v2(void *db, const char *sql, int bytes, void **made, const char **tail);
int sqlite3_prepare_v3(
    void *db, const char *sql, int bytes, unsigned flags, void **made, const char **tail);

int sqlite3_prepare_v2(void *db, const char *sql, int bytes, void **made, const char **tail) {
  REAL(sqlite3_prepare_v2);
  const char *said = setting(sql, &bytes);
  int result = real(db, said, bytes, made, tail);
  if (said != sql && tail) *tail = sql + strlen(sql);
  return result;
}

int sqlite3_prepare_v3(
    void *db, const char *sql, int bytes, unsigned flags, void **made, const char **tail) {
  REAL(sqlite3_prepare_v3);
  const char *said = setting(sql, &bytes);
  int result = real(db, said, bytes, flags, made, tail);
  if (said != sql && tail) *tail = sql + strlen(sql);
  return result;
}

/* ---- The clock on the wall: only that one jumps, as when somebody sets it. */

int clock_gettime(clockid_t clock, struct timespec *time) {
  REAL(clock_gettime);
  int result = real(clock, time);
  const char *name = clock == CLOCK_REALTIME ? getenv("MINGFA_RECORD_WALL") : NULL;
  if (result || !name) return result;
  int kept = errno, file = (int)syscall(SYS_openat, AT_FDCWD, name, O_RDONLY | O_CLOEXEC);
  char text[32] = "";
  if (file >= 0) {
    if (read(file, text, sizeof text - 1) > 0) time->tv_sec += atol(text);
    close(file);
  }
  errno = kept;
  return 0;
}
