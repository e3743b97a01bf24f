/// How the page of a coverage looks: narrow and wide, light and dark, on screen and paper.
enum CoverageStyle {
  /// From so many questions on a cell is of a level; the number stands in it besides.
  static let levels = [0, 1, 2, 4, 7, 10]

  /// The level of so many questions, from 0 on.
  static func level(_ questions: Int) -> Int {
    (levels.lastIndex { $0 <= questions }) ?? 0
  }

  /// Ground and ink of each level: more is darker on light ground, lighter on dark ground. All pairs
  /// have a contrast of at least 4.5 (WCAG 2, 1.4.3), which a test reckons.
  static let light = """
    --ground: #ffffff; --ink: #1c1f23; --soft: #565c64; --line: #c3c8cf; --mark: #b3261e;
    --g0: #f3f4f6; --i0: #565c64; --g1: #d5e7f7; --i1: #10283d; --g2: #a6cdee; --i2: #10283d;
    --g3: #66a6da; --i3: #051421; --g4: #1f68a6; --i4: #ffffff; --g5: #0b3a63; --i5: #ffffff;
    """

  static let dark = """
    --ground: #14171c; --ink: #e8eaed; --soft: #aab1bb; --line: #3b424c; --mark: #ffb4ab;
    --g0: #22262d; --i0: #b3bac4; --g1: #1b3a56; --i1: #e8f1fa; --g2: #235582; --i2: #ffffff;
    --g3: #2c6ca9; --i3: #ffffff; --g4: #7fb8e8; --i4: #051421; --g5: #cde5fa; --i5: #051421;
    """

  /// The whole style sheet.
  static let sheet = """
    :root { color-scheme: light dark; \(light) }
    @media (prefers-color-scheme: dark) { :root { \(dark) } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1rem; max-width: 64rem; background: var(--ground);
      color: var(--ink); font: 1rem/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.3; margin: 1.2em 0 .4em; overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; margin-top: 0; } h2 { font-size: 1.35rem; }
    h2 { border-top: 1px solid var(--line); padding-top: 1em; }
    h3 { font-size: 1.1rem; } h4, h5, h6 { font-size: 1rem; font-weight: 600; }
    p { margin: .3em 0; overflow-wrap: anywhere; }
    .soft, .share { color: var(--soft); font-weight: normal; }
    .share { display: inline-block; font-size: 1rem; white-space: nowrap; }
    a { color: inherit; }
    table { border-collapse: collapse; width: 100%; margin: 1em 0; }
    th, td { padding: .3em .5em; border-bottom: 1px solid var(--line); text-align: right;
      vertical-align: top; font-variant-numeric: tabular-nums; }
    th:first-child, td:first-child { text-align: left; padding-left: 0; overflow-wrap: anywhere; }
    th { font-weight: 600; } th, td .soft { white-space: nowrap; } td .soft { font-size: .9rem; }
    th:last-child, td:last-child { padding-right: 0; }
    @media (max-width: 26rem) { th, td { padding: .3em .2em; font-size: .9rem; } }
    ol.cells { display: grid; grid-template-columns: repeat(auto-fill, minmax(2.35rem, 1fr));
      gap: 3px; margin: .4em 0 .8em; padding: 0; list-style: none; }
    li.wide { grid-column: span 2; }
    .cell { display: block; border-radius: 3px; padding: 3px 2px; text-align: center;
      font-size: .95rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
    .cell small { display: block; font-size: .7rem; line-height: 1.2; }
    .l0 { background: var(--g0); color: var(--i0); } .l1 { background: var(--g1); color: var(--i1); }
    .l2 { background: var(--g2); color: var(--i2); } .l3 { background: var(--g3); color: var(--i3); }
    .l4 { background: var(--g4); color: var(--i4); } .l5 { background: var(--g5); color: var(--i5); }
    .unmet { outline: 2px dashed var(--mark); outline-offset: -2px; }
    ul.legend { display: flex; flex-wrap: wrap; gap: .4em 1.2em; margin: .6em 0; padding: 0;
      list-style: none; }
    ul.legend li { display: flex; align-items: center; gap: .4em; }
    ul.legend .cell { width: 2.35rem; }
    ul.absent { margin: .3em 0; padding-left: 1.2em; overflow-wrap: anywhere; }
    @page { size: A4; margin: 15mm; }
    @media print {
      :root { color-scheme: light; \(light) }
      body { max-width: none; padding: 0; font-size: 10pt; }
      ol.cells { grid-template-columns: repeat(20, 1fr); gap: 2px; }
      .cell { font-size: 9pt; border: 1px solid var(--line); print-color-adjust: exact;
        -webkit-print-color-adjust: exact; }
      .cell small { font-size: 6.5pt; }
      h2, h3, h4, h5, h6 { break-after: avoid; } li, tr { break-inside: avoid; }
      a { text-decoration: none; }
    }
    """
}
