"""One epoch of LeNet on MNIST with Python's PyTorch: the same work as LeNetEpoch.java, in the same words."""

import gzip
import os
import time

import numpy as np
import torch
from torch import nn

torch.set_num_threads(1)
FOLDER = os.path.join(os.environ["GRADUS_DATA"], "mnist")
BATCH_SIZE = 64


def idx(name, offset):
    with gzip.open(os.path.join(FOLDER, name)) as file:
        return np.frombuffer(file.read(), np.uint8, offset=offset).copy()


def mnist(part):
    images = idx(f"{part}-images-idx3-ubyte.gz", 16).reshape(-1, 1, 28, 28)
    labels = idx(f"{part}-labels-idx1-ubyte.gz", 8).astype(np.int64)
    return images, labels


def pixels(images):
    return torch.from_numpy(images).float().div_(255)


def epoch(net, images, labels, seed):
    order = np.random.default_rng(seed).permutation(len(images))
    loss = nn.CrossEntropyLoss()
    descent = torch.optim.SGD(net.parameters(), lr=0.1)
    for k in range(len(images) // BATCH_SIZE):
        rows = order[k * BATCH_SIZE : (k + 1) * BATCH_SIZE]
        descent.zero_grad()
        value = loss(net(pixels(images[rows])), torch.from_numpy(labels[rows]))
        value.backward()
        value.item()
        descent.step()


torch.manual_seed(1)
net = nn.Sequential(
    nn.Conv2d(1, 6, 5, padding=2),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Conv2d(6, 16, 5),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(400, 120),
    nn.ReLU(),
    nn.Linear(120, 84),
    nn.ReLU(),
    nn.Linear(84, 10),
)
images, labels = mnist("train")
epoch(net, images, labels, 1)
cpu, wall = time.process_time(), time.perf_counter()
epoch(net, images, labels, 2)
cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
images, labels = mnist("t10k")
with torch.no_grad():
    right = (net(pixels(images)).argmax(1).numpy() == labels).mean()
print(f"{cpu:.3f} {wall:.3f} {right:.4f}")
