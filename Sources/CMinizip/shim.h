// minizip, which comes with zlib: reads zip files; the tests write some with it.
#include <minizip/unzip.h>
#include <minizip/zip.h>
