"""GEXF, for Gephi: the network of who quotes, speaks of, meets, supports and opposes whom.

Source: GEXF 1.2 draft, gexf.net.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO
from xml.etree import ElementTree as ET

from onrecord.export.about import describe_export
from onrecord.export.network import build_network
from onrecord.story import SelectedStory
from onrecord.story.tables.guarded_text import drop_impossible_in_xml

_NAMESPACE = "http://www.gexf.net/1.2draft"
_NODE_ATTRIBUTES = {"type": "string", "mentions": "integer"}
_EDGE_ATTRIBUTES = {
    "relation": "string",
    "status": "string",
    "pages": "integer",
    "first": "string",
    "last": "string",
    "words": "string",
    "records": "string",
    "page_ids": "string",
}


def write(selected: SelectedStory, stream: BinaryIO, report: Callable[[str], None]) -> None:
    """Write the network of the quotes and events wanted to `stream`."""
    nodes, edges = build_network(selected)
    root = ET.Element("gexf", xmlns=_NAMESPACE, version="1.2")
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "onrecord"
    about = "\n".join(f"{what}: {value}" for what, value in describe_export(selected))
    ET.SubElement(meta, "description").text = drop_impossible_in_xml(about)
    graph = ET.SubElement(root, "graph", defaultedgetype="directed", mode="static")
    _define(graph, "node", _NODE_ATTRIBUTES)
    _define(graph, "edge", _EDGE_ATTRIBUTES)
    listed = ET.SubElement(graph, "nodes")
    for node in nodes:
        label = drop_impossible_in_xml(node.label)
        element = ET.SubElement(listed, "node", id=node.id, label=label)
        _add_values(element, _NODE_ATTRIBUTES, {"type": node.type, "mentions": node.mentions})
    listed = ET.SubElement(graph, "edges")
    for number, edge in enumerate(edges):
        values = edge.describe()
        ends = {"source": edge.source, "target": edge.target, "label": edge.label}
        ends |= {"id": f"{number}", "weight": f"{values['weight']}"}
        element = ET.SubElement(listed, "edge", ends)
        _add_values(element, _EDGE_ATTRIBUTES, values)
    ET.indent(root, " ")
    ET.ElementTree(root).write(stream, encoding="utf-8", xml_declaration=True)
    if not edges:
        report("gexf: nobody of these rows quotes, meets or opposes anybody: the graph is empty")


def _define(graph: ET.Element, scope: str, attributes: Mapping[str, str]) -> None:
    declared = ET.SubElement(graph, "attributes", {"class": scope})
    for name, kind in attributes.items():
        ET.SubElement(declared, "attribute", id=f"{scope}-{name}", title=name, type=kind)


def _add_values(
    element: ET.Element, attributes: Mapping[str, str], values: Mapping[str, str | int]
) -> None:
    scope = element.tag
    added = ET.SubElement(element, "attvalues")
    for name in attributes:
        value = drop_impossible_in_xml(str(values[name]))
        ET.SubElement(added, "attvalue", {"for": f"{scope}-{name}", "value": value})
