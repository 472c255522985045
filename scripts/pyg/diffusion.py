"""Graph diffusion by personalised PageRank as PyTorch Geometric"s transform `GDC` has it, from the dense inverse.

    python3 scripts/pyg/diffusion.py        writes src/graph/wiring/fixtures/pyg-gdc.json

Needs torch and torch_geometric; made with 1.13 and 2.6.1, in float64.
"""

import json
from pathlib import Path

import torch
from torch_geometric.data import Data
from torch_geometric.transforms import GDC

torch.set_default_dtype(torch.float64)

NODES = 12
# Two loose groups and a tail; every edge stands for both directions, which share its weight.
EDGES = [
    (0, 1, 1.0), (0, 2, 0.7), (1, 2, 1.3), (1, 3, 0.9), (2, 4, 1.1), (4, 5, 2.0), (5, 6, 0.6), (4, 6, 1.7),
    (6, 7, 0.8), (3, 7, 1.9), (7, 8, 1.2), (8, 9, 0.5), (9, 10, 1.4), (0, 9, 0.35), (10, 11, 1.6),
]


def diffused(directed: bool, weighted: bool, alpha: float, k: int) -> list[list[float]]:
    """(N, N) the weight with which each row"s node is heard by each column"s."""
    both = EDGES if directed else EDGES + [(v, u, w) for u, v, w in EDGES]
    index = torch.tensor([[u for u, _, _ in both], [v for _, v, _ in both]])
    weight = torch.tensor([w for _, _, w in both]) if weighted else None
    transform = GDC(
        self_loop_weight=1,
        normalization_in="sym",
        normalization_out="col",
        diffusion_kwargs=dict(method="ppr", alpha=alpha),
        sparsification_kwargs=dict(method="topk", k=k, dim=0),
        exact=True,
    )
    data = transform(Data(edge_index=index, edge_attr=weight, num_nodes=NODES))
    dense = torch.zeros(NODES, NODES)
    dense[data.edge_index[0], data.edge_index[1]] = data.edge_attr.to(dense.dtype)
    return dense.tolist()


cases = [
    dict(directed=directed, weighted=weighted, alpha=alpha, k=k, heard=diffused(directed, weighted, alpha, k))
    for directed, weighted, alpha, k in [(False, True, 0.15, 4), (False, False, 0.05, 12), (True, True, 0.3, 3)]
]
out = Path(__file__).parents[2] / "src/graph/wiring/fixtures/pyg-gdc.json"
out.parent.mkdir(exist_ok=True)
out.write_text(json.dumps(dict(nodes=NODES, edges=EDGES, cases=cases)) + "\n")
