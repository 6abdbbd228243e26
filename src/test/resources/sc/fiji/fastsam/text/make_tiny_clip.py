"""Writes the tiny CLIP beside this file and what PyTorch says it gives. Command: see README.md.

Hugging Face's own classes with random weights, 8 numbers wide, exported as Xenova's files are: the classes with
projection, `input_ids` [batch_size, sequence_length] -> `text_embeds`, `pixel_values` -> `image_embeds`, all axes
of the inputs left open. Tokens have CLIP's full vocabulary; weights are multiples of 1/64, so that files can hold
them in bytes.
"""

import json
import sys
import warnings
import zlib
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from PIL import Image
from torchvision import transforms
from transformers import CLIPTextConfig, CLIPVisionConfig
from transformers.models.clip import CLIPTextModelWithProjection, CLIPVisionModelWithProjection

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from make_tokens import tokenize  # noqa: E402

WIDTH, SCALE = 8, 64
SIZES = dict(hidden_size=WIDTH, intermediate_size=16, num_attention_heads=2, num_hidden_layers=2, projection_dim=WIDTH)
TEXTS = ["a round bright nucleus", "elongated cell", "debris", "!", "a " * 90, "naïve café, 3.5 µm — 日本語 🙂"]
SEEN = [(60, 48), (120, 148), (298, 210), (330, 498)]
RESIZED = [(60, 48), (48, 60), (224, 224), (223, 225), (37, 29), (640, 480), (480, 640), (5, 3), (1, 1), (300, 301),
           (1024, 1024), (1000, 37), (37, 1000), (2000, 500), (500, 2000)]  # fmt: skip
LICENSE = "Made by make_tiny_clip.py. Redistribute as you like."


class OneOutput(torch.nn.Module):
    def __init__(self, model, name):
        super().__init__()
        self.model, self.name = model, name

    def forward(self, values):
        return getattr(self.model(values), self.name)


def rounded(model):
    """Weights rounded to multiples of 1/64 that fit into a byte."""
    for name, p in model.named_parameters():
        spread = 0.0 if "norm" in name and name.endswith("bias") else 0.35
        value = torch.ones_like(p) if "norm" in name and name.endswith("weight") else torch.randn_like(p) * spread
        p.data = (value * SCALE).round().clamp(-127, 127) / SCALE
    return model.eval()


def packed(model):
    """Large constants as bytes, a cast and a factor."""
    nodes = []
    for tensor in model.graph.initializer:
        array = numpy_helper.to_array(tensor)
        if array.dtype == np.float32 and array.size > 256 and (array * SCALE == np.rint(array * SCALE)).all():
            name = tensor.name
            tensor.CopyFrom(numpy_helper.from_array((array * SCALE).astype(np.int8), name + "_bytes"))
            nodes.append(helper.make_node("Cast", [name + "_bytes"], [name + "_whole"], to=TensorProto.FLOAT))
            nodes.append(helper.make_node("Mul", [name + "_whole", "one_step"], [name]))
    model.graph.initializer.append(numpy_helper.from_array(np.float32(1 / SCALE), "one_step"))
    old = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend(nodes + old)
    return model


def export(module, example, names, axes, path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(module, example, str(path), opset_version=14, dynamo=False,
                          input_names=[names[0]], output_names=[names[1]], dynamic_axes=axes)  # fmt: skip
    model = packed(onnx.load(path))
    helper.set_model_props(model, {"description": "TEST MODEL with random weights", "license": LICENSE})
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())
    print(path.name, path.stat().st_size)


def image(width, height):
    """8-bit RGB known by a formula, which TinyClip.java has too."""
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([(x * 7 + y * 3 * c + x * y % (11 + c) * 9 + width) % 256 for c in range(3)], -1).astype(np.uint8)


def cut(pixels):
    """Resize and center crop of OpenAI's clip._transform."""
    return transforms.Compose([
        transforms.Resize(224, interpolation=transforms.InterpolationMode.BICUBIC), transforms.CenterCrop(224),
    ])(Image.fromarray(pixels))  # fmt: skip


