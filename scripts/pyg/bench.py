"""A GCN of two layers in PyTorch on two threads of the CPU, timed for scripts/bench/.

    echo '{"side": "uncached", "task": "train", "times": 5}' | python3 scripts/pyg/bench.py .cache/bench/work/cora

reads a workload (scripts/bench/workload.mjs), then one request a line, and answers each by a line of JSON: the milliseconds of
every call, after one that is not counted, and what each gave, the uncounted one too: the loss of a step of training.

Sides, all with the same start: `uncached`, PyG's GCNConv as it is by default, which normalises the adjacency in every forward
pass; `cached`, the same with cached=True; `csr`, the normalised adjacency as torch's sparse CSR, its gradient by hand.
Tasks: `forward`, without gradients; `train`, a step of Adam down the cross-entropy over all nodes.
"""

import json
import sys
import time
import warnings
from pathlib import Path

import torch
from torch import nn
from torch.nn.functional import cross_entropy
from torch_geometric.nn import GCNConv
from torch_geometric.nn.conv.gcn_conv import gcn_norm

THREADS = 2
LEARNING_RATE = 0.01

# That sparse CSR is still in beta.
warnings.filterwarnings("ignore", category=UserWarning)


class Workload:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.shape = json.loads((self.folder / "shape.json").read_text())
        edges = self.array("edges", torch.int32).long().reshape(-1, 2).t()
        self.edge_index = torch.cat([edges, edges.flip(0)], 1)
        self.labels = self.array("labels", torch.int32).long()
        self.x = self.features()

    def array(self, name, dtype=torch.float32):
        path = self.folder / f"{name}.bin"
        return torch.from_file(str(path), size=path.stat().st_size // 4, dtype=dtype).clone()

    def features(self):
        nodes, inputs = self.shape["nodes"], self.shape["inputs"]
        if not self.shape["sparse"]:
            return self.array("features").reshape(nodes, inputs)
        pointer, index = (self.array(name, torch.int32).long() for name in ("pointer", "index"))
        return torch.sparse_csr_tensor(pointer, index, self.array("value"), (nodes, inputs)).to_dense()

    def start(self, net):
        """Gives every parameter its value in the workload."""
        state = {name: self.array(name).reshape(tensor.shape) for name, tensor in net.state_dict().items()}
        net.load_state_dict(state, strict=True)
        return net


class ConvNet(nn.Module):
    def __init__(self, workload, cached):
        super().__init__()
        self.edge_index = workload.edge_index
        inputs, hidden, classes = (workload.shape[key] for key in ("inputs", "hidden", "classes"))
        self.convs = nn.ModuleList([GCNConv(inputs, hidden, cached=cached), GCNConv(hidden, classes, cached=cached)])

    def forward(self, x):
        return self.convs[1](torch.relu(self.convs[0](x, self.edge_index)), self.edge_index)


class SymmetricProduct(torch.autograd.Function):
    """S X for a symmetric sparse S, of which nothing is trained."""

    @staticmethod
    def forward(ctx, matrix, rows):
        ctx.matrix = matrix
        return matrix @ rows

    @staticmethod
    def backward(ctx, arriving):
        return None, ctx.matrix @ arriving.contiguous()


class CsrConv(nn.Module):
    def __init__(self, matrix, inputs, outputs):
        super().__init__()
        self.matrix = matrix
        self.lin = nn.Linear(inputs, outputs, bias=False)
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x):
        return SymmetricProduct.apply(self.matrix, self.lin(x)) + self.bias


class CsrNet(nn.Module):
    def __init__(self, workload):
        super().__init__()
        nodes, inputs, hidden, classes = (workload.shape[key] for key in ("nodes", "inputs", "hidden", "classes"))
        index, value = gcn_norm(workload.edge_index, None, nodes, dtype=torch.float32)
        matrix = torch.sparse_coo_tensor(index.flip(0), value, (nodes, nodes)).coalesce().to_sparse_csr()
        self.convs = nn.ModuleList([CsrConv(matrix, inputs, hidden), CsrConv(matrix, hidden, classes)])

    def forward(self, x):
        return self.convs[1](torch.relu(self.convs[0](x)))


SIDES = {
    "uncached": lambda workload: ConvNet(workload, cached=False),
    "cached": lambda workload: ConvNet(workload, cached=True),
    "csr": CsrNet,
}


class Side:
    def __init__(self, name, workload):
        self.workload = workload
        self.net = workload.start(SIDES[name](workload))
        self.adam = torch.optim.Adam(self.net.parameters(), lr=LEARNING_RATE)

    def forward(self):
        with torch.no_grad():
            self.net(self.workload.x)

    def train(self):
        self.adam.zero_grad()
        loss = cross_entropy(self.net(self.workload.x), self.workload.labels)
        loss.backward()
        self.adam.step()
        return loss.item()


def timed(call, times):
    milliseconds, results = [], []
    for _ in range(times + 1):
        begun = time.perf_counter()
        results.append(call())
        milliseconds.append((time.perf_counter() - begun) * 1000)
    return {"milliseconds": milliseconds[1:], "results": results}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    torch.set_num_threads(THREADS)
    workload = Workload(sys.argv[1])
    sides = {}
    for line in sys.stdin:
        request = json.loads(line)
        name = request["side"]
        if name not in sides:
            sides[name] = Side(name, workload)
        call = {"forward": sides[name].forward, "train": sides[name].train}[request["task"]]
        print(json.dumps(timed(call, request["times"])), flush=True)


main()
