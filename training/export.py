"""A trained tagger in, what ships out: an ONNX file of eight-bit integers and the list of its word pieces."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import torch
import zstandard
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.encoder import Tagger

PIECES = "pieces.txt.zst"


def export(tagger: Tagger, pieces: list[str], target: Path) -> int:
    """Write ``encoder.onnx`` and ``pieces.txt.zst`` into ``target`` and return their size in bytes."""
    target.mkdir(parents=True, exist_ok=True)
    tagger.eval()
    probe = torch.ones((2, 8), dtype=torch.int64)
    with tempfile.TemporaryDirectory() as folder:
        whole, shaped, small = (
            Path(folder) / f"{name}.onnx" for name in ("whole", "shaped", "small")
        )
        torch.onnx.export(
            tagger,
            (probe, probe),
            str(whole),
            input_names=["pieces", "looks"],
            output_names=["scores"],
            dynamic_axes={name: {0: "rows", 1: "places"} for name in ("pieces", "looks", "scores")},
            opset_version=17,
            dynamo=False,
        )
        quant_pre_process(str(whole), str(shaped))
        quantize_dynamic(
            shaped, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False
        )
        shutil.copyfile(small, target / "encoder.onnx")
    packed = zstandard.ZstdCompressor(level=22).compress("\n".join(pieces).encode())
    (target / PIECES).write_bytes(packed)
    return sum((target / name).stat().st_size for name in ("encoder.onnx", PIECES))
