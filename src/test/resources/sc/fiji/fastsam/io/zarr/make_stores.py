"""Writes stores.zip.gz: small OME-Zarr images by zarr-python, in every way that must be read.

python make_stores.py        (zarr 3.1.6, numcodecs 0.16.6, numpy 2.2.6)

Pixels follow from their place, see `values`; the tests compute the same. index.json in the archive
lists the images: name, dtype, axes, shape.
"""
import gzip, io, json, pathlib, shutil, tempfile, warnings, zipfile

import numcodecs, numpy as np, zarr
from zarr.codecs import (
    BloscCodec, BytesCodec, Crc32cCodec, GzipCodec, ShardingCodec, TransposeCodec, ZstdCodec)

warnings.filterwarnings("ignore")
FULL = dict(t=2, c=3, z=2, y=19, x=23)
PACKED = pathlib.Path(__file__).parent / "stores.zip.gz"
index = []


def values(axes, shape, dtype, exact=True, shift=0):
    grid = np.indices(shape, dtype=np.int64)
    at = {a: grid[i] for i, a in enumerate(axes)}
    zero = np.zeros(shape, np.int64)
    t, c, z, y, x = (at.get(a, zero) for a in "tczyx")
    n = 3 * x * x + x * y + 7 * y + 101 * z + 211 * c + 307 * t >> shift
    kind, size = np.dtype(dtype).kind, np.dtype(dtype).itemsize
    if kind == "b":
        return n % 3 == 0
    if kind == "f":
        v = n % 2048 / 4 if size == 2 else n / 7 if size == 4 or not exact else n / 8
        return v.astype(dtype)
    bits = 8 * size
    if not exact:
        return (n.astype("u8") * np.uint64(123456789123456789)).astype(dtype)
    span = 1 << min(bits, 24)
    return (n * 37 % span - (span // 2 if kind == "i" else 0)).astype(dtype)


def axis(name):
    kind = dict(t="time", c="channel").get(name, "space")
    unit = dict(t="second").get(name, "micrometer")
    return dict(name=name, type=kind) | ({} if kind == "channel" else dict(unit=unit))


def image(group, v, axes, paths, scales, extra=None):
    meta = dict(multiscales=[dict(name="image", axes=[axis(a) for a in axes], datasets=[
        dict(path=p, coordinateTransformations=[dict(type="scale", scale=s)])
        for p, s in zip(paths, scales)])]) | (extra or {})
    if v == 2:
        meta["multiscales"][0]["version"] = "0.4"
        group.attrs.update(meta)
    else:
        group.attrs["ome"] = dict(version="0.5") | meta


def scale(axes, factor=1):
    return [dict(t=2.0, c=1.0, z=1.5, y=0.25 * factor, x=0.25 * factor)[a] for a in axes]


def write(root, name, v, dtype, axes="yx", shape=None, chunks=None, exact=True, shift=0, **how):
    shape = shape or tuple(FULL[a] for a in axes)
    chunks = chunks or tuple(dict(t=1, c=2, z=2, y=8, x=12)[a] for a in axes)
    group = zarr.open_group(root / name, mode="w", zarr_format=v)
    if v == 2:
        how.setdefault("chunk_key_encoding", dict(name="v2", separator="/"))
    array = group.create_array(
        "0", shape=shape, chunks=chunks, dtype=dtype, **(dict(compressors=None) | how))
    array[...] = values(axes, shape, dtype, exact, shift)
    image(group, v, axes, ["0"], [scale(axes)])
    index.append(dict(name=name, dtype=np.dtype(dtype).str[1:], axes=axes, shape=shape, exact=exact,
                      shift=shift))
    return group


def codecs(root):
    big = dict(shape=(110, 70), chunks=(70, 48), shift=7)
    for shuffle in (0, 1, 2):
        for cname in ("lz4", "lz4hc", "zstd", "zlib", "blosclz"):
            for dtype, block in (("<u2", 2048), ("<f4", 0), ("|u1", 1000)):
                codec = numcodecs.Blosc(cname, clevel=9, shuffle=shuffle, blocksize=block)
                write(root, f"v2-blosc-{cname}-{shuffle}-{dtype[1:]}", 2, dtype, compressors=codec, **big)
            codec = numcodecs.Blosc(cname, clevel=1, shuffle=shuffle)
            write(root, f"v2-blosc-{cname}-{shuffle}-blocks", 2, "<u2", compressors=codec,
                  shape=(500, 411), chunks=(401, 411), shift=16)
    # NB: where the elements of a block are no multiple of 8, its bits are not shuffled.
    for size in (3, 11, 13, 64, 129, 1003):
        codec = numcodecs.Blosc("lz4", clevel=5, shuffle=2)
        write(root, f"v2-blosc-bits-{size}", 2, "<u2", shape=(2, size), chunks=(2, size), compressors=codec)
    for name, codec in dict(zlib=numcodecs.Zlib(5), gzip=numcodecs.GZip(5), zstd=numcodecs.Zstd(3),
                            lz4=numcodecs.LZ4(), raw=None).items():
        write(root, f"v2-{name}", 2, "<u2", compressors=codec, **big)
    for name, codec in dict(gzip=[GzipCodec(level=5)], zstd=[ZstdCodec(level=3, checksum=True)],
                            crc32c=[Crc32cCodec()], both=[ZstdCodec(), Crc32cCodec()], raw=None,
                            blosc=[BloscCodec(cname="zstd", shuffle="bitshuffle", blocksize=2048)],
                            lz4=[zarr.codecs.numcodecs.LZ4()], zlib=[zarr.codecs.numcodecs.Zlib()]).items():
        write(root, f"v3-{name}", 3, "uint16", compressors=codec, **big)


def types(root):
    for code in ("u1", "u2", "u4", "u8", "i1", "i2", "i4", "i8", "f2", "f4", "f8", "b1"):
        for order in "<>":
            write(root, f"v2-{'big' if order == '>' else 'little'}-{code}", 2, order + code, axes="zyx")
            serializer = BytesCodec(endian="big" if order == ">" else "little")
            if code[1] == "1":
                serializer = "auto"
            write(root, f"v3-{'big' if order == '>' else 'little'}-{code}", 3, code if code != "b1" else "bool",
                  axes="cyx", serializer=serializer, compressors=[ZstdCodec()])
    for code in ("u4", "u8", "i8", "f8"):
        write(root, f"v2-lossy-{code}", 2, "<" + code, exact=False)


def layouts(root):
    for axes in ("yx", "zyx", "cyx", "tyx", "czyx", "tzyx", "tcyx", "tczyx", "xy", "yxc"):
        write(root, f"v2-axes-{axes}", 2, "<u2", axes=axes)
        write(root, f"v3-axes-{axes}", 3, "uint16", axes=axes)
    for order in "CF":
        for separator in "/.":
            write(root, f"v2-order-{order}-{'slash' if separator == '/' else 'dot'}", 2, "<u2", axes="czyx",
                  order=order, chunk_key_encoding=dict(name="v2", separator=separator))
    write(root, "v3-dot", 3, "uint16", axes="czyx", chunk_key_encoding=dict(name="default", separator="."))
    write(root, "v3-v2-keys", 3, "uint16", axes="czyx", chunk_key_encoding=dict(name="v2", separator="."))
    for order in ((3, 2, 1, 0), (1, 0, 3, 2), (2, 3, 0, 1)):
        write(root, "v3-transpose-" + "".join(map(str, order)), 3, "uint16", axes="czyx",
              filters=[TransposeCodec(order=order)])
    write(root, "v2-one-chunk", 2, "<u2", axes="tczyx", chunks=(2, 3, 2, 19, 23))
    write(root, "v2-larger-chunk", 2, "<u2", axes="czyx", chunks=(4, 1, 64, 64))
    write(root, "v2-one-pixel", 2, "<u2", shape=(1, 1), chunks=(1, 1))


def shards(root):
    how = dict(axes="tczyx", shape=(2, 3, 2, 19, 23), chunks=(1, 1, 1, 4, 5))
    outer = (1, 3, 2, 12, 15)
    write(root, "v3-shard", 3, "uint16", shards=outer, compressors=[ZstdCodec()], **how)
    write(root, "v3-shard-raw", 3, "uint16", shards=outer, **how)
    for place in ("start", "end"):
        for last in ([], [Crc32cCodec()]):
            codec = ShardingCodec(
                chunk_shape=how["chunks"], index_location=place, index_codecs=[BytesCodec()] + last,
                codecs=[TransposeCodec(order=(0, 1, 2, 4, 3)), BytesCodec(endian="big"), BloscCodec(cname="lz4")])
            write(root, f"v3-shard-{place}-{len(last)}", 3, "uint16", axes="tczyx", shape=how["shape"],
                  chunks=outer, serializer=codec)


def special(root):
    """Not in the index; each has a test of its own."""
    for v in (2, 3):
        group = zarr.open_group(root / f"levels-{v}", mode="w", zarr_format=v)
        full = values("czyx", (2, 2, 37, 53), "u2")
        for level in range(3):
            data = full[:, :, ::1 << level, ::1 << level]
            keys = dict(chunk_key_encoding=dict(name="v2", separator="/")) if v == 2 else {}
            group.create_array(f"s{level}", data=data, chunks=(1, 1, 16, 16), **keys)
        omero = dict(omero=dict(channels=[dict(label="DAPI", color="0000FF"), dict(label="GFP", color="00FF00")]))
        image(group, v, "czyx", ["s0", "s1", "s2"], [scale("czyx", 1 << k) for k in range(3)], omero)
        for kind, fill in (("zero", 0), ("seven", 7)):
            group = write(root, f"missing-{v}-{kind}", v, "u2" if v == 2 else "uint16", fill_value=fill)
            index.pop()
            shutil.rmtree(root / f"missing-{v}-{kind}" / "0" / ("1" if v == 2 else "c/1"))
    codec = dict(chunks=(4, 5), shards=(12, 15), fill_value=9)
    array = zarr.create_array(root / "missing-shard/0", shape=(19, 23), dtype="uint16", zarr_format=3, **codec)
    array[4:8, 5:10] = 5
    image(zarr.open_group(root / "missing-shard", zarr_format=3), 3, "yx", ["0"], [[1, 1]])
    for v, dtype in ((2, ">f4"), (3, "float32")):
        array = zarr.create_array(
            root / f"nan-{v}", shape=(5, 7), chunks=(5, 7), dtype=dtype, zarr_format=v, fill_value=np.nan)
    zarr.create_array(root / "array-2", data=values("zyx", (2, 19, 23), "u1"), zarr_format=2)
    zarr.create_array(root / "array-3", data=values("cyx", (3, 19, 23), "u1"), zarr_format=3,
                      dimension_names=["c", "y", "x"])
    zarr.open_group(root / "bioformats2raw", mode="w", zarr_format=2, attributes={"bioformats2raw.layout": 3})
    for series in range(2):
        write(root / "bioformats2raw", str(series), 2, "<u2", shape=(20, 30 + series))
        index.pop()
    wells = [dict(path="A/1", rowIndex=0, columnIndex=0), dict(path="B/2", rowIndex=1, columnIndex=1)]
    plate = dict(version="0.4", wells=wells, rows=[dict(name="A"), dict(name="B")],
                 columns=[dict(name="1"), dict(name="2")])
    zarr.open_group(root / "plate", mode="w", zarr_format=2, attributes=dict(plate=plate))
    for well in ("A/1", "B/2"):
        zarr.open_group(root / "plate" / well, mode="w", zarr_format=2,
                        attributes=dict(well=dict(images=[dict(path="0"), dict(path="1")])))
        for field in "01":
            write(root / "plate" / well, field, 2, "<u2", shape=(20, 30))
            index.pop()


def pack(root):
    """An archive of uncompressed entries, compressed as a whole: a third of an ordinary one."""
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as out:
        for file in sorted(p for p in root.rglob("*") if p.is_file()):
            out.writestr(zipfile.ZipInfo(str(file.relative_to(root)), (2026, 1, 1, 0, 0, 0)), file.read_bytes())
    PACKED.write_bytes(gzip.compress(plain.getvalue(), 9, mtime=0))


with tempfile.TemporaryDirectory() as folder:
    root = pathlib.Path(folder)
    for part in (codecs, types, layouts, shards, special):
        part(root)
    (root / "index.json").write_text(json.dumps(index))
    pack(root)
print(len(index), "images,", PACKED.stat().st_size, "bytes")
