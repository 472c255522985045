"""Makes src/gnn/training/fixtures/pyg-steps.json: losses, gradients and parameters of five steps of Adam on a two-layer GCN.

    python3 scripts/pyg/training.py

Needs torch and torch_geometric; made with 1.13 and 2.6.1. Everything is float64 and follows from formulas, no seed.
"""

import json
import math
from pathlib import Path

import torch
from torch.nn.functional import cross_entropy
from torch_geometric.nn import GCNConv

FIXTURE = Path(__file__).parents[2] / "src/gnn/training/fixtures/pyg-steps.json"

torch.set_default_dtype(torch.float64)

# A self-loop and a node without incoming edges but its own; undirected, each edge given once.
NODES = 7
EDGES = [(0, 1), (1, 2), (2, 3), (3, 0), (4, 4), (1, 3), (5, 2)]
LABELS = [0, 1, 2, 0, 1, 2, 0]
TRAIN = [0, 1, 2, 4]
FEATURES = [[math.sin(4 * i + j) for j in range(4)] for i in range(NODES)]
LEARNING_RATE = 0.01
FIRST_LAYER_WEIGHT_DECAY = 0.05


def waves(rows, columns, phase):
    return torch.tensor([[math.cos(phase + rows * j + i) for j in range(columns)] for i in range(rows)])


def flat(tensor):
    return [round(value, 9) for value in tensor.detach().flatten().tolist()]


def main():
    edge_index = torch.tensor(EDGES + [(t, s) for s, t in EDGES if s != t]).t()
    x, labels, train = torch.tensor(FEATURES), torch.tensor(LABELS), torch.tensor(TRAIN)
    convs = torch.nn.ModuleList([GCNConv(4, 5), GCNConv(5, 3)])
    with torch.no_grad():
        convs[0].lin.weight.copy_(waves(5, 4, 1))
        convs[0].bias.copy_(torch.tensor([0.1 * i for i in range(5)]))
        convs[1].lin.weight.copy_(waves(3, 5, 2))
        convs[1].bias.copy_(torch.tensor([-0.1 * i for i in range(3)]))
    parameters = {f"convs.{name}": parameter for name, parameter in convs.named_parameters()}
    groups = [
        {"params": convs[0].parameters(), "weight_decay": FIRST_LAYER_WEIGHT_DECAY},
        {"params": convs[1].parameters(), "weight_decay": 0},
    ]
    adam = torch.optim.Adam(groups, lr=LEARNING_RATE)

    def loss():
        return cross_entropy(convs[1](torch.relu(convs[0](x, edge_index)), edge_index)[train], labels[train])

    start = {name: {"shape": list(p.shape), "data": flat(p)} for name, p in parameters.items()}
    losses, gradients = [], {}
    for step in range(5):
        adam.zero_grad()
        value = loss()
        value.backward()
        losses.append(round(value.item(), 9))
        gradients = gradients or {name: flat(p.grad) for name, p in parameters.items()}
        adam.step()
    losses.append(round(loss().item(), 9))
    fixture = {
        "origin": f"scripts/pyg/training.py, torch {torch.__version__}, float64",
        "graph": {"nodes": NODES, "edges": EDGES, "features": FEATURES, "labels": LABELS},
        "train": TRAIN,
        "learningRate": LEARNING_RATE,
        "firstLayerWeightDecay": FIRST_LAYER_WEIGHT_DECAY,
        "start": start,
        "losses": losses,
        "gradients": gradients,
        "afterFiveSteps": {name: flat(p) for name, p in parameters.items()},
    }
    FIXTURE.parent.mkdir(exist_ok=True)
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in fixture.items())
    FIXTURE.write_text(f"{{\n{lines}\n}}\n")


main()
