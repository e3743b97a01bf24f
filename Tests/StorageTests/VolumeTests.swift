import Foundation
import TestKit
import Testing

@testable import Storage

/// File systems, as the system tells of them.
@Suite struct VolumeTests {
  /// Mounts in the form of /proc/self/mountinfo; `%` stands for the folder that is asked for.
  static let mounts: [(lines: [String], kind: String, fitness: Volume.Fitness)] = [
    (["1 0 8:1 / / rw - ext4 /dev/sda1 rw"], "ext4", .local),
    (["1 0 8:1 / / rw - ext4 /dev/sda1 rw", "2 1 0:40 / % rw - nfs4 a:/b rw"], "nfs4", .network),
    (
      ["1 0 8:1 / / rw - ext4 x rw", "2 1 0:40 / % rw,x shared:1 - fuse.sshfs a: rw"],
      "fuse.sshfs", .network
    ),
    (["1 0 8:1 / / rw - ext4 x rw", "2 1 0:40 / % rw - cifs //a/b rw"], "cifs", .network),
    (["1 0 8:1 / / rw - ext4 x rw", "2 1 0:40 / % rw - tmpfs tmpfs rw"], "tmpfs", .fleeting),
    // The name of another folder begins the same.
    (["1 0 8:1 / / rw - btrfs x rw", "2 1 0:40 / %-other rw - nfs a:/b rw"], "btrfs", .local),
    // What was mounted there last hides what was before.
    (
      [
        "1 0 8:1 / / rw - ext4 x rw", "2 1 0:4 / % rw - tmpfs x rw", "3 2 0:5 / % rw - xfs x rw",
      ], "xfs", .local
    ),
    (["nonsense"], "", .local),
  ]

  @Test(arguments: mounts.indices) func `the nearest mount above tells the file system`(
    index: Int
  ) throws {
    let folder = try TemporaryFolder()
    let (lines, kind, fitness) = Self.mounts[index]
    let path = try #require(realpath(folder.url.path, nil).map { String(cString: $0) })
    let volume = try #require(
      Volume(
        path: folder.url.path,
        mounts: lines.joined(separator: "\n").replacing("%", with: path)))
    #expect(volume.kind == kind)
    #expect(volume.fitness == fitness)
  }

  @Test func `blanks in a folder's name are understood`() throws {
    let folder = try TemporaryFolder()
    let inner = folder.url.appendingPathComponent("a b")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    let path = try #require(realpath(inner.path, nil).map { String(cString: $0) })
    let line = "2 1 0:40 / \(path.replacing(" ", with: "\\040")) rw - nfs a:/b rw"
    #expect(Volume(path: inner.path, mounts: line)?.kind == "nfs")
  }

  @Test func `the system's own table names a file system for this folder`() throws {
    let folder = try TemporaryFolder()
    let volume = try #require(Volume(path: folder.url.path))
    #expect(!volume.kind.isEmpty)
    #expect(volume.free > 0)
    #expect(Volume(path: folder.url.path + "/none") == nil)
  }
}
