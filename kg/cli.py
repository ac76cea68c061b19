"""The command line: the only place that prints. Results go to standard output, all else to standard error.

Exit codes: 0 done; 1 done, with findings or with inputs that failed; 2 wrong use, or nothing could be done.
Imports are late on purpose: ``kg --help`` and ``kg query`` start in a fraction of a second.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import render
from kg.errors import KgError, QueryError

if TYPE_CHECKING:
    from kg.query import Table
    from kg.scale.report import BuildReport

Command = Callable[[argparse.Namespace], int]
TABLE_FORMATS = ("table", "csv", "json", "markdown")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code comes back, and no KgError shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = _parser(given[:1] == ["export"]).parse_args(given)
    command: Command = options.command
    try:
        return command(options)
    except KgError as error:
        _note(f"kg: {error}")
        return 2
    except BrokenPipeError:  # whoever read our output has gone (kg query ... | head)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _note("kg: stopped")
        return 130


def _parser(exporting: bool) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kg", description="Knowledge graph of Vietnamese provinces' industry and trade, from prose to SPARQL."
    )
    parser.add_argument("--version", action="version", version=f"kg {_version()}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in _COMMANDS:
        add(commands)
    if exporting:  # the options of views belong to the formats, which no other command should wait for
        from kg.export.options import add_options

        add_options(commands.choices["export"])
    return parser


def _version() -> str:
    from kg import __version__

    return __version__


def _build_parser(commands: Any) -> None:
    build = commands.add_parser("build", help="make or update a graph from documents")
    build.add_argument("source", nargs="+", metavar="SOURCE", help="files, folders, globs or addresses of documents")
    build.add_argument("-o", "--output", default="graph", metavar="GRAPH", help="folder or server (graph)")
    build.add_argument("--manifest", type=Path, help="CSV: file,title,publisher,url,date (documents.csv)")
    build.add_argument("--jobs", type=_positive, metavar="N", help="processes (default: one a core)")
    build.add_argument("--cluster", metavar="ADDRESS", help="read on a Dask cluster (tcp://...; extra [cluster])")
    build.add_argument("--shards", type=Path, metavar="FOLDER", help="what the cluster writes; shared, and kept")
    build.add_argument("--report", type=Path, metavar="FILE", help="write the report as JSON")
    build.add_argument("--ontology", type=Path, metavar="FOLDER", help="Turtle files to use instead of the package's")
    build.set_defaults(command=_build)


def _build(options: argparse.Namespace) -> int:
    from kg.pipeline import build

    with _progress() as progress:
        report = build(
            options.source,
            options.output,
            manifest=options.manifest,
            jobs=options.jobs,
            report=options.report,
            ontology=options.ontology,
            progress=progress,
            cluster=options.cluster,
            shards=options.shards,
        )
    for failure in report.failed:
        _note(f"kg: left out {failure.file}: {failure.reason}")
    print(_closing_table(report))
    return 1 if report.failed else 0


def _closing_table(report: BuildReport) -> str:
    rows: list[tuple[str, Any]] = [
        ("documents read", report.read),
        ("documents unchanged", report.unchanged),
        ("documents removed", report.removed),
        *([("touched by changed words", report.touched)] if report.touched is not None else []),
        ("documents failed", len(report.failed)),
        *((f"facts: {kind}", number) for kind, number in report.facts.items()),
        ("claims", report.claims),
        ("observations", report.observations),
        ("findings", report.findings),
        ("quads", report.quads),
    ]
    rows.extend((f"time: {stage}", render.seconds(spent)) for stage, spent in report.stages.seconds.items())
    texts = [(name, value if isinstance(value, str) else f"{value:,}") for name, value in rows]
    first, second = (max(len(row[i]) for row in texts) for i in (0, 1))
    return "\n".join(f"{name:<{first}}  {value:>{second}}" for name, value in texts)


def _query_parser(commands: Any) -> None:
    query = commands.add_parser("query", help="ask a question of the catalogue; without a name: list the catalogue")
    query.add_argument("graph", metavar="GRAPH")
    query.add_argument("name", nargs="?", metavar="NAME")
    query.add_argument("parameter", nargs="*", metavar="param=value")
    query.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of titles and labels (vi)")
    _table_options(query)
    query.set_defaults(command=_query)


def _query(options: argparse.Namespace) -> int:
    import kg.store
    from kg.query import catalogue, run

    if options.name is None:
        rows = [(q.name, " ".join(_signature(p) for p in q.parameters), q.title[options.lang]) for q in catalogue()]
        _print_rows(("name", "parameters", "title"), rows, options.format)
        return 0
    parameters = {}
    for pair in options.parameter:
        name, equals, value = pair.partition("=")
        if not equals:
            raise QueryError(f"parameters are written name=value, not {pair!r}")
        parameters[name] = value
    with kg.store.open(options.graph) as store, _deadline(options.timeout):
        _print_table(run(store, options.name, parameters, lang=options.lang), options.format)
    return 0


def _signature(parameter: Any) -> str:
    return f"{parameter.name}=" if parameter.required else f"[{parameter.name}=]"


def _sparql_parser(commands: Any) -> None:
    sparql = commands.add_parser("sparql", help="run a SPARQL query over the union of all documents")
    sparql.add_argument("graph", metavar="GRAPH")
    sparql.add_argument("query", nargs="?", metavar="QUERY")
    sparql.add_argument("-f", "--file", type=Path, help="read the query from a file (- for standard input)")
    _table_options(sparql)
    sparql.set_defaults(command=_sparql)


def _sparql(options: argparse.Namespace) -> int:
    import kg.store
    from kg.query import sparql

    if (options.query is None) == (options.file is None):
        raise QueryError("give one query: as an argument, or in a file with -f FILE")
    text = options.query if options.file is None else _text_of(options.file)
    with kg.store.open(options.graph) as store, _deadline(options.timeout):
        answer = sparql(store, text)
        if isinstance(answer, bytes):
            sys.stdout.buffer.write(answer)
        else:
            _print_table(answer, options.format)
    return 0


def _read_parser(commands: Any) -> None:
    read = commands.add_parser("read", help="what the reader sees in a text: mentions, facts, rules")
    read.add_argument("text", metavar="TEXT|FILE", help="a text, a file, or - for standard input")
    read.add_argument("--date", metavar="DATE", help="the document's date, as 2024-06-11")
    read.add_argument("--ontology", type=Path, metavar="FOLDER", help="Turtle files to use instead of the package's")
    read.add_argument("--format", choices=("text", "json"), default="text")
    read.set_defaults(command=_read)


def _read(options: argparse.Namespace) -> int:
    from kg.explain import explain_text, seen_as_text

    seen = explain_text(options.text, sys.stdin.read if options.text == "-" else None, options.date, options.ontology)
    print(_json(seen) if options.format == "json" else seen_as_text(seen))
    return 0


def _why_parser(commands: Any) -> None:
    why = commands.add_parser("why", help="where a fact stands and how it was read")
    why.add_argument("graph", metavar="GRAPH")
    why.add_argument("fact", metavar="FACT", help="the IRI of a claim, or DOC:START")
    why.add_argument("--format", choices=("text", "json"), default="text")
    why.set_defaults(command=_why)


def _why(options: argparse.Namespace) -> int:
    import kg.store
    from kg.explain import why, why_as_text

    with kg.store.open(options.graph) as store:
        reasons = why(store, options.fact)
    if options.format == "json":
        print(_json(reasons))
    else:
        print("\n\n".join(why_as_text(reason, colour=sys.stdout.isatty()) for reason in reasons))
    return 0


def _check_parser(commands: Any) -> None:
    check = commands.add_parser("check", help="shapes, cube constraints, conflicts, arithmetic")
    check.add_argument("graph", metavar="GRAPH")
    check.add_argument("--format", choices=TABLE_FORMATS, default="table")
    check.set_defaults(command=_check)


def _check(options: argparse.Namespace) -> int:
    import kg.store
    from kg.check import run

    with kg.store.open(options.graph) as store:
        findings = list(run(store))
    if options.format == "json":
        print(_json([{"kind": f.kind, "message": f.message, "claims": list(f.claims)} for f in findings]))
    else:
        rows = [(f.kind, f.message, " ".join(map(str, f.claims))) for f in findings]
        _print_rows(("kind", "message", "claims"), rows, options.format)
    return 1 if findings else 0


def _export_parser(commands: Any) -> None:
    export = commands.add_parser("export", help="write a graph in another format")
    export.add_argument("graph", metavar="GRAPH")
    export.add_argument("--to", required=True, metavar="FORMAT", help="'kg export GRAPH --to help' lists them")
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="file (default: standard output)")
    export.set_defaults(command=_export)


def _export(options: argparse.Namespace) -> int:
    import kg.store
    from kg.export import FORMATS, export

    if options.to == "help":
        _print_rows(("format", "suffix", "what"), [(f.name, f.suffix, f.summary) for f in FORMATS], "table")
        return 0
    with kg.store.open(options.graph) as store:
        if options.output is not None:
            export(store, options.to, options.output, vars(options))
        else:
            _export_to_stdout(store, options)
    return 0


def _export_to_stdout(store: Any, options: argparse.Namespace) -> None:
    import tempfile

    from kg.export import export, exporter

    with tempfile.TemporaryDirectory(prefix="kg-export-") as folder:
        path = Path(folder) / f"graph{exporter(options.to).suffix or '.out'}"
        export(store, options.to, path, vars(options))
        if path.is_dir():
            raise QueryError(f"the format {options.to} makes several files: name a folder with -o")
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)


_COMMANDS = (
    _build_parser,
    _query_parser,
    _sparql_parser,
    _read_parser,
    _why_parser,
    _check_parser,
    _export_parser,
)


def _table_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=TABLE_FORMATS, default="table")
    parser.add_argument("--timeout", type=float, metavar="SECONDS", help="give up after so long (default: never)")


def _print_table(table: Table, format: str) -> None:
    if format == "table":
        _print_rows(table.columns, table.rows, format)
    else:
        text = {"csv": table.to_csv, "json": table.to_json, "markdown": table.to_markdown}[format]()
        sys.stdout.write(text if text.endswith("\n") else text + "\n")


def _print_rows(columns: Sequence[str], rows: Sequence[Sequence[Any]], format: str) -> None:
    if format == "table":
        limit = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        print(render.table(columns, rows, limit))
    else:
        from kg.query import Table

        _print_table(Table(tuple(columns), [tuple(row) for row in rows]), format)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _text_of(path: Path) -> str:
    try:
        return sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path} cannot be read: {error}") from error


def _note(message: str) -> None:
    print(message, file=sys.stderr)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


@contextmanager
def _deadline(limit: float | None) -> Iterator[None]:
    """End the process if the block takes longer: the store cannot be told to stop a query, but we can stop."""
    if limit is None:
        yield
        return

    def give_up() -> None:
        _note(f"kg: the query took longer than {limit:g} s and was given up")
        sys.stderr.flush()
        os._exit(2)

    timer = threading.Timer(limit, give_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on standard error, if that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    shown = -1

    def show(done: int, total: int) -> None:
        nonlocal shown
        percent = 100 * done // max(total, 1)
        if percent != shown:
            shown = percent
            bar = "█" * (percent * 30 // 100)
            sys.stderr.write(f"\rreading  {bar:<30}  {percent:3d} %  {done:,} of {total:,}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        if shown >= 0:
            sys.stderr.write("\n")
