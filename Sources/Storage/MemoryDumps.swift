import CSodium
import Glibc

/// What becomes of the memory of a program that dies: passwords, codes and papers may stand in it.
package enum MemoryDumps {
  /// From now on no core is written of this program, nor handed to a service that collects them, and no other
  /// program of the same user looks into it.
  package static func forbid() {
    var limit = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    _ = shim_forbid_dumps()
  }
}
