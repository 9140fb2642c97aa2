"""Judges reports of tunekit as the programs would that read them.

    python3 ReportJudge.py FOLDER SARIF-SCHEMA

FOLDER has a report in each form, named after it, of the same run. SARIF-SCHEMA is the folder of the project's neighbours, in which the
OASIS schema may lie. Prints a line for each judge, and fails at the first report that is refused.
"""

import base64
import html.parser
import importlib.util
import json
import os
import re
import sys
import urllib.parse
import xml.etree.ElementTree


def read(name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return file.read()


def has(module):
    return importlib.util.find_spec(module) is not None


# JSON and JSON Lines: the same findings.


def judge_json():
    report = json.loads(read("json"))
    lines = [json.loads(line) for line in read("jsonl").split("\n")[:-1]]
    findings = [
        {"path": file["path"], "role": file["role"], **finding}
        for file in report["files"]
        for finding in file["findings"]
    ]
    failures = [
        {"path": file["path"], "role": file["role"], "failure": file["failure"]}
        for file in report["files"]
        if file["failure"] is not None
    ]
    assert [line for line in lines if "failure" not in line] == findings, "jsonl and json differ"
    assert [line for line in lines if "failure" in line] == failures, "jsonl and json differ"
    return findings, failures


# SARIF: models that were generated from the OASIS schema, the schema itself where it is at hand, and sarif-tools.


def judge_sarif(findings, schema):
    log = json.loads(read("sarif"))
    if has("pydantic_sarif"):
        from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log

        Log.model_validate(log)
        print("sarif: pydantic-sarif")
    if os.path.exists(schema) and has("jsonschema"):
        import jsonschema

        with open(schema, encoding="utf-8") as file:
            jsonschema.Draft4Validator(json.load(file)).validate(log)
        print("sarif: the OASIS schema")
    if has("sarif"):
        from sarif import loader

        with_tools = loader.load_sarif_file(os.path.join(folder, "sarif"))
        assert len(with_tools.get_results()) == min(len(findings), 25_000)
        print("sarif: sarif-tools")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) <= 25_000 and all(len(rule["properties"]["tags"]) <= 10 for rule in rules)
    hashes = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(hashes)) == len(hashes), "two results have the same fingerprint"
    assert len(run["results"]) == min(len(findings), 25_000)
    fixes = []
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for fix in result.get("fixes", []):
            (change,) = fix["artifactChanges"]
            assert fix["description"]["text"]
            judge_change(change)
            fixes.append((result["partialFingerprints"]["tunekit/v1"], edits_of(change)))
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri.removeprefix("file://")), uri
        assert uri.startswith("file:///") or place["artifactLocation"]["uriBaseId"] == "SRCROOT"
        assert place.get("region", {}).get("endColumn", 10**9) > place.get("region", {}).get("startColumn", 0)


    # The same changes as in the JSON report, but for compressed files, whose bytes are others.
    assert len(run["results"]) < len(findings) or fixes == [
        (finding["fingerprint"], [(edit["byteOffset"], edit["length"], edit["replacement"].encode()) for edit in finding["fix"]["edits"]])
        for finding in findings
        if finding["fix"] and not finding["path"].endswith(".gz")
    ]
    print("sarif:", len(fixes), "fixes,", sum(map(judge_region, run["results"])), "regions in bytes")


def data_of(location):
    """The bytes of the file of an artifact."""
    path = urllib.parse.unquote_to_bytes(location["uri"].removeprefix("file://"))
    with open(path, "rb") as file:
        return file.read()


def bytes_of(region, data):
    """Which bytes the text of a region is: a byte that is not UTF-8 is a character."""
    before = sum(len(line) for line in data.split(b"\n")[: region["startLine"] - 1]) + region["startLine"] - 1
    line = data[before:].split(b"\n")[0] + b"\n"
    characters = line.decode(errors="surrogateescape")
    start, end = region["startColumn"] - 1, region["endColumn"] - 1
    offset = before + len(characters[:start].encode(errors="surrogateescape"))
    return offset, len(characters[start:end].encode(errors="surrogateescape"))


def judge_region(result):
    """Whether the region is also one of bytes, which then must be those of the text (section 3.30.1)."""
    place = result["locations"][0]["physicalLocation"]
    region = place.get("region", {})
    if "byteOffset" not in region:
        return False
    assert not place["artifactLocation"]["uri"].endswith(".gz")
    data = data_of(place["artifactLocation"])
    assert (region["byteOffset"], region["byteLength"]) == bytes_of(region, data), result
    return True


def edits_of(change):
    edits = []
    for replacement in change["replacements"]:
        region, content = replacement["deletedRegion"], replacement.get("insertedContent", {"binary": ""})
        edits.append((region["byteOffset"], region["byteLength"], base64.b64decode(content["binary"])))
    return edits


def judge_change(change):
    data = data_of(change["artifactLocation"])
    for replacement in change["replacements"]:
        region, content = replacement["deletedRegion"], replacement.get("insertedContent")
        if "startLine" in region:
            assert (region["byteOffset"], region["byteLength"]) == bytes_of(region, data), replacement
            assert content is None or content["text"].encode() == base64.b64decode(content["binary"])
        else:
            assert content is None or "text" not in content


