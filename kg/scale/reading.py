"""Reading many documents, here or on all cores: what each says as N-Quads, and what their claims come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from kg.errors import KgError, StoreError
from kg.model import Reading
from kg.rdf.quads import reading_to_nquads
from kg.reconcile import claims_of
from kg.reconcile.deal import Dealt, deal
from kg.reconcile.model import Claim
from kg.reconcile.ontology import Ontology
from kg.reconcile.run import Work, here
from kg.reconcile.spill import Made
from kg.scale.pool import Lost, available_cores, work_through
from kg.scale.reader import Reader
from kg.scale.sources import Source

_BATCH = 32
_SMALL = 1_000_000  # bytes of claims that are made in this process
_FEW = 100  # fewer documents than this are read in this process: starting workers would take longer


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its graph as N-Quads, or the reason why there is none."""

    source: Source
    nquads: str = ""
    reason: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some documents that were read together; ``dealt`` are their claims, where the cube is to be made anew."""

    outcomes: list[Outcome]
    dealt: Dealt | None = None


def extract(source: Source, reader: Reader) -> Reading:
    """All that one document says. Raises KgError, or whatever its file makes the reader raise."""
    return reader(source)


def read_all(
    sources: Iterable[Source], number: int, reader: Reader, jobs: int | None = None, ontology: Ontology | None = None
) -> Iterator[Batch]:
    """Read so many documents, on all cores if they are many; in the order in which they are done.

    With an ``ontology`` their claims are dealt out where they are made: nothing has to be read back from the store.
    """
    if not number:
        return
    jobs = jobs or (1 if number < _FEW else available_cores())
    reader.prepare()  # once, before the workers start: they share it
    read = partial(_read, reader, ontology)
    size = max(1, min(_BATCH, number // (4 * jobs))) if jobs > 1 else 1
    rest = iter(sources)
    batches = iter(lambda: list(islice(rest, size)), [])
    if jobs == 1:
        for batch in batches:
            yield from read(batch)
        return
    for results in work_through(read, batches, jobs):
        if isinstance(results, Lost):
            reason = f"reading it ended the process (exit code {results.exit_code}) each time it was tried"
            yield Batch([Outcome(results.item, reason=reason)])
        else:
            yield from results


def _read(reader: Reader, ontology: Ontology | None, sources: Sequence[Source]) -> list[Batch]:
    return [read_batch(reader, sources, ontology)]


def read_batch(reader: Reader, sources: Sequence[Source], ontology: Ontology | None = None) -> Batch:
    """Read some documents; whatever one of them raises is its own failure and nobody else's."""
    outcomes: list[Outcome] = []
    claims: list[Claim] = []
    for source in sources:
        try:
            reading = extract(source, reader)
            quads = reading_to_nquads(reading, reader.version)
            outcomes.append(Outcome(source, quads, sha256=reading.document.sha256))
            if ontology:
                claims += claims_of(reading)
        except Exception as error:
            outcomes.append(Outcome(source, reason=_reason(error, source)))
    return Batch(outcomes, deal(claims, ontology) if ontology else None)


def _reason(error: Exception, source: Source) -> str:
    """What went wrong, in one line; the file is named beside it, so our own errors need not say it again."""
    if isinstance(error, KgError):
        return str(error).removeprefix(f"{source.path}: ")
    return f"{type(error).__name__}: {error}"


def spread(jobs: int | None, work: Work, parts: Sequence[Path]) -> Iterator[Made]:
    """Make the parts of the cube, on all cores if there is much to make. Raises StoreError where one cannot be made."""
    size = sum(part.stat().st_size for part in parts)
    jobs = jobs or (1 if size < _SMALL else available_cores())
    if jobs == 1:
        yield from here(work, parts)
        return
    for made in work_through(work, ([part] for part in parts), jobs):
        if isinstance(made, Lost):
            raise StoreError(
                f"reconciling ended the process (exit code {made.exit_code}) each time it was tried; is memory short?"
            )
        yield from made
