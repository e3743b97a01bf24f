import CGLPK

extension WholeNumberProgram {
  /// Solves the program with GLPK: by the same version, for the same program and the same number of
  /// branches the same outcome. Any thread may call it; GLPK keeps its state by thread, and nothing of
  /// it stays behind.
  ///
  /// - Parameter window: how much dearer than the best a solution may be. Absolute: where the optimum
  ///   is 0, a share of it would never do.
  package func solved(window: Double = 0, effort: Effort = Effort()) -> Outcome {
    guard isWellFormed else { return .malformed }
    guard !quantities.isEmpty else {
      return admits([]) ? .found(Solution(values: [], cost: 0)) : .impossible
    }
    if effort.isOver() { return .notFound(best: nil, gap: nil) }
    glp_term_out(GLP_OFF)
    // Frees this thread's whole environment, with all that the search left.
    defer { glp_free_env() }
    guard let problem = glp_create_prob() else { return .notFound(best: nil, gap: nil) }
    enter(problem)

    let watch = SearchWatch(window: window, effort: effort)
    var rules = glp_iocp()
    glp_init_iocp(&rules)
    rules.msg_lev = GLP_MSG_OFF
    // Five to ten times as fast as without; it heeds no limit, but its steps are few.
    rules.presolve = GLP_ON
    rules.tm_lim = effort.milliseconds.map { Int32(clamping: max(1, $0)) } ?? Int32.max
    rules.cb_func = { tree, context in
      guard let tree, let context else { return }
      Unmanaged<SearchWatch>.fromOpaque(context).takeUnretainedValue().look(at: tree)
    }
    let result = withExtendedLifetime(watch) {
      rules.cb_info = Unmanaged.passUnretained(watch).toOpaque()
      return mingfa_glpk_intopt(problem, &rules)
    }
    return outcome(of: result, problem, watch)
  }

  private func enter(_ problem: OpaquePointer) {
    glp_set_obj_dir(problem, GLP_MIN)
    glp_add_cols(problem, Int32(quantities.count))
    for (index, quantity) in quantities.enumerated() {
      let column = Int32(index + 1)
      let (least, most) = (Double(quantity.bounds.lowerBound), Double(quantity.bounds.upperBound))
      glp_set_col_kind(problem, column, GLP_IV)
      glp_set_col_bnds(problem, column, least == most ? GLP_FX : GLP_DB, least, most)
      glp_set_obj_coef(problem, column, quantity.cost)
    }
    guard !rows.isEmpty else { return }
    glp_add_rows(problem, Int32(rows.count))
    // GLPK counts from 1.
    var columns: [Int32] = []
    var factors: [Double] = []
    for (index, row) in rows.enumerated() {
      let (least, most) = (row.range.lowerBound, row.range.upperBound)
      let kind =
        switch (least.isFinite, most.isFinite) {
        case (false, false): GLP_FR
        case (true, false): GLP_LO
        case (false, true): GLP_UP
        case (true, true): least == most ? GLP_FX : GLP_DB
        }
      glp_set_row_bnds(problem, Int32(index + 1), kind, least, most)
      columns.removeAll(keepingCapacity: true)
      factors.removeAll(keepingCapacity: true)
      columns.append(0)
      factors.append(0)
      for (quantity, factor) in row.terms where factor != 0 {
        columns.append(Int32(quantity + 1))
        factors.append(factor)
      }
      glp_set_mat_row(problem, Int32(index + 1), Int32(columns.count - 1), columns, factors)
    }
  }

  private func outcome(
    of result: Int32, _ problem: OpaquePointer, _ watch: SearchWatch
  ) -> Outcome {
    guard result >= 0 else { return .notFound(best: nil, gap: nil) }
    if result == GLP_ENOPFS { return .impossible }
    let status =
      result == 0 || result == GLP_ESTOP || result == GLP_ETMLIM || result == GLP_EMIPGAP
      ? glp_mip_status(problem) : GLP_UNDEF
    if status == GLP_NOFEAS { return .impossible }
    guard status == GLP_OPT || status == GLP_FEAS else { return .notFound(best: nil, gap: nil) }
    let values = quantities.indices.map { index in
      Int(glp_mip_col_val(problem, Int32(index + 1)).rounded())
    }
    // GLPK computes in floating point; what it found is counted once more.
    guard admits(values) else { return .notFound(best: nil, gap: nil) }
    let solution = Solution(values: values, cost: cost(of: values))
    if status == GLP_OPT || watch.isWithinWindow { return .found(solution) }
    return .notFound(best: solution, gap: watch.gap)
  }
}

/// Follows one search: ends it when what was found is good enough or the effort is spent.
private final class SearchWatch {
  let window: Double
  let effort: WholeNumberProgram.Effort
  private var branches = 0
  private(set) var isWithinWindow = false
  /// By how much the best so far may be too dear.
  private(set) var gap: Double?

  init(window: Double, effort: WholeNumberProgram.Effort) {
    self.window = window
    self.effort = effort
  }

  func look(at tree: OpaquePointer) {
    let reason = glp_ios_reason(tree)
    // Once for each branch. Selections are fewer: a dive goes on into its own branches without one.
    if reason == GLP_IPREPRO { branches += 1 }
    let problem = glp_ios_get_prob(tree)
    let best = glp_ios_best_node(tree)
    if best != 0, glp_mip_status(problem) == GLP_FEAS {
      let gap = glp_mip_obj_val(problem) - glp_ios_node_bound(tree, best)
      self.gap = max(0, gap)
      if gap <= window + 1e-9 {
        isWithinWindow = true
        glp_ios_terminate(tree)
        return
      }
    }
    if branches > effort.branches || effort.isOver() { glp_ios_terminate(tree) }
  }
}
