import Foundation
import Learning
import TestKit
import Testing

/// The model of the disk behind the power cuts, on records of a few entries.
@Suite struct DiskTests {
  /// A record, and what of it a power cut may or may not take away.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let entries: [DiskRecord.Entry]
    /// Every content that must turn up in a few hundred power cuts, by names; nil where none has
    /// to be there. Nothing else may turn up.
    let outcomes: [[String: String]]
  }

  private static func write(_ text: String, at place: Int = 0, file: UInt64 = 1)
    -> DiskRecord.Entry
  {
    .write(file: file, at: place, Data(text.utf8))
  }

  private static let named: [DiskRecord.Entry] = [.create("a", file: 1), .syncFolder("")]

  static let cases = [
    Case(
      testDescription: "what was synced never vanishes",
      entries: named + [write("old"), .sync(file: 1)], outcomes: [["a": "old"]]),
    Case(
      testDescription: "what was not synced may vanish, or be room without content",
      entries: named + [write("old")], outcomes: [["a": ""], ["a": "old"], ["a": "\0\0\0"]]),
    Case(
      testDescription: "a later write may be kept without an earlier one",
      entries: named + [write("old"), .sync(file: 1), write("O"), write("D", at: 2)],
      outcomes: [["a": "old"], ["a": "Old"], ["a": "olD"], ["a": "OlD"]]),
    Case(
      testDescription: "a sync of another file keeps nothing",
      entries: named + [.create("b", file: 2), .syncFolder(""), write("old"), .sync(file: 2)],
      outcomes: [
        ["a": "", "b": ""], ["a": "old", "b": ""], ["a": "\0\0\0", "b": ""],
      ]),
    Case(
      testDescription: "a synced file may be lost with its name",
      entries: [.create("a", file: 1), write("old"), .sync(file: 1)],
      outcomes: [[:], ["a": "old"]]),
    Case(
      testDescription: "a synced file and name may be lost with the folder above them",
      entries: [
        .folder("f"), .create("f/a", file: 1), write("old"), .sync(file: 1), .syncFolder("f"),
      ], outcomes: [[:], ["f/a": "old"]]),
    Case(
      testDescription: "a folder and what is in it are there after a sync of each folder",
      entries: [
        .folder("f"), .create("f/a", file: 1), write("old"), .sync(file: 1), .syncFolder("f"),
        .syncFolder(""),
      ], outcomes: [["f/a": "old"]]),
    Case(
      testDescription: "a removal may be undone until the folder is synced",
      entries: named + [write("old"), .sync(file: 1), .remove("a")],
      outcomes: [[:], ["a": "old"]]),
    Case(
      testDescription: "a removal stays after a sync of the folder",
      entries: named + [write("old"), .sync(file: 1), .remove("a"), .syncFolder("")],
      outcomes: [[:]]),
    Case(
      testDescription: "a renaming may be undone until the folder is synced, but is never half",
      entries: named + [write("new"), .sync(file: 1), .rename("a", to: "b")],
      outcomes: [["a": "new"], ["b": "new"]]),
    Case(
      testDescription: "a renaming stays after a sync of the folder",
      entries: named + [
        write("new"), .sync(file: 1), .rename("a", to: "b"), .syncFolder(""),
      ], outcomes: [["b": "new"]]),
    Case(
      testDescription: "a renaming puts one whole file in place of another",
      entries: named + [
        .create("b", file: 2), .syncFolder(""), write("new"), .sync(file: 1),
        write("old", file: 2), .sync(file: 2), .rename("a", to: "b"),
      ], outcomes: [["a": "new", "b": "old"], ["b": "new"]]),
    Case(
      testDescription: "a renaming into another folder takes syncs of both",
      entries: [.folder("f"), .syncFolder("")] + named + [
        write("new"), .sync(file: 1), .rename("a", to: "f/a"), .syncFolder("f"),
      ], outcomes: [["a": "new"], ["f/a": "new"]]),
    Case(
      testDescription: "a second name keeps the file when the first is removed",
      entries: named + [
        write("old"), .sync(file: 1), .link("b", file: 1), .syncFolder(""), .remove("a"),
        .syncFolder(""),
      ], outcomes: [["b": "old"]]),
    Case(
      testDescription: "cutting and extending a file may be undone",
      entries: named + [write("old"), .sync(file: 1), .size(file: 1, 1), .size(file: 1, 2)],
      outcomes: [["a": "old"], ["a": "o"], ["a": "ol"], ["a": "o\0"]]),
    Case(
      testDescription: "a new file with an old one's number is another file",
      entries: named + [
        write("old"), .sync(file: 1), .remove("a"), .create("b", file: 1), write("new"),
        .sync(file: 1),
      ], outcomes: [["a": "old"], [:], ["b": "new"], ["a": "old", "b": "new"]]),
  ]

  @Test(arguments: cases)
  func `a power cut leaves what a disk may leave, and all of that turns up`(the: Case) throws {
    var disk = Disk()
    for entry in the.entries { try disk.take(entry) }
    var found: Set<[String: String]> = []
    for seed in 0..<200 {
      for loss in Disk.Loss.allCases {
        var chance = SeededGenerator(seed: UInt64(seed))
        found.insert(Self.files(of: disk.content(after: loss, chance: &chance)))
      }
    }
    #expect(found == Set(the.outcomes))
  }

  /// The files that have a name, by that.
  private static func files(of content: DiskContent) -> [String: String] {
    var files: [String: String] = [:]
    for case (let name, .file(let file)) in content.reachable {
      files[name] = String(decoding: content.files[file] ?? Data(), as: UTF8.self)
    }
    return files
  }

  @Test func `a write is torn at the sectors of 512 bytes of the file, and nowhere else`() throws {
    var disk = Disk()
    for entry in Self.named { try disk.take(entry) }
    try disk.take(.write(file: 1, at: 0, Data(repeating: 0, count: 2048)))
    try disk.take(.sync(file: 1))
    // From within the first sector to within the third.
    try disk.take(.write(file: 1, at: 500, Data(repeating: 1, count: 600)))
    let parts = [500..<512, 512..<1024, 1024..<1100]
    var found: Set<[Bool]> = []
    for seed in 0..<200 {
      var chance = SeededGenerator(seed: UInt64(seed))
      let content = disk.content(after: .sectors, chance: &chance)
      let bytes = try #require(content.files[1])
      #expect(bytes.count == 2048)
      #expect(bytes[..<500].allSatisfy { $0 == 0 } && bytes[1100...].allSatisfy { $0 == 0 })
      found.insert(
        try parts.map { part in
          #expect(Set(bytes[part]).count == 1)
          return try #require(bytes[part].first) == 1
        })
    }
    #expect(found.count == 8)
  }

  @Test func `the later loss keeps a beginning of what was done`() throws {
    var disk = Disk()
    for entry in Self.named { try disk.take(entry) }
    for number in 0..<6 { try disk.take(Self.write("x", at: number * 512)) }
    var found: Set<Int> = []
    for seed in 0..<200 {
      var chance = SeededGenerator(seed: UInt64(seed))
      let content = disk.content(after: .later, chance: &chance)
      let bytes = content.files[1] ?? Data()
      let kept = (0..<6).filter { $0 * 512 < bytes.count && bytes[$0 * 512] != 0 }
      #expect(kept == Array(0..<kept.count))
      found.insert(kept.count)
    }
    #expect(found == Set(0...6))
  }

  @Test func `nothing lost is what the program itself saw`() throws {
    for the in Self.cases {
      var disk = Disk()
      for entry in the.entries { try disk.take(entry) }
      var chance = SeededGenerator(seed: 1)
      let kept = disk.content(after: .nothing, chance: &chance)
      #expect(kept == disk.all)
      #expect(the.outcomes.contains(Self.files(of: kept)))
    }
  }

  @Test func `the same seed leaves the same content`() throws {
    var disk = Disk()
    for entry in Self.named { try disk.take(entry) }
    for number in 0..<50 { try disk.take(Self.write("word", at: number * 300)) }
    for loss in Disk.Loss.allCases {
      var first = SeededGenerator(seed: 5)
      var second = SeededGenerator(seed: 5)
      #expect(
        disk.content(after: loss, chance: &first) == disk.content(after: loss, chance: &second))
    }
  }

  @Test func `content is written to a folder and read from it again`() throws {
    let folder = try TemporaryFolder()
    var disk = Disk()
    let entries =
      Self.named + [
        Self.write("one"), .folder("f"), .folder("f/g"), .create("f/g/b", file: 2),
      ]
    for entry in entries { try disk.take(entry) }
    try disk.all.write(to: folder.url)
    let read = try Disk(folder: folder.url)
    #expect(Self.files(of: read.certain) == ["a": "one", "f/g/b": ""])
    #expect(read.pending.isEmpty)
  }

  /// A record that leaves something out must not be taken for a whole one.
  @Test(
    arguments: [
      [.write(file: 1, at: 0, Data([1]))], [.remove("a")], [.rename("a", to: "b")],
      [.sync(file: 1)], [.folder("f"), .rename("f", to: "g")],
    ] as [[DiskRecord.Entry]])
  func `a record that cannot have happened is refused`(entries: [DiskRecord.Entry]) {
    var disk = Disk()
    #expect(throws: Disk.NotUnderstood.self) { for entry in entries { try disk.take(entry) } }
  }

  @Test func `a record that ends within an entry is refused`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "\u{1}\0\0\0", count: 3), to: "record")
    #expect(throws: DiskRecord.Unreadable.self) { try DiskRecord(file: path) }
    #expect(try DiskRecord(file: path + "-of-nobody").entries == [])
  }
}
