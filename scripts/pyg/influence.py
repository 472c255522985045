"""Influence as PyTorch Geometric's layers and autograd have it: the Frobenius norm of d h_v^(k) / d h_u^(0) for every u.

    python3 scripts/pyg/influence.py        writes src/gnn/influence/fixtures/pyg-influence.json

On the graph and with the weights of scripts/pyg/fixtures/ (see weights.py), from h^(0), which is the input or what the encoder
makes of it. Needs torch and torch_geometric; made with 1.13 and 2.6.1, in float64.
"""

import json
from pathlib import Path

import torch
from torch.autograd.functional import jacobian
from torch_geometric.nn import APPNP, GCNConv, LGConv, PairNorm

from weights import CASES, FIXTURES, GRAPH, ONE_MODULE, Net, complete, read

FIXTURE = Path(__file__).parents[2] / "src/gnn/influence/fixtures/pyg-influence.json"
NODES = (2, 4)
# Beyond those with saved weights: what PyG has no parameters for.
MORE = {
    "gcn-pair": ("gcn-skip", {"norm": "pair"}),
    "gcn-pair-si": ("gcn-skip", {"norm": "pair-si", "residual": "none"}),
    "gcn-initial": ("gcn-skip", {"residual": "initial"}),
}
IDENTITY = {
    "identity-gcn": {"conv": "gcn"},
    "identity-gcn-tanh": {"conv": "gcn", "activation": "tanh"},
    "identity-gcn-batch": {"conv": "gcn", "norm": "batch"},
    "identity-sage": {"conv": "sage"},
    "identity-appnp": {"conv": "appnp"},
    "identity-lightgcn": {"conv": "lightgcn"},
}

EDGES = torch.tensor(GRAPH["edges"])
EDGE_INDEX, RELATION = EDGES[:, :2].t(), EDGES[:, 3]
X, EDGE_FEATURES = (torch.tensor(GRAPH[key], dtype=torch.float64) for key in ("features", "edgeFeatures"))


def normalise(name, net, k, x):
    if name.startswith("pair"):
        return PairNorm(scale_individually=name == "pair-si")(x)
    return net.norms[k](x) if len(net.norms) > 0 else x


def propagation(conv, columns):
    """One hop of those that PyG has as one module of all hops."""
    if conv == "lightgcn":
        return LGConv()
    step = GCNConv(columns, columns, bias=False).double()
    with torch.no_grad():
        step.lin.weight.copy_(torch.eye(columns))
    return step


def maximum(conv, x):
    """SAGEConv with aggr='max'. torch 1.13 counts the 0 that a scattered maximum starts from among the equal ones."""
    sources = [EDGE_INDEX[0][EDGE_INDEX[1] == v] for v in range(len(x))]
    heard = torch.stack([x[u].amax(0) if len(u) > 0 else torch.zeros_like(x[0]) for u in sources])
    return conv.lin_l(heard) + conv.lin_r(x)


def hop_of(net, recipe, k):
    """h^(0) -> h^(k), by the layers of `net`."""
    conv, hops = recipe["conv"], recipe["hops"]

    def propagated(initial):
        if conv == "appnp":
            return APPNP(k, alpha=0.1)(initial, EDGE_INDEX)
        if conv == "sgc":
            x = initial @ net.convs[0].lin.weight.t()
        else:
            x = initial
        step = propagation("lightgcn" if conv == "lightgcn" else "gcn", x.size(1))
        for _ in range(k):
            x = step(x, EDGE_INDEX)
        return x + net.convs[0].lin.bias if conv == "sgc" and k == hops else x

    def stacked(initial):
        x = initial
        for layer in range(k):
            before, module = x, net.convs[layer]
            if recipe.get("aggr") == "max":
                x = maximum(module, x)
            else:
                x = net.convolve(module, x, initial, EDGE_INDEX, RELATION, EDGE_FEATURES)
            if recipe["decoder"] == "linear" or layer < hops - 1:
                x = normalise(recipe["norm"], net, layer, x)
                x = torch.relu(x) if recipe["activation"] == "relu" else x
            if recipe["residual"] == "skip" and before.shape == x.shape:
                x = x + before
            if recipe["residual"] == "initial" and initial.shape == x.shape:
                x = 0.9 * x + 0.1 * initial
        return x

    return propagated if conv in ONE_MODULE else stacked


def without_weights(recipe, k):
    """The same of propagation alone."""

    def hop(initial):
        x = initial
        if recipe["conv"] == "appnp":
            return APPNP(k, alpha=0.1)(x, EDGE_INDEX)
        for layer in range(k):
            if recipe["conv"] == "sage":
                sums = torch.zeros_like(x).index_add(0, EDGE_INDEX[1], x[EDGE_INDEX[0]])
                count = torch.zeros(len(x), dtype=x.dtype).index_add(0, EDGE_INDEX[1], torch.ones(len(EDGES), dtype=x.dtype))
                x = sums / count.clamp(min=1)[:, None]
            else:
                x = propagation(recipe["conv"], x.size(1))(x, EDGE_INDEX)
            if layer < recipe["hops"] - 1 and recipe.get("norm") == "batch":
                x = (x - x.mean(0)) / (x.var(0, unbiased=False) + 1e-5).sqrt()
            if layer < recipe["hops"] - 1 and recipe.get("activation") == "tanh":
                x = torch.tanh(x)
        return x

    return hop


def influence(hop, initial, node):
    return jacobian(lambda rows: hop(rows)[node], initial).pow(2).sum((0, 2)).sqrt()


def rounded(values):
    return [float(f"{value:.8g}") for value in values.tolist()]


def case(recipe, hop, initial, weights):
    ks = (1, 2, recipe["hops"])
    return {
        "recipe": recipe,
        "weights": weights,
        "influence": [
            {"node": v, "hop": k, "values": rounded(influence(hop(k), initial, v))} for v in NODES for k in ks
        ],
    }


def saved(name, change):
    recipe = {**complete(name), **change}
    net = Net(complete(name)).double().eval()
    net.load_state_dict(read(FIXTURES / f"{name}.safetensors"), strict=True)
    for parameter in net.parameters():
        parameter.requires_grad_(False)
    initial = X
    if recipe["encoder"] != "none":
        initial = net.encoder(X)
    if recipe["encoder"] == "activated":
        initial = torch.relu(initial)
    return case(recipe, lambda k: hop_of(net, recipe, k), initial, name)


def main():
    cases = {name: saved(name, {}) for name in CASES}
    cases.update({name: saved(*of) for name, of in MORE.items()})
    for name, given in IDENTITY.items():
        recipe = {"hops": 3, "activation": "none", "weights": {"kind": "identity"}, "input": {"kind": "given"}, **given}
        cases[name] = case(recipe, lambda k, recipe=recipe: without_weights(recipe, k), X, None)
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in cases.items())
    origin = f"scripts/pyg/influence.py, torch {torch.__version__}"
    FIXTURE.parent.mkdir(exist_ok=True)
    FIXTURE.write_text(f'{{\n"origin": {json.dumps(origin)},\n"cases": {{\n{rows}\n}}\n}}\n')


if __name__ == "__main__":
    main()
