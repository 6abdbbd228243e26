"""Writes small TIFFs of many kinds with tifffile, and what tifffile reads from them.

Run in this folder: python make_tiffs.py   (tifffile 2026.3.3, imagecodecs 2026.3.6)

manifest.csv has a line a file: its name, width, height, channels, slices, frames, pixel type, the
CRC-32 of all values, and that of the region x 5, y 7, 23 x 19 of the last plane. Values are taken as
big-endian 32-bit floats, plane by plane (channels fastest, then slices, then frames), red, green
and blue of a pixel one after the other. A bit is 0 or 255. Alpha is left out.
"""
import itertools
import os
import struct
import zlib

import numpy as np
import tifffile

W, H = 53, 37
rng = np.random.default_rng(7)
lines = []


def picture(dtype, shape=(H, W), seed=0):
    """Blobs on a slope with a little noise, over the whole range of the type."""
    r = np.random.default_rng(seed)
    y, x = np.mgrid[:H, :W]
    base = 0.4 + 0.3 * np.sin(x / 5 + seed) * np.cos(y / 4) + 0.002 * x
    extra = int(np.prod(shape)) // (H * W)
    planes = np.stack([np.roll(base, 3 * i, 1) for i in range(extra)])
    planes = np.clip(planes + r.normal(0, 0.01, planes.shape), 0, 1).reshape(shape)
    dtype = np.dtype(dtype)
    if dtype == bool:
        return planes > 0.5
    if dtype.kind == "u":
        return (planes * np.iinfo(dtype).max * 0.999).astype(dtype)
    if dtype.kind == "i":
        return ((planes - 0.5) * np.iinfo(dtype).max).astype(dtype)
    return ((planes - 0.3) * 1000).astype(dtype)


def crc(a):
    with np.errstate(over="ignore"):
        return zlib.crc32(np.ascontiguousarray(a).astype(">f4").tobytes())


def note(name, a, kind=None):
    """a: (frames, slices, channels, height, width[, 3])"""
    if a.dtype == bool:
        a = a.astype(np.uint8) * 255
    if kind is None:
        kind = {"u1": "UINT8", "u2": "UINT16"}.get(a.dtype.str[1:], "FLOAT32")
        kind = "RGB" if a.ndim == 6 else kind
    part = a[-1, -1, -1, 7 : 7 + 19, 5 : 5 + 23]
    lines.append(
        ",".join(
            map(str, (name, a.shape[4], a.shape[3], a.shape[2], a.shape[1], a.shape[0], kind))
        )
        + f",{crc(a):08x},{crc(part):08x}"
    )


def five(a, channels=False):
    """A plane or a stack of slices as frames, slices, channels, rows, columns."""
    if a.ndim == 2:
        return a[None, None, None]
    return a[None, None] if channels else a[None, :, None]


def check(name, a, **kw):
    b = tifffile.imread(name, **kw)
    assert b.shape == a.squeeze().shape or b.size == a.size, (name, a.shape, b.shape)
    return b.reshape(a.shape)


def write(name, a, shown=None, kind=None, exact=True, **kw):
    kw.setdefault("metadata", None)
    tifffile.imwrite(name, a, **kw)
    b = tifffile.imread(name)
    if exact:
        assert np.array_equal(b.reshape(a.shape), a, equal_nan=a.dtype.kind == "f"), name
    note(name, (shown or five)(b.reshape(a.shape)), kind)


def rgb(a):
    return a[None, None, None]


# 1. sample formats, plain
plain = "bool uint8 uint16 uint32 uint64 int8 int16 int32 int64 float16 float32 float64".split()
for t, order in itertools.product(plain, "<>"):
    a = picture(t)
    o = "le" if order == "<" else "be"
    write(f"{t}_strip_{o}.tif", a, byteorder=order, rowsperstrip=11)
    if t != "bool":
        write(f"{t}_tile_{o}.tif", a, byteorder=order, tile=(16, 32))
for bits in (2, 4, 10, 12, 14):
    t = "uint8" if bits < 8 else "uint16"
    a = picture("uint16") >> (16 - bits)
    write(f"bits{bits}.tif", a.astype(t), bitspersample=bits, rowsperstrip=8)
write("bool_deflate.tif", picture("bool"), compression="deflate", rowsperstrip=5)
write("bool_packbits.tif", picture("bool"), compression="packbits")

# 2. compressions, predictors, strips and tiles
for c, t in itertools.product(("lzw", "deflate", "zstd", "packbits"), ("uint8", "uint16", "float32")):
    for tiled in (False, True):
        kw = dict(tile=(32, 16)) if tiled else dict(rowsperstrip=9)
        where = "tile" if tiled else "strip"
        write(f"{t}_{c}_{where}.tif", picture(t), compression=c, **kw)
        if c != "packbits":
            p = 3 if t == "float32" else 2
            write(f"{t}_{c}_{where}_p{p}.tif", picture(t), compression=c, predictor=p, **kw)
