/// How pages look, in light and dark.
enum HTMLStyle {
  /// The rules of the style sheet.
  static let rules: VisibleText = """
    :root {
      color-scheme: light dark;
      --paper: #fff; --ink: #1b1f24; --quiet: #525b66; --line: #c9d0d8; --shade: #f3f5f7;
      --error: #a3211a; --warning: #744a00; --info: #0b4fb3; --training: #2f6fcf; --validation: #b3541e;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14171a; --ink: #e6e8ea; --quiet: #aab2bb; --line: #3d444d; --shade: #1f2429;
        --error: #ffb4ab; --warning: #f2c572; --info: #a8c7fa; --training: #7aa7ee; --validation: #e89a63;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; max-width: 84rem; padding: 1rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, sans-serif;
    }
    h1 { font-size: 1.5rem; margin: 0 0 .75rem; }
    h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
    dl { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 0 0 .75rem; }
    dl div { min-width: 6rem; }
    dt, .help, #shown { color: var(--quiet); }
    dt { font-size: .875rem; }
    dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
    details { border: 1px solid var(--line); border-radius: .375rem; margin: .375rem 0; padding: .375rem .75rem; }
    summary { cursor: pointer; overflow-wrap: anywhere; }
    p, li { overflow-wrap: anywhere; }
    pre, code, td.place { font-family: ui-monospace, monospace; font-size: .875rem; }
    pre { background: var(--shade); padding: .5rem; overflow-x: auto; }
    a { color: var(--info); }
    .error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
    .number { font-weight: 600; }
    form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin-bottom: .5rem; }
    label { display: grid; font-size: .875rem; }
    input, select, button {
      font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet);
      border-radius: .25rem; padding: .25rem .5rem; max-width: 100%;
    }
    button { cursor: pointer; }
    button:disabled { opacity: .6; cursor: default; }
    :focus-visible { outline: 3px solid var(--info); outline-offset: 1px; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: start; color: var(--quiet); padding: .25rem 0; }
    th, td { text-align: start; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--line); }
    th button { border: 0; padding: 0; font-weight: 600; white-space: nowrap; }
    td { overflow-wrap: anywhere; }
    #rows td { min-width: 6rem; }
    #rows td.message { min-width: 16rem; }
    h3 { font-size: 1rem; margin: 0; }
    .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1.5rem 2rem; }
    figure { margin: 0; min-width: 0; max-width: 30rem; }
    figcaption p { margin: 0 0 .5rem; font-size: .875rem; color: var(--quiet); }
    figure svg { display: block; width: 100%; height: auto; }
    figure text { font: 12px system-ui, sans-serif; fill: var(--ink); }
    figure text.label { text-anchor: end; fill: var(--quiet); }
    rect.training, .swatch.training { fill: var(--training); background: var(--training); }
    rect.validation, .swatch.validation { fill: var(--validation); background: var(--validation); }
    .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 0 0 .75rem; }
    .swatch { display: inline-block; width: .75rem; height: .75rem; margin-inline-end: .5rem; }
    figure th, figure td { font-size: .875rem; font-weight: 400; font-variant-numeric: tabular-nums; }
    """
}
