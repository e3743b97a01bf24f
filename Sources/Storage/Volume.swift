import Foundation

/// The file system that a folder lies in.
package struct Volume: Hashable, Sendable {
  /// How far a file system can be trusted with the database.
  package enum Fitness: String, Sendable {
    /// A disk of this computer.
    case local
    /// In memory: gone when the computer is switched off.
    case fleeting
    /// On another computer: its locks and memory maps are not those that SQLite relies on.
    case network
  }

  /// Bytes that an ordinary person may still write.
  package let free: Int64
  /// As `mount` calls it: ext4, nfs4, fuse.sshfs; empty where the system does not say.
  package let kind: String

  /// How far it can be trusted.
  package var fitness: Fitness {
    switch kind {
    case "tmpfs", "ramfs": .fleeting
    default: Self.networks.contains(kind) ? .network : .local
    }
  }

  /// - Parameters:
  ///   - path: something in it; nil where the path is not there.
  ///   - mounts: what is mounted where, in the form of /proc/self/mountinfo; read there unless told.
  package init?(path: String, mounts: String? = nil) {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    free = Int64(clamping: status.f_bavail) * Int64(clamping: status.f_frsize)
    let real = realpath(path, nil)
    defer { Glibc.free(real) }
    let table = mounts ?? (try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8))
    kind = Self.kind(of: real.map { String(cString: $0) } ?? path, in: table ?? "")
  }

  /// The kind of the mount whose point lies nearest above a path; of several at one point the last,
  /// which hides the others.
  private static func kind(of path: String, in mounts: String) -> String {
    var nearest = (length: -1, kind: "")
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      // Blanks stand as \040 there.
      let point = fields[4].replacing("\\040", with: " ").replacing("\\134", with: "\\")
      let isAbove = point == "/" || path == point || path.hasPrefix(point + "/")
      if isAbove, point.utf8.count >= nearest.length {
        nearest = (point.utf8.count, String(fields[dash + 1]))
      }
    }
    return nearest.kind
  }

  private static let networks: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "ncpfs", "lustre", "gfs2",
    "ocfs2", "beegfs", "virtiofs", "vboxsf", "vmhgfs", "fuse.vmhgfs-fuse", "fuse.sshfs",
    "fuse.rclone", "fuse.davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.cephfs", "fuse.gvfsd-fuse",
    "fuse.s3fs", "fuse.smbnetfs", "fuse.curlftpfs",
  ]
}
