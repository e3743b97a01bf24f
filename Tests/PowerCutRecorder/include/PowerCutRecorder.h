#ifndef POWER_CUT_RECORDER_H
#define POWER_CUT_RECORDER_H

#include <stdint.h>

/* What the recorder writes down of a program, one entry a call, in the order of the calls, each after
 * the call has succeeded, or was made to fail. The record is read by Tests/CLITests/PowerCuts/DiskRecord.swift.
 *
 * An entry is this head, in the byte order of the machine, then the bytes of both names and of the
 * data. Names are paths below the watched folder. A file is its inode number: it keeps its content
 * under any name, and a CREATE of the same number is another file. */
struct record_entry {
  uint32_t kind;
  uint32_t name, other, data; /* how many bytes of each follow */
  uint64_t file;
  int64_t at;
};

enum record_kind {
  RECORD_SHOWN = 1,       /* data was written to standard output or error by the process `file` */
  RECORD_WRITE = 2,       /* data was written to file at the offset */
  RECORD_SIZE = 3,        /* file was cut or extended to this many bytes */
  RECORD_CREATE = 4,      /* name is a new, empty file */
  RECORD_LINK = 5,        /* other is another name of name, which is file */
  RECORD_FOLDER = 6,      /* name is a new folder */
  RECORD_REMOVE = 7,      /* name was taken from its file or empty folder */
  RECORD_RENAME = 8,      /* name, which is file, became other and took its place */
  RECORD_SYNC = 9,        /* the content of file is on the disk */
  RECORD_SYNC_FOLDER = 10, /* the names in the folder are on the disk */
  RECORD_FAILED = 11      /* a call on what bears the name was made to fail */
};

#endif