def network_input(pixels):
    """All of OpenAI's clip._transform."""
    normalize = transforms.Normalize((0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711))
    return normalize(transforms.ToTensor()(cut(pixels)))


def text_model():
    config = CLIPTextConfig(**SIZES, vocab_size=49408, max_position_embeddings=77, hidden_act="quick_gelu",
                            attn_implementation="eager", eos_token_id=49407, bos_token_id=49406)  # fmt: skip
    return OneOutput(rounded(CLIPTextModelWithProjection(config)), "text_embeds")


def image_model():
    config = CLIPVisionConfig(**SIZES, image_size=224, patch_size=32, hidden_act="quick_gelu",
                              attn_implementation="eager")  # fmt: skip
    return OneOutput(rounded(CLIPVisionModelWithProjection(config)), "image_embeds")


def save(nodes, constants, name, given, made):
    graph = helper.make_graph(nodes, name, [given], [made], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)], producer_name="make_tiny_clip.py")
    model.ir_version = 8
    onnx.checker.check_model(model)
    (HERE / "fixed-clip" / f"{name}.onnx").write_bytes(model.SerializeToString())


def fixed():
    """Two encoders of an unusual export: two rows at a time, int32 tokens cut to 16, an output of another name whose
    length the file leaves open. A text's embedding are its tokens 1 to 3, an image's the means of its channels."""
    (HERE / "fixed-clip").mkdir(exist_ok=True)
    info = helper.make_tensor_value_info
    constants = [numpy_helper.from_array(np.array([v]), n) for n, v in (("from", 1), ("to", 4), ("axis", 1))]
    nodes = [helper.make_node("Cast", ["tokens"], ["floats"], to=TensorProto.FLOAT),
             helper.make_node("Slice", ["floats", "from", "to", "axis"], ["sentence"])]  # fmt: skip
    save(nodes, constants, "text_model", info("tokens", TensorProto.INT32, [2, 16]),
         info("sentence", TensorProto.FLOAT, [2, "n"]))  # fmt: skip
    nodes = [helper.make_node("ReduceMean", ["image"], ["picture"], axes=[2, 3], keepdims=0)]
    save(nodes, [], "vision_model", info("image", TensorProto.FLOAT, [2, 3, 32, 32]),
         info("picture", TensorProto.FLOAT, [2, "n"]))  # fmt: skip


@torch.no_grad()
def main():
    fixed()
    torch.manual_seed(1)
    folder = HERE / "tiny-clip"
    folder.mkdir(exist_ok=True)
    text, vision = text_model(), image_model()
    axes = {"input_ids": {0: "batch_size", 1: "sequence_length"}, "text_embeds": {0: "batch_size"}}
    export(text, torch.tensor([tokenize("a cell")[:9]]), ("input_ids", "text_embeds"), axes, folder / "text_model.onnx")
    axes = {"pixel_values": {0: "batch_size", 1: "num_channels", 2: "height", 3: "width"},
            "image_embeds": {0: "batch_size"}}  # fmt: skip
    export(vision, torch.zeros(1, 3, 224, 224), ("pixel_values", "image_embeds"), axes, folder / "vision_model.onnx")
    texts = [text(torch.tensor([tokenize(t)]))[0] for t in TEXTS]
    images = [vision(network_input(image(*s))[None])[0] for s in SEEN]
    unit = torch.nn.functional.normalize
    expected = {
        "texts": TEXTS,
        "sizes": SEEN,
        "resized": {f"{w}x{h}": zlib.crc32(np.asarray(cut(image(w, h))).tobytes()) for w, h in RESIZED},
        "text_embeds": [unit(t, dim=0).tolist() for t in texts],
        "image_embeds": [unit(i, dim=0).tolist() for i in images],
    }
    (folder / "expected.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
