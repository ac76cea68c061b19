"""The cube that the integrity constraints look at: its structures, and its observations, normalised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from kg import terms
from kg.check.triples import Triples

QB, RDF_TYPE = terms.QB, terms.TYPE


class Structure:
    """A data structure definition, resolved: which components it has and where they are attached."""

    def __init__(self, graph: Triples, iri: str) -> None:
        self.iri = iri
        self.components: list[str] = []
        self.optional: set[str] = set()
        self.required: set[str] = set()
        self.attached: dict[str, set[str]] = defaultdict(set)
        for spec in sorted(graph.values(iri, QB + "component")):
            for kind in ("dimension", "measure", "attribute", "measureDimension", "componentProperty"):
                for prop in sorted(graph.values(spec, QB + kind)):
                    self.components.append(prop)
                    wanted = graph.values(spec, QB + "componentRequired")
                    self.required.update({prop} if wanted & {"true", "1"} else set())
                    self.optional.update({prop} if wanted & {"false", "0"} else set())
                    self.attached[prop] |= graph.values(spec, QB + "componentAttachment")
        self.keys = sorted(graph.values(iri, QB + "sliceKey"))
        specs = graph.values(iri, QB + "component")
        said = {
            kind: {prop for spec in specs for prop in graph.values(spec, QB + kind)}
            for kind in ("dimension", "measure", "attribute", "measureDimension")
        }

        def of(cls: str, *kinds: str) -> list[str]:
            typed = {prop for prop in self.components if QB + cls in graph.values(prop, RDF_TYPE)}
            return sorted(typed.union(*(said[kind] for kind in kinds)))

        self.dimensions = of("DimensionProperty", "dimension", "measureDimension")
        self.measures = of("MeasureProperty", "measure")
        self.attributes = of("AttributeProperty", "attribute")


class Cube:
    """A normalised cube: types completed, values of data sets and slices pushed down to their observations."""

    def __init__(self, statements: Iterable[tuple[str, str, str]]) -> None:
        self.graph = graph = Triples(statements)
        self.structures = {
            iri: Structure(graph, iri)
            for iri in {
                *graph.instances(QB + "DataStructureDefinition", RDF_TYPE),
                *(dsd for dsds in graph.with_property(QB + "structure").values() for dsd in dsds),
            }
        }
        self.slices: dict[str, set[str]] = defaultdict(set)
        for dataset, slices in graph.with_property(QB + "slice").items():
            for each in slices:
                self.slices[each].add(dataset)
        for each in graph.instances(QB + "Slice", RDF_TYPE):
            self.slices.setdefault(each, set())
        self.datasets = sorted(
            {*graph.instances(QB + "DataSet", RDF_TYPE), *graph.with_property(QB + "structure")}
            | {dataset for datasets in self.slices.values() for dataset in datasets}
            | {dataset for datasets in graph.with_property(QB + "dataSet").values() for dataset in datasets}
        )
        self.slices_of: dict[str, list[str]] = defaultdict(list)
        for each in sorted(self.slices):
            for observation in graph.values(each, QB + "observation"):
                self.slices_of[observation].append(each)
        self.observations = sorted(
            {*graph.instances(QB + "Observation", RDF_TYPE), *graph.with_property(QB + "dataSet"), *self.slices_of}
        )

    def structure_of(self, dataset: str | None) -> Structure | None:
        """The structure of a data set."""
        return self.structures.get(self.graph.one(dataset, QB + "structure") or "") if dataset else None

    @cached_property
    def structured(self) -> list[tuple[str, str, Structure]]:
        """Every observation that belongs to a data set with a structure, with both."""
        structures = {dataset: self.structure_of(dataset) for dataset in self.datasets}
        found = []
        for observation in self.observations:
            for dataset in sorted(self.graph.values(observation, QB + "dataSet")):
                structure = structures.get(dataset)
                if structure is not None:
                    found.append((observation, dataset, structure))
        return found

    def values(self, observation: str, dataset: str, structure: Structure, prop: str) -> set[str] | frozenset[str]:
        """The values of a component, its own or pushed down from its slices and data set."""
        own = self.graph.values(observation, prop)
        attached = structure.attached.get(prop, ())
        if QB + "Slice" in attached or prop in structure.dimensions:
            for each in self.slices_of.get(observation, ()):
                if dataset in self.slices[each]:
                    pushed = self.graph.values(each, prop)
                    own = own | pushed if own else pushed
        if QB + "DataSet" in attached:
            own = own | self.graph.values(dataset, prop)
        return own

    @cached_property
    def keys(self) -> list[tuple[str, str, Structure, tuple[set[str] | frozenset[str], ...]]]:
        """Every structured observation with the values of its dimensions."""
        return [
            (observation, dataset, structure, tuple(
                self.values(observation, dataset, structure, prop) for prop in structure.dimensions
            ))
            for observation, dataset, structure in self.structured
        ]  # fmt: skip
