#!/usr/bin/env python3
"""Makes a node-classification graph from any dpkg status file.

    python3 make.py STATUS [-o packages.json]

Nodes are installed packages, an edge joins a package with one it depends on, the class is the package's section and
the features say which words its description has. README.md states each rule and why. Python's standard library only;
the same status file always gives the same bytes.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter

# A section with fewer packages than this is merged into `other`.
MIN_CLASS = 40
# A word is kept if at least this many packages have it.
MIN_PACKAGES = 8
# … and at most this share of them.
MAX_SHARE = 0.25
# A word that alone tells a section apart with at least this F1 is taken to name it, and is left out.
NAMING_F1 = 0.5

TRAIN_PER_CLASS, VALIDATION, TEST, SEED = 20, 500, 1000, 0

# Words that are a section's name or stand in it under another spelling. Sections are split into words as well.
SECTION_WORDS = """
    admin administration administrative administrator comm communication communications database databases debug
    debugging devel develop developer developers developing development doc docs document documentation documents
    editor editors editing education electronic electronics font fonts game games gnome gnu graphic graphical
    graphics hamradio haskell introspection gir interpreter interpreters java javascript kernel kernels lib libdevel
    library libraries libs lisp localization locale locales translation translations mail mails math mathematical
    mathematics maths metapackage metapackages misc miscellaneous net network networking networks obsolete old oldlibs
    otherosfs perl php python python2 python3 r ruby rust science scientific shell shells sound sounds task tasks tex
    latex text texts transitional typeface typefaces util utilities utility utils vcs video videos web xfce xfce4 x11
    xorg zope cran
""".split()

STOP_WORDS = """
    a about above after again all allow allowing allows almost along already also although always am among an and
    another any are around as at available based be because been before being below best better between both but by
    can cannot common commonly complete contain contained containing contains could currently depends designed did
    different do does doing done down due during each easily easy either enable enables especially etc even every
    example examples few following for from full fully further general get gets given gives good had has have having
    he help helps her here high him his how however if in include included includes including instead into is it its
    itself just kind known large later less like made main mainly make makes making many may means mode more most much
    multiple must my need needed needs neither new no non nor normal not now number of off often on once one only or
    other others our out over own package packages part particular people per perform possible program programs
    provide provided provides providing rather really recommended require required requires running same see set
    several shall she should similar simple since single small so some something special specific still such support
    supported supporting supports than that the their them themselves then there therefore these they this those
    through thus to together too two under until up upon use used useful user users uses using usually various
    version versions very via want was way we well were what when where whether which while who whole why will with
    within without work working works would yet you your