for t in ("uint32", "int16", "int64", "uint64", "float16", "float64"):
    p = 3 if t.startswith("float") else 2
    write(f"{t}_deflate_p{p}_be.tif", picture(t), compression="deflate", predictor=p, byteorder=">")
write("float32_zstd_p3_be.tif", picture("float32"), compression="zstd", predictor=3, byteorder=">", tile=(16, 16))
write("uint16_lzw_long.tif", (np.arange(256 * 200, dtype=np.uint32) * 40503 % 65521).astype("uint16").reshape(200, 256)[:37, :53], compression="lzw")

# 3. colors
c8 = np.moveaxis(picture("uint8", (3, H, W)), 0, -1).copy()
for tiled, c in itertools.product((False, True), (None, "lzw", "deflate", "zstd", "packbits")):
    kw = dict(tile=(16, 16)) if tiled else dict(rowsperstrip=10)
    p = 2 if c in ("lzw", "deflate") else None
    write(f"rgb_{c}_{'tile' if tiled else 'strip'}.tif", c8, rgb, photometric="rgb", compression=c, predictor=p, **kw)
planar = np.moveaxis(c8, -1, 0).copy()
for tiled, c in itertools.product((False, True), (None, "lzw")):
    kw = dict(tile=(16, 16)) if tiled else dict(rowsperstrip=10)
    write(f"rgb_planar_{c}_{'tile' if tiled else 'strip'}.tif", planar, lambda a: rgb(np.moveaxis(a, 0, -1)), photometric="rgb", planarconfig="separate", compression=c, predictor=2 if c else None, **kw)
