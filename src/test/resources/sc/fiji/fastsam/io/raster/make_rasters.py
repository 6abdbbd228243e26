"""Writes small PNG, GIF, BMP, PNM, FITS, JPEG and DICOM files, and what is in them.

Run in this folder: python make_rasters.py   (Pillow, imagecodecs)
manifest.csv: as that of make_tiffs.py.
"""
import struct
import zlib

import imagecodecs
import numpy as np
from PIL import Image

W, H = 31, 29
r = np.random.default_rng(3)
lines = []


def crc(a):
    return zlib.crc32(np.ascontiguousarray(a).astype(">f4").tobytes())


def note(name, a, kind):
    """a: (frames, slices, channels, height, width[, 3])"""
    part = a[-1, -1, -1, 7 : 7 + 19, 5 : 5 + 23]
    lines.append(f"{name},{a.shape[4]},{a.shape[3]},{a.shape[2]},{a.shape[1]},{a.shape[0]},{kind},{crc(a):08x},{crc(part):08x}")


def plane(a):
    return a[None, None, None]


g8 = r.integers(0, 256, (H, W)).astype("uint8")
g16 = r.integers(0, 65536, (H, W)).astype("uint16")
c8 = r.integers(0, 256, (H, W, 3)).astype("uint8")
c16 = r.integers(0, 65536, (H, W, 3)).astype("uint16")
alpha = r.integers(0, 256, (H, W, 1)).astype("uint8")

