"""Weights that PyG saved and weights that Hopscope saved, each opened by the other.

    python3 scripts/pyg/weights.py make            writes scripts/pyg/fixtures/: one .safetensors a case, and cases.json
    HOPSCOPE_SAVE_WEIGHTS=/tmp/weights npx vitest run scripts/pyg
    python3 scripts/pyg/weights.py check /tmp/weights   loads what Hopscope saved there with load_state_dict(strict=True)

Needs torch and torch_geometric; made with 1.13 and 2.6.1. Outputs are float64, of weights rounded to float32.
"""

import json
import struct
import sys
from pathlib import Path

import torch
from torch import nn
from torch_geometric.nn import (
    APPNP, AntiSymmetricConv, BatchNorm, ChebConv, DiffGroupNorm, GATConv, GATv2Conv, GCN2Conv, GCNConv, GINConv, GraphConv,
    LayerNorm, LGConv, MixHopConv, RGCNConv, SAGEConv, SGConv, TransformerConv,
)

FIXTURES = Path(__file__).parent / "fixtures"
COLUMNS, EDGE_COLUMNS, CLASSES, RELATIONS = 5, 2, 3, 2

# Directed, with a self-loop, a duplicate, a node without incoming edges and one without any; each edge has a relation.
GRAPH = {
    "directed": True,
    "nodes": 8,
    "edges": [[s, t, 1, r] for s, t, r in [
        (0, 1, 0), (1, 2, 1), (2, 0, 0), (2, 3, 1), (3, 2, 0), (3, 4, 0), (3, 4, 0), (4, 4, 1), (5, 3, 1), (6, 5, 0), (5, 6, 1),
    ]],
    "edgeFeatures": [[round(((5 * e + 2 * j) % 7) / 3 - 1, 1) for j in range(EDGE_COLUMNS)] for e in range(11)],
    "features": [[round(((7 * i + 3 * j) % 11) / 5 - 1, 1) for j in range(COLUMNS)] for i in range(8)],
    "labels": [0, 1, 2, 0, 1, 2, 0, 1],
}

BOTH = {"encoder": "linear", "decoder": "linear"}
CASES = {
    "gcn": {"conv": "gcn"},
    "gcn-batch": {"conv": "gcn", "norm": "batch"},
    "gcn-dgn": {"conv": "gcn", "norm": "dgn", **BOTH},
    "gcn-layer": {"conv": "gcn", "norm": "layer"},
    "gcn-skip": {"conv": "gcn", "residual": "skip", **BOTH},
    "sage": {"conv": "sage"},
    "sage-max": {"conv": "sage", "aggr": "max"},
    "gat": {"conv": "gat", "heads": 2, "options": {"edgeFeatures": False}},
    "gat-edges": {"conv": "gat", "heads": 2},
    "gatv2": {"conv": "gatv2", "heads": 2, "options": {"edgeFeatures": False}},
    "gatv2-edges": {"conv": "gatv2", "heads": 2},
    "transformer": {"conv": "transformer", "heads": 2, "options": {"beta": True, "edgeFeatures": False}},
    "transformer-edges": {"conv": "transformer", "heads": 2},
    "gin": {"conv": "gin", "options": {"eps": 0.25, "trainEps": True}},
    "gin-fixed": {"conv": "gin"},
    "graphconv": {"conv": "graphconv"},
    "rgcn": {"conv": "rgcn"},
    "rgcn-bases": {"conv": "rgcn", "options": {"bases": 2}},
    "cheb": {"conv": "cheb", "options": {"K": 3}},
    "mixhop": {"conv": "mixhop", "width": 6, "decoder": "linear"},
    "sgc": {"conv": "sgc"},
    "appnp": {"conv": "appnp", **BOTH},
    "gcnii": {"conv": "gcnii", **BOTH},
    "gcnii-activated": {"conv": "gcnii", "encoder": "activated", "decoder": "linear"},
    "gcnii-unshared": {"conv": "gcnii", "options": {"sharedWeights": False}, **BOTH},
    "gprgnn": {"conv": "gprgnn", **BOTH},
    "lightgcn": {"conv": "lightgcn", **BOTH},
    "antisymmetric": {"conv": "antisymmetric", **BOTH},
    "mlp": {"conv": "mlp"},
}
# They propagate all hops in one module.
ONE_MODULE = ("sgc", "appnp", "gprgnn", "lightgcn")
LINEAR = (*ONE_MODULE, "antisymmetric")
NORMS = {
    "none": None,
    "batch": BatchNorm,
    "dgn": lambda width: DiffGroupNorm(width, groups=10, lamda=0.01),
    "layer": lambda width: LayerNorm(width, mode="node"),
}


