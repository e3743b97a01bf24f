import Exams
import TestKit

/// Looks at all forms that a small pool of single questions has, and at all sets of them.
struct ThoroughSearch {
  let questions: [PoolQuestion]
  let blueprint: Blueprint

  /// Whether there are so many forms that satisfy the blueprint; the spread of their difficulty left
  /// out.
  func exists(forms count: Int) -> Bool {
    exists(
      forms: count,
      among: masks { form in
        form.count == blueprint.count && sectionsFit(form, exactly: true)
          && blueprint.shares.allSatisfy { share in
            let found = form.filter { FormChecker.counts($0, share.trait) }.count * 10_000
            return found >= share.bounds.lowerBound * blueprint.count
              && found <= share.bounds.upperBound * blueprint.count
          }
          && (blueprint.difficulty.map { goal in
            let mean = form.map(\.difficulty).reduce(0, +) / Double(form.count)
            return abs(mean - goal.mean) <= goal.tolerance + 1e-9
          } ?? true)
      })
  }

  /// Whether there are so many forms that satisfy some requirements: a section that is not named may be
  /// filled in part.
  func exists(forms count: Int, meeting requirements: [AssemblyRequirement]) -> Bool {
    exists(
      forms: count,
      among: leastMasks { form in
        sectionsFit(form, exactly: false) && requirements.allSatisfy { isMet($0, by: form) }
      })
  }

  /// Of the forms that satisfy a condition those that hold no other one: with more questions they would
  /// only overlap more.
  private func leastMasks(_ isGood: ([PoolQuestion]) -> Bool) -> [UInt32] {
    var least: [UInt32] = []
    for mask in masks(isGood).sorted(by: { $0.nonzeroBitCount < $1.nonzeroBitCount })
    where !least.contains(where: { $0 & mask == $0 }) {
      least.append(mask)
    }
    return least
  }

  private func isMet(_ requirement: AssemblyRequirement, by form: [PoolQuestion]) -> Bool {
    switch requirement {
    case .questions(let kind, let count): form.filter { $0.kind == kind }.count == count
    case .cases: false
    case .least(let trait, let count):
      form.filter { FormChecker.counts($0, trait) }.count >= count
    case .most(let trait, let count):
      form.filter { FormChecker.counts($0, trait) }.count <= count
    case .difficulty: true
    }
  }

  private func sectionsFit(_ form: [PoolQuestion], exactly: Bool) -> Bool {
    var fitting = 0
    for section in blueprint.sections {
      guard let kind = section.kind else { return false }
      let found = form.filter { $0.kind == kind }.count
      if found > section.questions || exactly && found != section.questions { return false }
      fitting += found
    }
    return fitting == form.count
  }

  /// The forms that satisfy a condition and hold no enemies, as sets of bits.
  private func masks(_ isGood: ([PoolQuestion]) -> Bool) -> [UInt32] {
    let usable = questions.filter { question in
      (blueprint.banks.isEmpty || blueprint.banks.contains(question.traits.bank))
        && question.uses <= blueprint.forms.exposure ?? .max
    }
    return (0..<UInt32(1) << UInt32(usable.count)).filter { mask in
      guard mask.nonzeroBitCount <= blueprint.count else { return false }
      let form = usable.indices.filter { mask & (1 << UInt32($0)) != 0 }.map { usable[$0] }
      let enemies = form.flatMap { Set($0.enemies) }
      return Set(enemies).count == enemies.count && isGood(form)
    }
  }

  /// Whether so many of some forms go together. The same form may come again where all its questions
  /// may.
  private func exists(forms count: Int, among masks: [UInt32]) -> Bool {
    guard count > 0 else { return true }
    return masks.indices.contains { index in
      exists(
        forms: count - 1,
        among: masks[index...].filter {
          ($0 & masks[index]).nonzeroBitCount <= blueprint.forms.overlap
        })
    }
  }
}
