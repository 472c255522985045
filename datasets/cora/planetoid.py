#!/usr/bin/env python3
"""Finds the order of Cora's Planetoid form (Yang et al. 2016, arXiv 1603.08861) in its npz form.

    python3 planetoid.py cora.npz PLANETOID_FOLDER [-o planetoid.json]

PLANETOID_FOLDER holds the Planetoid form as text: features_binary.csv (a row: the columns that are 1), labels.csv,
edges.csv and split.json (train, val, test). The two forms number nodes, and classes, differently. Nodes are matched by
their features, then their class, then their neighbourhood (colour refinement over both graphs at once); where that still
leaves twins, one is singled out and the refinement goes on. The result is checked: every feature row, class and edge of
one form must be one of the other, and the split must be the first 140, the next 500 and the last 1,000 nodes. Needs NumPy.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np


def read_npz(path):
    npz = np.load(path)

    def rows(name):
        pointer, indices = npz[f"{name}_indptr"], npz[f"{name}_indices"]
        return [indices[a:b].tolist() for a, b in zip(pointer, pointer[1:])]

    edges = {frozenset((i, j)) for i, row in enumerate(rows("adj")) for j in row if i != j}
    return [tuple(sorted(row)) for row in rows("attr")], npz["labels"].tolist(), edges


def read_planetoid(folder):
    lines = lambda name: (folder / name).read_text().splitlines()
    features = [tuple(sorted(map(int, line.split()))) for line in lines("features_binary.csv")]
    edges = {frozenset(map(int, line.split(","))) for line in lines("edges.csv")}
    return features, [int(line) for line in lines("labels.csv")], edges


def match_classes(npz, planetoid):
    """Planetoid class → npz class, from the nodes whose features occur once in either form."""
    (features, labels, _), (others, other_labels, _) = npz, planetoid
    counts, other_counts = Counter(features), Counter(others)
    place = {row: i for i, row in enumerate(features) if counts[row] == 1}
    pairs = {(other_labels[j], labels[place[row]]) for j, row in enumerate(others) if other_counts[row] == 1 and row in place}
    assert len(pairs) == len(set(labels)), f"features do not tell which class is which: {sorted(pairs)}"
    return dict(pairs)


def refine(colours, neighbours):
    """Colour refinement of the disjoint union until no colour splits any more."""
    while True:
        signs = [(colour, tuple(sorted(colours[j] for j in neighbours[i]))) for i, colour in enumerate(colours)]
        names = {sign: n for n, sign in enumerate(sorted(set(signs)))}
        refined = [names[sign] for sign in signs]
        if len(names) == len(set(colours)):
            return refined
        colours = refined


def match_nodes(npz, planetoid):
    """Planetoid node → npz node."""
    count = len(npz[0])
    classes = match_classes(npz, planetoid)
    starts = list(zip(npz[0], npz[1])) + [(row, classes[label]) for row, label in zip(planetoid[0], planetoid[1])]
    names = {start: n for n, start in enumerate(sorted(set(starts)))}
    neighbours = [[] for _ in range(2 * count)]
    for shift, edges in ((0, npz[2]), (count, planetoid[2])):
        for i, j in map(tuple, edges):
            neighbours[shift + i].append(shift + j)
            neighbours[shift + j].append(shift + i)
    colours = [names[start] for start in starts]
    twins = 0
    while True:
        colours = refine(colours, neighbours)
        groups = {}
        for node, colour in enumerate(colours):
            groups.setdefault(colour, []).append(node)
        assert all(sum(node < count for node in group) * 2 == len(group) for group in groups.values()), "not one graph"
        open_group = next((group for _, group in sorted(groups.items()) if len(group) > 2), None)
        if open_group is None:
            print(f"{twins} times one of several twins was singled out")
            return {max(group) - count: min(group) for group in groups.values()}
        twins += 1
        for node in (open_group[0], next(node for node in open_group if node >= count)):
            colours[node] = len(colours) * 2


def check(npz, planetoid, place):
    classes = match_classes(npz, planetoid)
    assert sorted(place.values()) == list(range(len(npz[0])))
    for j, i in place.items():
        assert planetoid[0][j] == npz[0][i] and classes[planetoid[1][j]] == npz[1][i], f"node {j} is not {i}"
    assert {frozenset(place[i] for i in edge) for edge in planetoid[2]} == npz[2], "the edges differ"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("npz")
    parser.add_argument("planetoid", type=Path)
    parser.add_argument("-o", "--output", default="planetoid.json")
    arguments = parser.parse_args()
    npz, planetoid = read_npz(arguments.npz), read_planetoid(arguments.planetoid)
    place, classes = match_nodes(npz, planetoid), match_classes(npz, planetoid)
    check(npz, planetoid, place)
    split = json.loads((arguments.planetoid / "split.json").read_text())
    count = len(place)
    stated = {"train": [0, 140], "val": [140, 640], "test": [count - 1000, count]}
    assert split == {name: list(range(*ends)) for name, ends in stated.items()}, "the split is another one"
    order = {"nodes": [place[i] for i in range(count)], "classes": [classes[c] for c in range(len(classes))]}
    Path(arguments.output).write_text(json.dumps(order, separators=(",", ":")) + "\n")
    print(f"{count} nodes and {len(npz[2])} edges agree")


if __name__ == "__main__":
    main()
