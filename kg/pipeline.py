"""From documents to a graph: ``extract`` is pure, ``build`` has all the effects.

    find -> compare with the graph -> read what is new or changed -> load -> reconcile -> swap in

A build works in a store beside the one that readers use and puts it in that one's place at the end, so
a build that is killed has done nothing. Every stage is a function below, in this order.
"""

from __future__ import annotations

import contextlib
import dataclasses
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path

from kg import terms
from kg.model import Reading
from kg.rdf.quads import reading_to_nquads
from kg.reconcile import reconcile
from kg.reconcile.ontology import Ontology
from kg.reconcile.read import document_graphs, read_ontology
from kg.reconcile.run import deal_out, is_current, remake
from kg.reconcile.spill import Spill
from kg.reconcile.update import update
from kg.scale import tally
from kg.scale.ledger import Ledger
from kg.scale.plan import ONTOLOGY, Plan, compare
from kg.scale.reader import DocumentReader, Reader
from kg.scale.reading import extract, read_all, read_batch, spread
from kg.scale.report import BuildReport, Stages
from kg.scale.sources import Failure, walk
from kg.scale.touched import save as save_wordings
from kg.scale.vocabulary import load_ontology, ontology_hash
from kg.store import Store, is_remote
from kg.store.folder import building, current_store, is_graph, next_store, point_to
from kg.store.loader import Loader, Replacer
from kg.store.memory import Memory
from kg.store.oxigraph import OxigraphStore

__all__ = ["Progress", "build", "extract", "load_readings"]

Progress = Callable[[int, int], None]
_OPTIMIZE_ABOVE = 500  # so many changed documents are worth a compaction of the whole store


def build(
    sources: Iterable[str | Path] | str | Path,
    graph: str | Path,
    *,
    manifest: str | Path | None = None,
    jobs: int | None = None,
    report: str | Path | None = None,
    ontology: str | Path | None = None,
    reader: Reader | None = None,
    progress: Progress | None = None,
    cluster: str | None = None,
    shards: str | Path | None = None,
) -> BuildReport:
    """Make ``graph`` say what the documents of ``sources`` say: these, and no others.

    Documents that the graph has read already, with the same bytes, metadata, vocabulary and code, are
    not read again; those that are no longer among the sources leave. One that cannot be read is named
    in the report and never stops the rest. ``jobs`` is the number of processes (default: all cores, and
    none beside this one when there is little to read); ``report`` is a file for the report as JSON;
    ``reader`` and ``ontology`` replace the package's own; ``progress(done, total)`` is called as it goes.
    ``cluster`` is the address of a Dask scheduler whose workers read; they write to ``shards``, a folder
    that they share with this machine (default: beside the graph, and removed when all is loaded).

    Raises InputError where a source does not exist, StoreError where the graph cannot be written.
    """
    given = [sources] if isinstance(sources, (str, Path)) else list(sources)
    vocabulary = Path(ontology) if ontology else None
    folder = None if is_remote(graph) else Path(graph)
    work = reader or DocumentReader(vocabulary)
    stages = Stages()
    with stages.time("find"):
        found = walk(given, Path(manifest) if manifest else None)
    with _held(graph) as memory:
        ledger = Ledger(memory)
        with stages.time("find"):
            failures = ledger.note(found)
        with stages.time("compare"):
            plan = compare(ledger, memory, graph, work, vocabulary, jobs)
        result = BuildReport(
            unchanged=plan.unchanged, removed=plan.removed, checked=plan.checked, failed=failures, stages=stages
        )
        result.touched = None if plan.checked is None else plan.checked - plan.moved
        before = tally.known(folder) if folder and plan.unchanged else None
        difference: Counter[str] | None = Counter()
        if not plan.nothing_to_do:
            with _draft(graph, keep=plan.unchanged > 0, count=before is not None and plan.small) as store:
                if plan.ontology or plan.unchanged == 0:
                    with stages.time("ontology"):
                        load_ontology(store, vocabulary, new=plan.unchanged == 0 and folder is not None)
                with Loader(store) as loader, Spill() as spill:
                    site = Site(plan, store, loader, spill, memory if folder else None, work, jobs, result, progress)
                    with stages.time("read and load"):
                        if cluster:
                            load_from_cluster(site, cluster, Path(shards or f"{graph}.shards"))
                        else:
                            read_and_load(site)
                    bring_up_to_date(site)
                tidy(store, plan, result)
            difference = tally.difference_of(store)
        if folder:
            memory.put([(ONTOLOGY, ontology_hash(vocabulary).encode())])
            memory.commit(current_store(folder).name)
            save_wordings(folder, work)
        if cluster and not shards:
            shutil.rmtree(f"{graph}.shards", ignore_errors=True)
        with stages.time("count"):
            tally.fill(result, graph, folder, before, difference)
    if report:
        Path(report).write_text(result.to_json(), encoding="utf-8")
    return result


