import Foundation
import People
import Statutes
import Storage
import TestKit
import Workflows

/// Statutes: loading all texts that are there, searching them, comparing two editions of the Civil Code's
/// size, and checking the shipped banks against them. Where no official texts are beside the checkout,
/// generated ones of the same number and size take their place, and the banks are not checked.
struct LawTask {
  private static let rounds = 9
  private static let articles = 1_260

  let bench: Workbench

  func run() throws -> [Finding] {
    var findings: [Finding] = []
    let official = StatuteFolder.files
    let files = official.isEmpty ? try GeneratedStatutes(bench).files : official
    bench.note(
      "\(files.count) \(official.isEmpty ? "generated" : "official") texts, \(Self.rounds) rounds")
    var loads = Sample()
    let kept = bench.path("law-0")
    for round in 0...Self.rounds {
      let data = bench.path("law-\(round)")
      let loaded = try bench.mingfa(["law", "load"] + files, data: data)
      try check(data, files: files)
      // The first round only warms the cache.
      if round > 0 {
        loads.add(loaded.seconds)
        _ = try ChildProcess.run("/bin/rm", ["-r", data])
      }
    }
    findings.append(
      Finding("load all statutes", "whole program", loads.median, atMost: 1, unit: .milliseconds))
    findings += try searches(kept)
    findings.append(try difference())
    if !official.isEmpty { findings.append(try checks(kept)) }
    return findings
  }

  /// Every line that begins an article is an article of the database.
  private func check(_ data: String, files: [String]) throws {
    var wanted = 0
    for file in files {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      wanted += text.split(separator: "\n").count {
        $0.prefixMatch(of: /\s*第[零一二三四五六七八九十百千]+条/) != nil
      }
    }
    let found = try bench.sql("SELECT count (*) FROM statute_article", in: data)
    // Within a few: an article may be quoted in another, or its number be spelt in another way.
    guard let count = Int(found), count > 0, abs(count - wanted) * 100 <= wanted else {
      throw Obstacle.wrongResult("\(found) articles are loaded of \(wanted)")
    }
  }

  private func searches(_ folder: String) throws -> [Finding] {
    let data = try MingfaData(
      Environment(
        clock: SteppedClock(start: PastReviews.noon), randomSeed: { Workbench.seed },
        folder: URL(fileURLWithPath: folder, isDirectory: true), shippedBanks: nil,
        program: "bench"))
    let reading = try ReadStatutes(data, actor: Actor())
    return try ["当事人", "协议 书面", "诉讼时效期间"].map { words in
      let conditions = words.split(separator: " ").map { "a.body LIKE '%\($0)%'" }
      let wanted = try bench.sql(
        """
        SELECT count (*) FROM statute_article a JOIN statute_edition e ON e.id = a.edition_id
        WHERE e.date = (SELECT max (n.date) FROM statute_edition n
          WHERE n.statute_id = e.statute_id) AND \(conditions.joined(separator: " AND "))
        """, in: folder)
      var sample = Sample()
      for round in 0...Self.rounds {
        let began = Clock.now()
        let hits = try reading.search(words, in: nil, limit: 1_000_000)
        let seconds = Clock.now() - began
        guard String(hits.count) == wanted else {
          throw Obstacle.wrongResult("\(hits.count) articles with \(words), not \(wanted)")
        }
        if round > 0 { sample.add(seconds) }
      }
      return Finding(
        "search all statutes", "\(wanted) articles", sample.median, atMost: 0.010,
        unit: .milliseconds)
    }
  }

  /// Two editions of 1,260 articles, one in twenty with other words.
  private func difference() throws -> Finding {
    let (old, new, changed) = try GeneratedStatutes.editions(articles: Self.articles)
    var sample = Sample()
    for round in 0...Self.rounds {
      let began = Clock.now()
      let diff = EditionDiff(old: old, new: new)
      let seconds = Clock.now() - began
      let counts = diff.counts
      guard counts[.same] == Self.articles - changed,
        counts.values.reduce(0, +) == Self.articles
      else { throw Obstacle.wrongResult("a comparison with \(counts)") }
      if round > 0 { sample.add(seconds) }
    }
    return Finding(
      "compare editions of 1,260 articles", "\(changed) changed", sample.median, atMost: 0.3,
      unit: .milliseconds)
  }

  /// `bank check` of all that is shipped, against all texts.
  private func checks(_ folder: String) throws -> Finding {
    let banks = Repository.folder.appendingPathComponent("questionbanks").path
    var sample = Sample()
    for round in 0...Self.rounds {
      let run = try bench.mingfa(["bank", "check", banks, "--lang", "en"], data: folder)
      guard run.output.contains("0 not checked"), !run.output.contains("questions not checked")
      else {
        throw Obstacle.wrongResult("a check of the shipped banks says \(run.output)")
      }
      if round > 0 { sample.add(run.seconds) }
    }
    return Finding(
      "bank check of all shipped", "whole program", sample.median, atMost: 1, unit: .milliseconds)
  }
}
