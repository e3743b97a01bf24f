import Foundation
import Testing

/// A disk that fills up while the program writes.
@Suite struct DiskFullFaultTests {
  @Test(.enabled(if: Mounts.areAllowed, Mounts.reason))
  func `on a full disk no answer is acknowledged that is not kept`() throws {
    let desk = try Desk.numbers()
    let answers = (1...300).map { "答\($0)\n" }.joined()
    // Room for some dozen answers in the log, and no more.
    let run = try desk.mounted(
      """
      size=$(($(du -sk data | cut -f1) + 400))
      mkdir disk && mount -t tmpfs -o size=${size}k tmpfs disk && cp -a data/. disk
      """,
      run: """
        mingfa practice sequential --data disk; status=$?
        rm -rf data; cp -a disk data; exit $status
        """, input: answers)
    #expect(run.status == 74)
    #expect(run.errors.contains("磁盘已满"))
    #expect(run.text.contains("[未保存]"))
    let acknowledged = Acknowledged.answers(in: run.text)
    #expect(acknowledged.count > 3 && acknowledged.count < 300)
    #expect(try Acknowledged.kept(in: desk.data) == acknowledged)
    #expect(try desk.mingfa("data", "check").status == 0)
    // With room again, practice goes on at the next question.
    let next = try desk.mingfa("practice", "sequential")
    #expect(next.text.contains("题 \(acknowledged.count + 1) 的答案是"))
  }

  @Test(.enabled(if: Mounts.areAllowed, Mounts.reason))
  func `a bank that does not fit on the disk is not half there`() throws {
    let desk = try Desk.town()
    let before = try desk.dump()
    try desk.folder.write(BankText.numbered(3000), to: "big.txt")
    let run = try desk.mounted(
      """
      size=$(($(du -sk data | cut -f1) + 300))
      mkdir disk && mount -t tmpfs -o size=${size}k tmpfs disk && cp -a data/. disk
      """,
      run: """
        mingfa bank load big.txt --data disk; status=$?
        rm -rf data; cp -a disk data; exit $status
        """)
    #expect(run.status == 74)
    #expect(run.errors.contains("磁盘已满"))
    #expect(run.text == "")
    #expect(try desk.dump() == before)
    #expect(try desk.mingfa("data", "check").status == 0)
  }

  @Test(.enabled(if: Mounts.areAllowed, Mounts.reason))
  func `a first start on a full disk leaves no half database behind`() throws {
    let desk = try Desk()
    let run = try desk.mounted(
      "mkdir data && mount -t tmpfs -o size=16k tmpfs data",
      run: "mingfa bank list; status=$?; cp -a data kept; exit $status")
    #expect(run.status == 74)
    #expect(run.errors.contains("磁盘已满"))
    // What is left of it works, with room, as if nothing had been.
    #expect(try desk.mingfa("learner", "list", "--data", "kept").status == 0)
  }

  @Test(.enabled(if: Mounts.areAllowed, Mounts.reason))
  func `a backup that does not fit leaves nothing of itself behind`() throws {
    let desk = try Desk.town()
    let before = try desk.dump()
    let run = try desk.mounted(
      """
      size=$(($(du -sk data | cut -f1) + 80))
      mkdir disk && mount -t tmpfs -o size=${size}k tmpfs disk && cp -a data/. disk
      """,
      run: """
        mingfa data backup --data disk; status=$?
        rm -rf data; cp -a disk data; exit $status
        """)
    #expect(run.status == 74)
    #expect(run.errors.contains("磁盘已满"))
    #expect(run.text == "")
    let backups = desk.data.appendingPathComponent("backups").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: backups) == [])
    #expect(try desk.dump() == before)
  }

  @Test(.enabled(if: Mounts.areAllowed, Mounts.reason))
  func `a report that does not fit leaves the old one as it was`() throws {
    let desk = try Desk.town()
    let run = try desk.mounted(
      """
      mkdir disk && mount -t tmpfs -o size=16k tmpfs disk && echo old >disk/rates.csv
      head -c 12288 /dev/zero >disk/rest || true
      """,
      run: """
        mingfa report pass-rate --output disk/rates.csv; status=$?
        cp -a disk kept; exit $status
        """)
    #expect(run.status == 73)
    #expect(run.errors.contains("disk/rates.csv"))
    #expect(try String(contentsOfFile: desk.path("kept/rates.csv"), encoding: .utf8) == "old\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.path("kept"))
    #expect(names.sorted() == ["rates.csv", "rest"])
  }

  @Test func `a file that may not grow is an error, not the end of the program by a signal`() throws
  {
    let desk = try Desk.numbers()
    let answers = (1...300).map { "答\($0)\n" }.joined()
    let run = try desk.shell("ulimit -f 300; mingfa practice sequential", input: answers)
    #expect(run.status == 74)
    let acknowledged = Acknowledged.answers(in: run.text)
    #expect(acknowledged.count > 3 && acknowledged.count < 300)
    #expect(try Acknowledged.kept(in: desk.data) == acknowledged)
    #expect(try desk.mingfa("data", "check").status == 0)
  }
}

/// What the screen acknowledged, and what the database kept.
enum Acknowledged {
  /// The answers whose feedback was shown, in order. Each is a word of `答` and a number.
  static func answers(in screens: String) -> [String] {
    screens.matches(of: /你的答案 (答[0-9-]+)/).map { String($0.1) }
  }

  /// The answers in the database, in order.
  static func kept(in folder: URL) throws -> [String] {
    try DatabaseDump.column(
      "SELECT payload FROM step WHERE kind = 'answer' ORDER BY station_id, counter", in: folder
    ).compactMap { $0.firstMatch(of: /答[0-9-]+/).map { String($0.0) } }
  }
}