# PNG
Image.fromarray(g8).save("gray8.png"); note("gray8.png", plane(g8), "UINT8")
Image.fromarray(g16).save("gray16.png"); note("gray16.png", plane(g16), "UINT16")
bits = g8 > 127
Image.fromarray(bits).save("gray1.png", bits=1); note("gray1.png", plane(bits * 255), "UINT8")
Image.fromarray(c8).save("rgb8.png"); note("rgb8.png", plane(c8), "RGB")
open("rgb16.png", "wb").write(imagecodecs.png_encode(c16)); note("rgb16.png", np.moveaxis(c16, -1, 0)[None, None], "UINT16")
ga = np.concatenate([g8[..., None], alpha], -1)
Image.fromarray(ga, "LA").save("gray_alpha.png"); note("gray_alpha.png", plane(g8), "UINT8")
open("gray16_alpha.png", "wb").write(imagecodecs.png_encode(np.stack([g16, g16[::-1]], -1))); note("gray16_alpha.png", plane(g16), "UINT16")
rgba = np.concatenate([c8, alpha], -1)
Image.fromarray(rgba).save("rgba.png")
a = alpha.astype(int)
note("rgba.png", plane((c8 * a + 255 * (255 - a) + 127) // 255), "RGB")
clear = np.concatenate([c8, 0 * alpha], -1)
Image.fromarray(clear).save("rgba_clear.png"); note("rgba_clear.png", plane(c8), "RGB")
Image.fromarray(g8).save("gamma.png", gamma=0.3); note("gamma.png", plane(g8), "UINT8")
p = Image.fromarray((g8 // 16).astype("uint8"), "P")
p.putpalette(sum(([i * 9, 255 - i * 3, i] for i in range(16)), []))
p.save("palette.png"); note("palette.png", plane(g8 // 16), "UINT8")
# BMP
Image.fromarray(g8).save("gray8.bmp"); note("gray8.bmp", plane(g8), "UINT8")
Image.fromarray(c8).save("rgb8.bmp"); note("rgb8.bmp", plane(c8), "RGB")
Image.fromarray(bits).save("bits.bmp"); note("bits.bmp", plane(bits * 255), "UINT8")
# GIF
Image.fromarray(g8).save("gray.gif"); note("gray.gif", plane(g8), "UINT8")
frames = [Image.fromarray(np.roll(g8, i)) for i in range(4)]
frames[0].save("frames.gif", save_all=True, append_images=frames[1:], duration=50)
note("frames.gif", np.stack([np.roll(g8, i) for i in range(4)])[None, :, None], "UINT8")
# PNM
Image.fromarray(g8).save("gray8.pgm"); note("gray8.pgm", plane(g8), "UINT8")
open("gray16.pgm", "wb").write(b"P5\n# a comment\n%d %d 65535\n" % (W, H) + g16.astype(">u2").tobytes()); note("gray16.pgm", plane(g16), "UINT16")
Image.fromarray(c8).save("rgb8.ppm"); note("rgb8.ppm", plane(c8), "RGB")
open("rgb16.ppm", "wb").write(b"P6 %d %d 65535\n" % (W, H) + c16.astype(">u2").tobytes()); note("rgb16.ppm", np.moveaxis(c16, -1, 0)[None, None], "UINT16")
Image.fromarray(bits).save("bits.pbm"); note("bits.pbm", plane(bits * 255), "UINT8")
open("text.pgm", "w").write("P2\n%d %d\n255\n" % (W, H) + "\n".join(" ".join(map(str, x)) for x in g8) + "\n"); note("text.pgm", plane(g8), "UINT8")
open("text.ppm", "w").write("P3\n%d %d\n255\n" % (W, H) + "\n".join(" ".join(map(str, x)) for x in c8.reshape(H, -1)) + "\n"); note("text.ppm", plane(c8), "RGB")
open("text.pbm", "w").write("P1\n%d %d\n" % (W, H) + "\n".join("".join("01"[not v] for v in x) for x in bits) + "\n"); note("text.pbm", plane(bits * 255), "UINT8")


# FITS
def fits(name, a, bitpix, dtype, shown, kind, **cards):
    keys = dict(SIMPLE="T", BITPIX=bitpix, NAXIS=a.ndim)
    keys.update({f"NAXIS{i + 1}": n for i, n in enumerate(a.shape[::-1])})
    keys.update(cards)
    head = "".join(f"{k:8}= {v!s:>20}".ljust(80) for k, v in keys.items()) + "END".ljust(80)
    head = head.ljust(-(-len(head) // 2880) * 2880)
    data = a.astype(dtype).tobytes()
    open(name, "wb").write(head.encode() + data.ljust(-(-len(data) // 2880) * 2880, b"\0"))
    s = shown if shown.ndim == 3 else shown[None]
    note(name, s[None, :, None, ::-1], kind)


fits("u8.fits", g8, 8, ">u1", g8, "UINT8")
fits("u16.fits", g16.astype(int) - 32768, 16, ">i2", g16, "UINT16", BZERO="32768.0", BSCALE="1.0")
fits("s16.fits", g16.astype(int) - 32768, 16, ">i2", g16.astype(int) - 32768, "FLOAT32")
fits("f32.fits", (g16 / 7 - 99).astype("f4"), -32, ">f4", (g16 / 7 - 99).astype("f4"), "FLOAT32")
fits("f64.fits", g16 / 7 - 99, -64, ">f8", g16 / 7 - 99, "FLOAT32")
fits("s32_scaled.fits", g16, 32, ">i4", g16 * 0.5 + 3, "FLOAT32", BSCALE="0.5", BZERO="3.0")
fits("cube.fits", np.stack([g8, g8[::-1]]), 8, ">u1", np.stack([g8, g8[::-1]]), "UINT8")


# DICOM
def element(tag, kind, value, explicit, order):
    if isinstance(value, int):
        value = struct.pack(order + "H", value)
    elif isinstance(value, str):
        value = value.encode() + b" " * (len(value) % 2)
    head = struct.pack(order + "HH", tag >> 16, tag & 0xFFFF)
    if not explicit:
        return head + struct.pack(order + "I", len(value)) + value
    if kind in ("OW", "OB", "SQ"):
        return head + kind.encode() + b"\0\0" + struct.pack(order + "I", len(value)) + value
    return head + kind.encode() + struct.pack(order + "H", len(value)) + value


def dicom(name, a, shown, kind, syntax="1.2.840.10008.1.2.1", photometric="MONOCHROME2", samples=1, signed=0, frames=1, extra=(), stored=0):
    explicit = syntax != "1.2.840.10008.1.2"
    order = ">" if syntax.endswith("2.2") else "<"
    item = element(0x00080060, "CS", "XX", explicit, order)
    sequence = struct.pack(order + "HHI", 0xFFFE, 0xE000, len(item)) + item
    meta = element(0x00020010, "UI", syntax, True, "<")
    e = [(0x00081140, "SQ", sequence), (0x00280002, "US", samples), (0x00280004, "CS", photometric), (0x00280006, "US", 0), (0x00280008, "IS", str(frames)), (0x00280010, "US", H), (0x00280011, "US", W), (0x00280030, "DS", "0.5\\0.25"), (0x00280100, "US", a.itemsize * 8), (0x00280101, "US", stored or a.itemsize * 8), (0x00280103, "US", signed), *extra, (0x7FE00010, "OW", a.astype(a.dtype.newbyteorder(order)).tobytes())]
    body = b"".join(element(*x, explicit, order) for x in e)
    open(name, "wb").write(b"\0" * 128 + b"DICM" + meta + body)
    note(name, shown, kind)


dicom("u16.dcm", g16, plane(g16), "UINT16")
dicom("implicit.dcm", g16, plane(g16), "UINT16", "1.2.840.10008.1.2")
dicom("big_endian.dcm", g16, plane(g16), "UINT16", "1.2.840.10008.1.2.2")
dicom("u8_inverted.dcm", g8, plane(g8), "UINT8", photometric="MONOCHROME1")
dicom("s16_ct.dcm", g16.astype("i2"), plane(g16.astype("i2") - 1024.0), "FLOAT32", signed=1, extra=[(0x00281052, "DS", "-1024"), (0x00281053, "DS", "1")])
g12 = (g16 >> 4).astype("u2")
dicom("u12_overlay.dcm", g12 | 0xA000, plane(g12), "UINT16", stored=12)
s12 = g12.astype("i4") - 4096 * (g12 > 2047)
dicom("s12.dcm", g12, plane(s12 - 7.0), "FLOAT32", signed=1, stored=12, extra=[(0x00281052, "DS", "-7")])
dicom("rgb.dcm", c8, plane(c8), "RGB", photometric="RGB", samples=3)
dicom("frames.dcm", np.stack([g8, g8.T[:H, :1] * 0 + g8[::-1]]), np.stack([g8, g8[::-1]])[None, :, None], "UINT8", frames=2)

# JPEG
Image.fromarray(g8 // 4 + 60).save("gray.jpg", quality=90); note("gray.jpg", plane(np.asarray(Image.open("gray.jpg"))), "UINT8")
Image.fromarray(c8 // 8 + 60).save("rgb.jpg", quality=90, subsampling=0); note("rgb.jpg", plane(np.asarray(Image.open("rgb.jpg"))), "RGB")
Image.fromarray(g8 // 4 + 60).save("progressive.jpg", quality=90, progressive=True); note("progressive.jpg", plane(np.asarray(Image.open("progressive.jpg"))), "UINT8")

open("manifest.csv", "w").write("\n".join(lines) + "\n")
print(len(lines))