# GitHub: the rules of the runner's ActionCommand.TryParseV2.

COMMANDS = {"error", "warning", "notice"}


def unescaped(text, tokens):
    for escape, character in tokens:
        text = text.replace(escape, character)
    return text


DATA = [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]
PROPERTY = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]


def command(line):
    assert line.startswith("::"), line
    end = line.index("::", 2)
    name, _, list_ = line[2:end].partition(" ")
    assert name in COMMANDS, line
    properties = {}
    for pair in list_.strip().split(","):
        key, separator, value = pair.partition("=")
        assert separator and key not in properties, line
        properties[key] = unescaped(value, PROPERTY)
    return name, properties, unescaped(line[end + 2 :], DATA)


def judge_github():
    lines = read("github").split("\n")
    assert lines.pop() == ""
    commands = [command(line) for line in lines]
    paths = {file["path"].removeprefix("./") for file in json.loads(read("json"))["files"]}
    seen = set()
    for name, properties, data in commands:
        assert set(properties) <= {"file", "line", "col", "endLine", "endColumn", "title"}, properties
        # What acts on a terminal is made visible in a path, too.
        file = properties.get("file")
        assert file is None or file in paths or any(not path.isprintable() for path in paths), properties
        # What is about no file is told by its text.
        annotation = (name, file or data, properties["title"])
        assert data and annotation not in seen
        seen.add(annotation)
        if "endColumn" in properties:
            assert int(properties["endColumn"]) > int(properties["col"])
    order = [["error", "warning", "notice"].index(name) for name, _, _ in commands]
    assert order == sorted(order), "the worst are not first"


# GitLab: the schema as documented.

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]+$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def judge_gitlab(findings, failures):
    report = json.loads(read("gitlab"))
    if has("jsonschema"):
        import jsonschema

        jsonschema.Draft7Validator(GITLAB).validate(report)
    assert len({issue["fingerprint"] for issue in report}) == len(report)
    assert len(report) >= len(findings) + len(failures)
    told = [(issue["location"]["path"], issue["description"]) for issue in report if issue["severity"] == "blocker"]
    assert told == [(failure["path"].removeprefix("./"), failure["failure"]) for failure in failures]


# JUnit: the schema of Jenkins.


def judge_junit():
    text = read("junit").encode()
    root = xml.etree.ElementTree.fromstring(text)
    if has("lxml"):
        from lxml import etree

        schema = os.path.join(os.path.dirname(os.path.abspath(__file__)), "junit-10.xsd")
        etree.XMLSchema(etree.parse(schema)).assertValid(etree.fromstring(text))
        print("junit: the schema of Jenkins")
    for suite in root.iter("testsuite"):
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases)
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert len({case.get("name") for case in cases}) == len(cases)
    assert int(root.get("tests")) == len(list(root.iter("testcase")))


# Markdown and the forms of lines: what stands in the data breaks no row.


def judge_lines(findings):
    for line in read("markdown").split("\n"):
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)(?:\\\\)*\|", line)
            assert len(cells) == 8, line
            assert not re.search(r"(?<!\\)(?:\\\\)*[<\[`]", line), line
    for name in ["concise", "agent", "text", "markdown", "junit", "github", "html"]:
        for character in read(name):
            assert character == "\n" or character.isprintable(), (name, character)
    for line in read("agent").split("\n")[:-1]:
        assert re.match(r"(error|warning|info|note) TK\d{3} .*\| see: tunekit |total: ", line), line


# HTML: well formed, with the findings as data, and nothing that is loaded.


class Page(html.parser.HTMLParser):
    EMPTY = {"meta", "link", "input", "br"}

    def __init__(self):
        super().__init__()
        self.open, self.data, self.names = [], "", set()

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert "src" not in attributes, tag
        assert not any(name.startswith("on") for name in attributes), attributes
        assert tag == "a" or attributes.get("href", "data:,") == "data:,", attributes
        self.names.add(tag)
        if tag not in self.EMPTY:
            self.open.append((tag, attributes.get("id")))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag, tag

    def handle_data(self, text):
        if self.open and self.open[-1] == ("script", "data"):
            self.data += text


def judge_html(findings):
    page = Page()
    page.feed(read("html"))
    page.close()
    assert not page.open and {"main", "header", "h1", "h2", "caption", "label"} <= page.names
    data = json.loads(page.data)
    assert len(data["findings"]) == len(findings)
    for row, finding in zip(data["findings"], findings):
        assert data["rules"][row[1]][0] == finding["code"]
        assert (row[3] or None, row[4] or None) == (finding["line"], finding["column"])


folder, neighbours = sys.argv[1:]
schema = os.path.join(neighbours, "shared/reference/sarif-schema-2.1.0.json")
findings, failures = judge_json()
judge_sarif(findings, schema)
judge_github()
judge_gitlab(findings, failures)
judge_junit()
judge_lines(findings)
judge_html(findings)
print("good")