rgba = np.concatenate([c8, c8[..., :1] // 2], -1)
write("rgba_strip.tif", rgba, lambda a: rgb(a[..., :3]), photometric="rgb", extrasamples=["unassalpha"])
write("rgba_tile_lzw.tif", rgba, lambda a: rgb(a[..., :3]), photometric="rgb", extrasamples=["assocalpha"], tile=(32, 32), compression="lzw")
rgb16 = np.moveaxis(picture("uint16", (3, H, W)), 0, -1).copy()
for tiled in (False, True):
    kw = dict(tile=(16, 16)) if tiled else {}
    write(f"rgb16_{tiled}.tif", rgb16, lambda a: np.moveaxis(a, -1, 0)[None, None], photometric="rgb", **kw)
write("gray_alpha.tif", np.stack([c8[..., 0], c8[..., 1]], -1), lambda a: five(a[..., 0]), photometric="minisblack", extrasamples=["unassalpha"])
write("samples5_chunky.tif", np.moveaxis(picture("uint16", (5, H, W)), 0, -1).copy(), lambda a: np.moveaxis(a, -1, 0)[None, None], photometric="minisblack", planarconfig="contig")
write("samples5_planar.tif", picture("uint16", (5, H, W)), lambda a: a[None, None], photometric="minisblack", planarconfig="separate", compression="zstd")
write("whiteiszero8.tif", picture("uint8"), photometric="miniswhite")
write("whiteiszero16.tif", picture("uint16"), photometric="miniswhite", compression="lzw")
write("palette.tif", picture("uint8"), photometric="palette", colormap=rng.integers(0, 65536, (3, 256)).astype("uint16"))

# 4. JPEG
for tiled in (False, True):
    kw = dict(tile=(16, 32)) if tiled else dict(rowsperstrip=16)
    w = "tile" if tiled else "strip"
    write(f"jpeg_gray_{w}.tif", picture("uint8"), exact=False, compression="jpeg", **kw)
    for sub in ((1, 1), (2, 1), (2, 2)):
        write(f"jpeg_ycbcr{sub[0]}{sub[1]}_{w}.tif", c8, rgb, exact=False, photometric="rgb", compression="jpeg", subsampling=sub, **kw)
    write(f"jpeg_rgb_{w}.tif", c8, rgb, exact=False, photometric="rgb", compression="jpeg", compressionargs=dict(outcolorspace="rgb", level=90), **kw)

# 5. BigTIFF
for t, c in itertools.product(("uint8", "uint16", "float32"), (None, "zstd")):
    write(f"big_{t}_{c}.tif", picture(t), bigtiff=True, compression=c, tile=(16, 16), byteorder=">" if c else "<")
write("big_rgb.tif", c8, rgb, bigtiff=True, photometric="rgb")
write("big_pages.tif", picture("uint16", (7, H, W)), bigtiff=True, photometric="minisblack")

# 6. stacks: pages, ImageJ's, tifffile's, OME's
write("pages.tif", picture("uint8", (5, H, W)), photometric="minisblack")
write("pages_lzw_tile.tif", picture("uint16", (3, H, W)), photometric="minisblack", compression="lzw", tile=(16, 16))
hyper = picture("uint16", (2, 3, 2, H, W))
for order in "<>":
    write(f"imagej_hyper_{'le' if order == '<' else 'be'}.tif", hyper, lambda a: a, imagej=True, metadata=dict(axes="TZCYX"), byteorder=order)
write("imagej_one_ifd.tif", hyper, lambda a: a, imagej=True, metadata=dict(axes="TZCYX"), truncate=True)
write("imagej_float.tif", picture("float32", (4, H, W)), lambda a: a[:, None, None], imagej=True, metadata=dict(axes="TYX"))
write("imagej_rgb.tif", np.moveaxis(picture("uint8", (2, 3, H, W)), 1, -1).copy(), lambda a: a[None, :, None], imagej=True, metadata=dict(axes="ZYXS"))
write("shaped.tif", picture("uint16", (4, H, W)), metadata={}, photometric="minisblack")
write("shaped_one_ifd.tif", picture("uint16", (4, H, W)), metadata={}, photometric="minisblack", truncate=True)
write("shaped_axes.tif", picture("uint8", (2, 3, H, W)), lambda a: np.moveaxis(a, 0, 1)[None], metadata=dict(axes="CZYX"), photometric="minisblack")


def ome(name, axes, shape, t="uint16", rgbs=False, **kw):
    a = picture(t, shape)
    if rgbs:
        a = np.moveaxis(a, -3, -1).copy()
    meta = dict(axes=axes, PhysicalSizeX=0.25, PhysicalSizeXUnit="µm", PhysicalSizeY=0.5, PhysicalSizeYUnit="µm", Channel=dict(Name=["DAPI", "GFP"]) if "C" in axes and not rgbs else None)
    meta = {k: v for k, v in meta.items() if v is not None}
    tifffile.imwrite(name, a, ome=True, metadata=meta, photometric="rgb" if rgbs else "minisblack", **kw)
    b = tifffile.imread(name).reshape(a.shape)
    assert np.array_equal(a, b)
    full = b
    for i, axis in enumerate("TZC"):
        if axis not in axes:
            full = np.expand_dims(full, 0)
    order = [x for x in "TZC" if x not in axes][::-1] + [x for x in axes if x in "TZC"]
    full = np.moveaxis(full, [order.index(x) for x in "TZC"], [0, 1, 2])
    note(name, full)


for axes in ("TZCYX", "TCZYX", "ZTCYX", "CZTYX", "CTZYX", "ZCTYX"):
    n = dict(T=2, Z=3, C=2)
    ome(f"ome_{axes}.ome.tif", axes, tuple(n[x] for x in axes[:3]) + (H, W))
ome("ome_c2_tiles.ome.tif", "CYX", (2, H, W), tile=(16, 16), compression="deflate")
ome("ome_big.ome.tif", "CYX", (2, H, W), "uint8", bigtiff=True)
ome("ome_rgb.ome.tif", "ZYXS", (2, 3, H, W), "uint8", rgbs=True)
ome("ome_float.ome.tif", "TYX", (3, H, W), "float32")

# 7. pyramids and thumbnails
big = np.kron(picture("uint16"), np.ones((4, 4), "uint16"))
levels = [big, big[::2, ::2], big[::4, ::4]]


def pyramid(name, sub, ome=False, **kw):
    with tifffile.TiffWriter(name, ome=ome) as tif:
        o = dict(tile=(32, 32), compression="deflate", photometric="minisblack", **kw)
        m = dict(axes="YX") if ome else None
        tif.write(levels[0], subifds=2 if sub else None, metadata=m, **o)
        for a in levels[1:]:
            tif.write(a, subfiletype=1, metadata=None, **o)
    note(name, five(levels[0]))


pyramid("pyramid_subifds.tif", True)
pyramid("pyramid_pages.tif", False)
pyramid("pyramid.ome.tif", True, True)
with tifffile.TiffWriter("thumbnail_first.tif") as tif:
    tif.write(c8[::2, ::2], photometric="rgb", subfiletype=1, metadata=None)
    tif.write(picture("uint16"), metadata=None)
note("thumbnail_first.tif", five(picture("uint16")))
with tifffile.TiffWriter("thumbnails_between.tif") as tif:
    for i in range(3):
        tif.write(picture("uint8", seed=i), metadata=None)
        tif.write(c8[::2, ::2], photometric="rgb", subfiletype=1, metadata=None)
note("thumbnails_between.tif", five(np.stack([picture("uint8", seed=i) for i in range(3)])))

with open("manifest.csv", "w") as f:
    f.write("\n".join(lines) + "\n")
print(len(lines), "files", sum(os.path.getsize(x) for x in os.listdir(".")) // 1024, "kB")
