"""GraphML: the network of who quotes, speaks of, meets, supports and opposes whom.

Source: GraphML Primer and schema, graphml.graphdrawing.org.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO
from xml.etree import ElementTree as ET

from onrecord.export.about import describe_export
from onrecord.export.network import build_network
from onrecord.story import SelectedStory
from onrecord.story.tables.guarded_text import drop_impossible_in_xml

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS = {"label": "string", "type": "string", "mentions": "int"}
_EDGE_KEYS = {
    "label": "string",
    "relation": "string",
    "status": "string",
    "weight": "int",
    "pages": "int",
    "first": "string",
    "last": "string",
    "words": "string",
    "records": "string",
    "page_ids": "string",
}
_NAMES_OF_SCOPES = {"node": _NODE_KEYS, "edge": _EDGE_KEYS}


def write(selected: SelectedStory, stream: BinaryIO, report: Callable[[str], None]) -> None:
    """Write the network of the quotes and events wanted to `stream`."""
    nodes, edges = build_network(selected)
    root = ET.Element("graphml", xmlns=_NAMESPACE)
    for scope, keys in _NAMES_OF_SCOPES.items():
        for name, kind in keys.items():
            key = {"for": scope, "attr.name": name, "attr.type": kind}
            ET.SubElement(root, "key", {"id": f"{scope}-{name}", **key})
    for what, _ in describe_export(selected):
        key = {"for": "graph", "attr.name": what, "attr.type": "string"}
        ET.SubElement(root, "key", {"id": f"graph-{what.replace(' ', '-')}", **key})
    graph = ET.SubElement(root, "graph", id="story", edgedefault="directed")
    about = {what.replace(" ", "-"): value for what, value in describe_export(selected)}
    _add_data(graph, "graph", about)
    for node in nodes:
        element = ET.SubElement(graph, "node", id=node.id)
        values: dict[str, str | int] = {"label": node.label, "type": node.type}
        _add_data(element, "node", values | {"mentions": node.mentions})
    for number, edge in enumerate(edges):
        ends = {"id": f"edge-{number}", "source": edge.source, "target": edge.target}
        element = ET.SubElement(graph, "edge", ends)
        _add_data(element, "edge", {"label": edge.label, **edge.describe()})
    ET.indent(root, " ")
    ET.ElementTree(root).write(stream, encoding="utf-8", xml_declaration=True)
    if not edges:
        report("graphml: nobody of these rows quotes, meets or opposes anybody: the graph is empty")


def _add_data(element: ET.Element, scope: str, values: Mapping[str, str | int]) -> None:
    for name, value in values.items():
        data = ET.SubElement(element, "data", key=f"{scope}-{name}")
        data.text = drop_impossible_in_xml(str(value))
