/// What all pages have in common.
enum HTMLPage {
  /// What goes before the content: nothing is loaded from elsewhere, and the page says so to the browser.
  static let beginning: VisibleText = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
    script-src 'unsafe-inline'; img-src data:">
    <link rel="icon" href="data:,">
    <title>tunekit report</title>
    <style>
    \(HTMLStyle.rules)
    </style>
    </head>
    <body>

    """

  /// The table of all findings, whose rows the script makes.
  static let table: VisibleText = """
    <section aria-labelledby="all">
    <h2 id="all">All findings</h2>
    <form role="search" aria-label="Findings">
    <label>Search <input type="search" id="search" autocomplete="off"></label>
    <label>Severity <select id="severity"><option value="">all</option><option value="2">error</option>\
    <option value="1">warning</option><option value="0">info</option></select></label>
    <label>Rule <select id="rule"><option value="">all</option></select></label>
    <button type="button" id="before">Previous</button>
    <button type="button" id="after">Next</button>
    </form>
    <p id="shown" role="status"></p>
    <div class="table" role="region" aria-label="Table of findings" tabindex="0">
    <table>
    <caption>A heading sorts by its column; once more reverses the order.</caption>
    <thead><tr>
    <th scope="col"><button type="button" data-key="place">Place</button></th>
    <th scope="col"><button type="button" data-key="severity">Severity</button></th>
    <th scope="col"><button type="button" data-key="rule">Rule</button></th>
    <th scope="col"><button type="button" data-key="message">What is wrong</button></th>
    <th scope="col"><button type="button" data-key="pointer">JSON Pointer</button></th>
    </tr></thead>
    <tbody id="rows"></tbody>
    </table>
    </div>
    <noscript><p>The table needs JavaScript, which this page has in itself.</p></noscript>
    </section>

    """

  /// What follows the data.
  static let end: VisibleText = """
    <script>
    \(HTMLScript.text)
    </script>
    </body>
    </html>

    """
}