def complete(case):
    given = CASES[case]
    activation = "none" if given["conv"] in LINEAR else "relu"
    common = {"hops": 3, "width": 4, "options": {}, "norm": "none", "residual": "none", "activation": activation}
    return {**common, "encoder": "none", "decoder": "none", "input": {"kind": "given"}, **given}


class GeneralisedPageRank(nn.Module):
    """GPR-GNN (Chien et al. 2021, 2006.07988), which PyG has no layer for."""

    def __init__(self, hops):
        super().__init__()
        self.temp = nn.Parameter(torch.empty(hops + 1))

    def forward(self, x, edge_index):
        propagate = GCNConv(x.size(1), x.size(1), bias=False).to(x.dtype)
        with torch.no_grad():
            propagate.lin.weight.copy_(torch.eye(x.size(1)))
        total = self.temp[0] * x
        for share in self.temp[1:]:
            x = propagate(x, edge_index)
            total = total + share * x
        return total


class LightGCN(nn.Module):
    def __init__(self, hops):
        super().__init__()
        self.hops, self.step = hops, LGConv()

    def forward(self, x, edge_index):
        hops = [x]
        for _ in range(self.hops):
            hops.append(self.step(hops[-1], edge_index))
        return torch.stack(hops).mean(0)


def convolution(recipe, layer, inputs, outputs, last):
    conv, options, heads = recipe["conv"], recipe["options"], recipe.get("heads", 1)
    edge_dim = EDGE_COLUMNS if options.get("edgeFeatures", True) else None
    attention = {"heads": heads, "concat": not last, "edge_dim": edge_dim}
    each = outputs if last else outputs // heads
    if conv == "gcn":
        return GCNConv(inputs, outputs)
    if conv == "sage":
        return SAGEConv(inputs, outputs, aggr=recipe.get("aggr", "mean"))
    if conv == "gat":
        return GATConv(inputs, each, **attention)
    if conv == "gatv2":
        return GATv2Conv(inputs, each, **attention)
    if conv == "transformer":
        return TransformerConv(inputs, each, beta=options.get("beta", False), **attention)
    if conv == "gin":
        maps = nn.Sequential(nn.Linear(inputs, outputs), nn.ReLU(), nn.Linear(outputs, outputs))
        return GINConv(maps, eps=options.get("eps", 0.0), train_eps=options.get("trainEps", False))
    if conv == "graphconv":
        return GraphConv(inputs, outputs)
    if conv == "rgcn":
        return RGCNConv(inputs, outputs, RELATIONS, num_bases=options.get("bases"))
    if conv == "cheb":
        return ChebConv(inputs, outputs, options["K"])
    if conv == "mixhop":
        return MixHopConv(inputs, outputs // 3, powers=[0, 1, 2])
    if conv == "gcnii":
        shared = options.get("sharedWeights", True)
        return GCN2Conv(outputs, alpha=0.1, theta=0.5, layer=layer + 1, shared_weights=shared)
    if conv == "antisymmetric":
        return AntiSymmetricConv(outputs, epsilon=0.1, gamma=0.1, act=torch.tanh)
    if conv == "mlp":
        return nn.Linear(inputs, outputs)
    hops = recipe["hops"]
    return {
        "sgc": lambda: SGConv(inputs, outputs, K=hops),
        "appnp": lambda: APPNP(hops, alpha=0.1),
        "gprgnn": lambda: GeneralisedPageRank(hops),
        "lightgcn": lambda: LightGCN(hops),
    }[conv]()


class Net(nn.Module):
    """The stack a recipe describes, with PyG's layers."""

    def __init__(self, recipe):
        super().__init__()
        self.recipe = recipe
        width, hops, decoded = recipe["width"], recipe["hops"], recipe["decoder"] == "linear"
        if recipe["encoder"] != "none":
            self.encoder = nn.Linear(COLUMNS, width)
        layers = 1 if recipe["conv"] in ONE_MODULE else hops
        widths = [COLUMNS if recipe["encoder"] == "none" else width] + [width] * layers
        if not decoded:
            widths[-1] = CLASSES
        self.convs = nn.ModuleList(
            convolution(recipe, k, widths[k], widths[k + 1], not decoded and k == layers - 1) for k in range(layers)
        )
        normed = layers if decoded else layers - 1
        norm = NORMS[recipe["norm"]]
        self.norms = nn.ModuleList(norm(width) for _ in range(normed if norm else 0))
        if decoded:
            self.decoder = nn.Linear(width, CLASSES)

    def convolve(self, conv, x, initial, edge_index, relation, edges):
        name = self.recipe["conv"]
        if getattr(conv, "edge_dim", None) is not None:
            return conv(x, edge_index, edges)
        if name == "mlp":
            return conv(x)
        if name == "gcnii":
            return conv(x, initial, edge_index)
        return conv(x, edge_index, relation) if name == "rgcn" else conv(x, edge_index)

    def forward(self, x, edge_index, relation, edges):
        recipe = self.recipe
        if recipe["encoder"] != "none":
            x = self.encoder(x)
        if recipe["encoder"] == "activated":
            x = torch.relu(x)
        initial = x
        for k, conv in enumerate(self.convs):
            before, x = x, self.convolve(conv, x, initial, edge_index, relation, edges)
            if recipe["decoder"] == "linear" or k < len(self.convs) - 1:
                x = self.norms[k](x) if len(self.norms) > 0 else x
                x = torch.relu(x) if recipe["activation"] == "relu" else x
            if recipe["residual"] == "skip" and before.shape == x.shape:
                x = x + before
        return self.decoder(x) if recipe["decoder"] == "linear" else x


def output(net):
    edges = torch.tensor(GRAPH["edges"])
    x, features = (torch.tensor(GRAPH[key], dtype=torch.float64) for key in ("features", "edgeFeatures"))
    with torch.no_grad():
        return net.double().eval()(x, edges[:, :2].t(), edges[:, 3], features)


def randomise(net):
    for name, tensor in [*net.named_parameters(), *net.named_buffers()]:
        if name.endswith("running_var"):
            tensor.data.uniform_(0.5, 2)
        elif name.endswith("num_batches_tracked"):
            tensor.data.fill_(5)
        elif not name.endswith(("eye", "eps")):
            tensor.data.normal_(0, 0.6)


DTYPES = {"F32": torch.float32, "I64": torch.int64}


def write(path, state):
    header, body = {}, b""
    for name, tensor in sorted(state.items(), key=lambda item: -item[1].element_size()):
        dtype = next(key for key, value in DTYPES.items() if value == tensor.dtype)
        data = tensor.contiguous().numpy().tobytes()
        header[name] = {"dtype": dtype, "shape": list(tensor.shape), "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + body)


def read(path):
    content = path.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header, body = json.loads(content[8 : 8 + length]), bytearray(content[8 + length :])
    header.pop("__metadata__", None)
    state = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        flat = torch.frombuffer(body[begin:end], dtype=DTYPES[entry["dtype"]])
        state[name] = flat.reshape(entry["shape"])
    return state


def make():
    FIXTURES.mkdir(exist_ok=True)
    cases = {}
    for case in CASES:
        recipe = complete(case)
        torch.manual_seed(1)
        net = Net(recipe).float()
        randomise(net)
        write(FIXTURES / f"{case}.safetensors", net.state_dict())
        cases[case] = {"recipe": recipe, "logits": [[round(v, 7) for v in row] for row in output(net).tolist()]}
    origin = f"scripts/pyg/weights.py, torch {torch.__version__}"
    rows = ",\n".join(f"{json.dumps(case)}: {json.dumps(value)}" for case, value in cases.items())
    text = f'{{\n"origin": {json.dumps(origin)},\n"graph": {json.dumps(GRAPH)},\n"cases": {{\n{rows}\n}}\n}}\n'
    (FIXTURES / "cases.json").write_text(text)


def check(folder):
    failed = 0
    for path in sorted(Path(folder).glob("*.safetensors")):
        saved = json.loads(path.with_suffix(".json").read_text())
        net = Net(complete(path.stem))
        net.load_state_dict(read(path), strict=True)
        difference = (output(net) - torch.tensor(saved["logits"])).abs().max().item()
        failed += difference > 1e-4
        print(f"{path.stem}: loaded strictly, largest difference {difference:.1e}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    if sys.argv[1:] == ["make"]:
        make()
    elif len(sys.argv) == 3 and sys.argv[1] == "check":
        check(sys.argv[2])
    else:
        sys.exit(__doc__)