@dataclasses.dataclass(slots=True)
class Site:
    """What the stages of one build share: what is to be done, where it is written, and by whom.

    ``ontology`` is there where the cube is made anew; the claims for that come into ``spill`` as documents are read.
    """

    plan: Plan
    store: Store
    loader: Loader
    spill: Spill
    memory: Memory | None
    reader: Reader
    jobs: int | None
    result: BuildReport
    progress: Progress | None
    ontology: Ontology = dataclasses.field(init=False)
    anew: bool = dataclasses.field(init=False)
    dealt: bool = False

    def __post_init__(self) -> None:
        self.ontology = read_ontology(self.store)
        self.anew = self.plan.everything or not is_current(self.store, self.ontology)

    def enter(self, read: Mapping[str, str]) -> None:
        """Take down that these documents were read: fingerprints by id."""
        self.result.read += len(read)
        self.plan.ledger.enter(self.reader.version, read.items())

    def tell(self, done: int) -> None:
        """Say how many documents are done."""
        if self.progress:
            self.progress(done, self.plan.read)


def read_and_load(site: Site) -> None:
    """Take away what is gone, read what is to be read, and load it as it comes.

    A draft loses the old graphs of changed documents first; a server, which is read while it is written,
    has each replaced as a whole.
    """
    plan, store, ledger = site.plan, site.store, site.plan.ledger
    in_place = is_remote(store.address)
    if plan.unchanged or in_place:  # else the store is new and holds no document
        _take_away(store, map(terms.document, ledger.ids("removed")) if in_place else plan.gone_graphs())
    _mark_as_read(store, ledger.ids("moved"), site.reader.version)
    done = 0
    with Replacer(store) as replacer:
        ontology = site.ontology if site.anew else None
        for batch in read_all(ledger.sources(), plan.read, site.reader, site.jobs, ontology):
            if batch.dealt:
                site.spill.add(batch.dealt)
            for outcome in batch.outcomes:
                done += 1
                doc = outcome.source.id
                if outcome.reason:
                    site.result.failed.append(Failure(outcome.source.path, outcome.reason))
                if in_place and ledger.is_gone(doc):
                    replacer.add(terms.document(doc), outcome.nquads)
                else:
                    site.loader.add(outcome.nquads)
                site.tell(done)
            site.enter({outcome.source.id: outcome.sha256 for outcome in batch.outcomes if not outcome.reason})
    site.dealt = True
    site.result.failed.sort(key=lambda failure: failure.file)


def load_from_cluster(site: Site, cluster: str, shards: Path) -> None:
    """The same with the workers of a cluster: they write shards, which are loaded as they come."""
    from kg.scale.cluster import read_on_cluster

    plan, store = site.plan, site.store
    if plan.unchanged or is_remote(store.address):
        _take_away(store, plan.gone_graphs())
    _mark_as_read(store, plan.ledger.ids("moved"), site.reader.version)
    done = 0
    for shard in read_on_cluster(cluster, site.reader, read_batch, plan.ledger.sources(), shards):
        if shard.read:
            store.bulk_load(shard.path)
        done += len(shard.sources)
        site.enter(shard.read)
        paths = {source.id: source.path for source in shard.sources}
        site.result.failed += [Failure(paths[doc], reason) for doc, reason in shard.failed.items()]
        site.tell(done)
    site.result.failed.sort(key=lambda failure: failure.file)


