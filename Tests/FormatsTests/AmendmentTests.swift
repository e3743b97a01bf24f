import Foundation
import Statutes
import TestKit
import Testing

@testable import Formats

/// Seven amendments of official texts, where the developer has them: `docs/amendments.md`.
@Suite(.enabled(if: StatuteFolder.path != nil, "MINGFA_STATUTES names no folder with texts"))
struct AmendmentTests {
  /// Short names, and the dates of both editions.
  static let amendments: [(name: String, old: String, new: String)] = [
    ("行政复议法", "2017-09-01", "2023-09-01"), ("未成年人保护法", "2020-10-17", "2024-04-26"),
    ("监察法", "2018-03-20", "2024-12-25"), ("妇女权益保障法", "2018-10-26", "2022-10-30"),
    ("立法法", "2015-03-15", "2023-03-13"), ("反间谍法", "2014-11-01", "2023-04-26"),
    ("各级人民代表大会常务委员会监督法", "2006-08-27", "2024-11-08"),
  ]

  private static let diffs: [EditionDiff] = {
    let all = StatuteFormats.read(files: StatuteFolder.files).statutes
    return amendments.compactMap { amendment in
      func text(_ date: String) -> StatuteText? {
        all.first { $0.title.short == amendment.name && $0.date.iso == date }
      }
      guard let old = text(amendment.old), let new = text(amendment.new) else { return nil }
      return EditionDiff(old: old, new: new)
    }
  }()

  private static func name(_ provision: Citation.Provision) -> String {
    if case .article(let number) = provision { number.arabic } else { "preamble" }
  }

  @Test func `every article is in one change, and its parts have every word`() throws {
    #expect(Self.diffs.count == Self.amendments.count)
    for diff in Self.diffs {
      let old = diff.changes.flatMap(\.old)
      let new = diff.changes.flatMap(\.new)
      #expect(old.count == diff.old.articles.count && Set(old).count == old.count)
      #expect(new.count == diff.new.articles.count && Set(new).count == new.count)
      let parts = diff.changes.flatMap(\.parts)
      for part in parts {
        #expect(part.marks.old == part.old?.text ?? "")
        #expect(part.marks.new == part.new?.text ?? "")
      }
      for (text, found) in [
        (diff.old, parts.compactMap(\.old)), (diff.new, parts.compactMap(\.new)),
      ] {
        let signs = found.reduce(0) { $0 + $1.sign.count + $1.text.filter { $0 != "\n" }.count }
        #expect(signs == text.articles.flatMap(\.lines).reduce(0) { $0 + $1.count })
      }
    }
  }

  @Test func `every official text is the same as itself`() {
    for text in StatuteFormats.read(files: StatuteFolder.files).statutes {
      let diff = EditionDiff(old: text, new: text)
      #expect(diff.changes.allSatisfy { $0.kind == .same && !$0.isMoved })
      #expect(
        diff.changes.count == text.articles.count + (text.preamble.isEmpty ? 0 : 1))
    }
  }

  @Test func `the page has the counts of each kind`() throws {
    let page = try DocumentationPage("docs/amendments.md")
    let rows = page.rows(under: "## What changed")
    #expect(
      rows
        == zip(Self.amendments, Self.diffs).map { amendment, diff in
          ["\(amendment.name)", "\(amendment.old.prefix(4)), \(amendment.new.prefix(4))"]
            + ChangeKind.allCases.map { String(diff.counts[$0] ?? 0) }
        })
  }

  /// Pairs of an old article and a new one, as they were found by reading. The first successor of an old
  /// article is its main one.
  private struct Truth {
    var all: Set<[String]> = []
    var main: Set<[String]> = []

    init(_ name: String) throws {
      let file = Repository.folder.appendingPathComponent(
        "Tests/FormatsTests/Fixtures/amendments/\(name).tsv")
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      where !line.hasPrefix("#") {
        let fields = line.split(separator: "\t").map(String.init)
        guard fields.count == 2, fields[0] != "-", fields[1] != "-" else { continue }
        for (place, number) in fields[1].split(separator: ",").enumerated() {
          all.insert([fields[0], String(number)])
          if place == 0 { main.insert([fields[0], String(number)]) }
        }
      }
    }
  }

  @Test func `articles are paired as a reader pairs them, nearly always`() throws {
    var (found, right, all, main, rightMain) = (0, 0, 0, 0, 0)
    for (amendment, diff) in zip(Self.amendments, Self.diffs) {
      let name = amendment.name.hasSuffix("监督法") ? "监督法" : amendment.name
      guard let truth = try? Truth(name) else { continue }
      let pairs = Set(
        diff.changes.flatMap { change in
          change.old.flatMap { old in change.new.map { [Self.name(old), Self.name($0)] } }
        })
      found += pairs.count
      right += pairs.intersection(truth.all).count
      all += truth.all.count
      main += truth.main.count
      rightMain += pairs.intersection(truth.main).count
    }
    // What docs/amendments.md says.
    #expect(all == 340 && main == 303)
    #expect(right >= 310 && rightMain >= 293)
    #expect(found - right <= 3)
  }
}
