// expat reads XML.
#include <expat.h>