def _take_away(store: Store, graphs: Iterable[str]) -> None:
    for some in _chunks(graphs, 1000):
        store.replace_graphs(dict.fromkeys(some))


def _chunks(items: Iterable[str], size: int) -> Iterator[list[str]]:
    rest = iter(items)
    return iter(lambda: list(islice(rest, size)), [])


def _mark_as_read(store: Store, documents: Iterable[str], version: str) -> None:
    """Say of documents that were not read again that the reader of this version would read the same in them."""
    with_, new = terms.READ_WITH, f'<{terms.READ_WITH}> "{version}"'
    for some in _chunks(documents, 5000):
        graphs = " ".join(f"<{terms.document(doc)}>" for doc in some)
        store.update(
            f"DELETE {{ GRAPH ?g {{ ?g <{with_}> ?old }} }} INSERT {{ GRAPH ?g {{ ?g {new} }} }} "
            f"WHERE {{ VALUES ?g {{ {graphs} }} GRAPH ?g {{ ?g <{with_}> ?old }} }}"
        )


def bring_up_to_date(site: Site) -> None:
    """Make the cube say what the documents together say: the parts that changed, or all of it on all cores."""
    plan, store = site.plan, site.store
    with site.result.stages.time("reconcile"):
        if site.anew:
            if plan.unchanged or not site.dealt:
                site.loader.settle()
                others = map(terms.document, plan.ledger.ids("kept")) if site.dealt else document_graphs(store)
                deal_out(store, others, site.ontology, site.spill)
            remake(store, site.loader, site.ontology, site.spill, partial(spread, site.jobs), site.memory)
        else:
            site.loader.settle()
            update(store, plan.changed(), site.ontology, site.memory)
    with site.result.stages.time("load the rest"):
        site.loader.settle()


def tidy(store: Store, plan: Plan, result: BuildReport) -> None:
    """Bring the store into shape after much was written."""
    if plan.everything or plan.read + plan.gone > _OPTIMIZE_ABOVE:
        with result.stages.time("optimize"):
            store.optimize()


@contextlib.contextmanager
def _held(graph: str | Path) -> Iterator[Memory]:
    """The right to build a graph, and what its folder remembers; a server sees to the one and has not the other."""
    if is_remote(graph):
        with Memory() as memory:
            yield memory
        return
    folder = Path(graph)
    with building(folder), Memory(folder, current_store(folder).name if is_graph(folder) else None) as memory:
        yield memory


@contextlib.contextmanager
def _draft(graph: str | Path, *, keep: bool, count: bool = False) -> Iterator[Store]:
    """The store to write into: a copy of the graph (or an empty one) that takes its place when all went well."""
    if is_remote(graph):
        from kg.store.remote import RemoteStore

        with RemoteStore(str(graph)) as remote:
            remote.begin()
            yield remote
            remote.finish()
        return
    folder = Path(graph)
    target = next_store(folder)
    try:
        if keep:
            with OxigraphStore(current_store(folder)) as current:
                current.backup(target)
        with tally.CountingStore(target) if count else OxigraphStore(target) as store:
            yield store
            store.flush()
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    point_to(folder, target)


def load_readings(readings: Iterable[Reading], graph: str | Path) -> None:
    """Make a graph of readings that exist already, without reading any document."""
    with _held(graph), _draft(graph, keep=False) as store:
        load_ontology(store, new=True)
        with Loader(store) as loader:
            for reading in readings:
                loader.add(reading_to_nquads(reading))
        reconcile(store)
        store.optimize()