""".split()


def read_stanzas(path):
    """Yields each stanza as a dict of field to text; continuation lines keep their line breaks."""
    fields, last = {}, None
    with open(path, encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            if not line.strip():
                if fields:
                    yield fields
                fields, last = {}, None
            elif line[0] in " \t":
                if last is None:
                    sys.exit(f"{path} line {number}: a continuation line before any field; is this a dpkg status file?")
                fields[last] += "\n" + line.strip()
            else:
                name, colon, value = line.partition(":")
                if not colon:
                    sys.exit(f"{path} line {number}: no colon in {line[:60]!r}; is this a dpkg status file?")
                last = name.lower()
                fields[last] = value.strip()
    if fields:
        yield fields


def installed_packages(path):
    """Name → stanza, sorted by name. Without a Status field (as `apt-cache show` prints) all count as installed."""
    packages = {}
    for stanza in read_stanzas(path):
        if stanza.get("status", "install ok installed").endswith(" installed") and "package" in stanza:
            packages.setdefault(stanza["package"], stanza)
    if not packages:
        sys.exit(f"{path}: no installed package in it; is this a dpkg status file?")
    return dict(sorted(packages.items()))


def bare_name(relation):
    """`libc6:any (>= 2.36) [amd64]` → `libc6`."""
    return re.split(r"[\s(:\[<]", relation.strip(), maxsplit=1)[0]


def dependencies(packages):
    """Unordered pairs (i, j), i the one that depends: the first installed alternative, else an installed provider."""
    index = {name: i for i, name in enumerate(packages)}
    providers = {}
    for name, stanza in packages.items():
        for relation in stanza.get("provides", "").split(","):
            if relation.strip():
                providers.setdefault(bare_name(relation), index[name])
    seen, pairs = set(), []
    for name, stanza in packages.items():
        i = index[name]
        for field in ("pre-depends", "depends"):
            for group in stanza.get(field, "").split(","):
                names = [bare_name(alternative) for alternative in group.split("|")]
                found = [index[n] for n in names if n in index] or [providers[n] for n in names if n in providers]
                if found and found[0] != i and frozenset((i, found[0])) not in seen:
                    seen.add(frozenset((i, found[0])))
                    pairs.append((i, found[0]))
    return pairs


def sections(packages):
    """The class of each package and the class names, most packages first and `other` last."""
    names = [stanza.get("section", "unknown").rpartition("/")[2] for stanza in packages.values()]
    counts = Counter(names)
    classes = sorted((s for s in counts if counts[s] >= MIN_CLASS), key=lambda s: (-counts[s], s))
    if len(classes) < len(counts):
        classes.append("other")
    return [classes.index(name) if name in classes else len(classes) - 1 for name in names], classes


def words_of(stanza):
    text = stanza.get("description") or stanza.get("description-en") or ""
    return set(re.findall(r"[a-z][a-z0-9]{2,}", re.sub(r"\S*(://|@)\S*", " ", text.lower())))


def naming_words(words, labels, vocabulary):
    """Words that alone tell one class apart: F1 of `has the word` against `is in the class` at least NAMING_F1."""
    size = Counter(labels)
    have = Counter(word for row in words for word in row)
    both = Counter((word, label) for row, label in zip(words, labels) for word in row)
    return sorted(w for w in vocabulary if max(2 * both[w, c] / (have[w] + size[c]) for c in size) >= NAMING_F1)


def features(packages, labels, classes):
    """The vocabulary and, a package, the sorted columns of the words it has."""
    words = [words_of(stanza) for stanza in packages.values()]
    count = Counter(word for row in words for word in row)
    left_out = set(STOP_WORDS) | set(SECTION_WORDS) | {w for name in classes for w in re.split(r"\W", name)}
    vocabulary = {w for w in count if MIN_PACKAGES <= count[w] <= MAX_SHARE * len(words)} - left_out
    naming = naming_words(words, labels, vocabulary)
    vocabulary = sorted(vocabulary - set(naming))
    column = {word: c for c, word in enumerate(vocabulary)}
    return vocabulary, [sorted(column[w] for w in row if w in column) for row in words], naming


def planetoid_split(labels, class_count):
    """TRAIN_PER_CLASS of each class, then VALIDATION and TEST of the rest, all drawn with SEED."""
    order = list(range(len(labels)))
    random.Random(SEED).shuffle(order)
    train = [i for c in range(class_count) for i in [i for i in order if labels[i] == c][:TRAIN_PER_CLASS]]
    chosen = set(train)
    rest = [i for i in order if i not in chosen]
    validation = rest[: min(VALIDATION, len(rest) // 3)]
    test = rest[len(validation) :][:TEST]
    return {"train": sorted(train), "validation": sorted(validation), "test": sorted(test)}


def make(path):
    packages = installed_packages(path)
    labels, classes = sections(packages)
    edges = dependencies(packages)
    vocabulary, rows, naming = features(packages, labels, classes)
    graph = {
        "name": "Packages",
        "directed": False,
        "nodes": [{"id": name} for name in packages],
        "edges": edges,
        "classes": classes,
        "labels": labels,
        "featureNames": vocabulary,
        "features": {"columns": len(vocabulary), "indices": rows},
        "split": planetoid_split(labels, len(classes)),
    }
    return graph, naming


def report(graph, naming):
    labels, classes, edges = graph["labels"], graph["classes"], graph["edges"]
    size = Counter(labels)
    same = sum(labels[i] == labels[j] for i, j in edges) / max(1, len(edges))
    rows = graph["features"]["indices"]
    print(f"{len(labels)} packages, {len(edges)} dependencies, edge homophily {same:.3f}")
    print(f"{len(graph['featureNames'])} words, {sum(map(len, rows)) / len(rows):.1f} a package")
    print("classes:", ", ".join(f"{name} {size[c]}" for c, name in enumerate(classes)))
    print("split:", ", ".join(f"{len(part)} {name}" for name, part in graph["split"].items()))
    print("left out because they name a section:", " ".join(naming) or "none")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("status", help="a dpkg status file, e.g. /var/lib/dpkg/status")
    parser.add_argument("-o", "--output", default="packages.json")
    arguments = parser.parse_args()
    graph, naming = make(arguments.status)
    with open(arguments.output, "w", encoding="utf-8") as file:
        json.dump(graph, file, separators=(",", ":"))
        file.write("\n")
    report(graph, naming)


if __name__ == "__main__":
    main()
