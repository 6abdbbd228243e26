package sc.fiji.fastsam.model.catalog;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.model.catalog.CatalogEntry.Kind;
import sc.fiji.fastsam.model.download.Digest;
import sc.fiji.fastsam.model.download.RemoteFile;

/** All that can be installed by name. */
public final class Catalog {

    /** The network that comes with this software. */
    public static final String BUNDLED = "bundled";

    private static final String ULTRALYTICS =
            "https://github.com/ultralytics/assets/releases/download/v8.4.0/";

    private static final String CLIP =
            "https://huggingface.co/Xenova/clip-vit-base-patch32/resolve/main/onnx/";

    /** NB: its repository publishes SHA-1 alone. The version is that of the CPU's libraries. */
    private static final RemoteFile GPU_JAR =
            RemoteFile.ofPackage(
                    "Java package com.microsoft.onnxruntime:onnxruntime_gpu, version 1.28.0",
                    "onnxruntime_gpu-1.28.0.jar",
                    742_248_282,
                    Digest.sha1("8367a2633c65017c79952b526fd2a9803f3ac54c"));

    private static final RemoteFile GPU_WHEEL =
            RemoteFile.ofPackage(
                    "Python package onnxruntime-gpu, version 1.28.0, for Python 3.12 on Linux x64",
                    "onnxruntime_gpu-1.28.0-cp312-cp312-manylinux_2_27_x86_64"
                            + ".manylinux_2_28_x86_64.whl",
                    280_000_000,
                    Digest.sha256(
                            "3b3a63cecd239d72432cd44569d047de8f4d69e471cd5f60f7ac7fc8769be5ec"));

    private static final List<CatalogEntry> ENTRIES =
            List.of(
                    new CatalogEntry(
                            BUNDLED,
                            "FastSAM trained for microscopy",
                            Kind.BUNDLED,
                            License.OWN,
                            List.of()),
                    new CatalogEntry(
                            "fastsam-s",
                            "FastSAM-s, official weights for everyday images, small",
                            Kind.CHECKPOINT,
                            License.AGPL,
                            // NB: nobody publishes a digest of this file.
                            List.of(file(ULTRALYTICS, "FastSAM-s.pt", 23_900_000))),
                    new CatalogEntry(
                            "fastsam-x",
                            "FastSAM-x, official weights for everyday images, large",
                            Kind.CHECKPOINT,
                            License.AGPL,
                            List.of(
                                    new RemoteFile(
                                            URI.create(ULTRALYTICS + "FastSAM-x.pt"),
                                            144_943_063,
                                            sha256(
                                                    "c0be4e7ddbe4c15333d15a859c676d053c486d0a746a3be"
                                                            + "6a7a9790d52a9b6d7")))),
                    new CatalogEntry(
                            "clip",
                            "CLIP ViT-B/32, which compares words with objects",
                            Kind.WORDS,
                            License.CLIP,
                            List.of(
                                    new RemoteFile(
                                            URI.create(CLIP + "text_model_quantized.onnx"),
                                            64_500_000,
                                            sha256(
                                                    "73baab855d406190da9faa498cfedf65f15cf309f4cc738"
                                                            + "5b7b032e6d08e5c3a")),
                                    new RemoteFile(
                                            URI.create(CLIP + "vision_model.onnx"),
                                            352_000_000,
                                            sha256(
                                                    "fd6e1402a588279d1723c7534d4bcba5bc0b14b47dfab0e"
                                                            + "46f8c47b8270d7d40")))),
                    new CatalogEntry(
                            "gpu-cuda12",
                            "ONNX Runtime for NVIDIA cards, CUDA 12 (Linux and Windows x64)",
                            Kind.GPU_LIBRARIES,
                            License.ONNX_RUNTIME,
                            List.of(GPU_JAR)),
                    new CatalogEntry(
                            "gpu-cuda13",
                            "ONNX Runtime for NVIDIA cards, CUDA 13 (Linux x64)",
                            Kind.GPU_LIBRARIES,
                            License.ONNX_RUNTIME,
                            List.of(GPU_WHEEL, GPU_JAR)));

    private Catalog() {}

    private static RemoteFile file(String folder, String name, long size) {
        return new RemoteFile(URI.create(folder + name), size, Optional.empty());
    }

    private static Optional<Digest> sha256(String hex) {
        return Optional.of(Digest.sha256(hex));
    }

    /** In the order in which to show them. */
    public static List<CatalogEntry> entries() {
        return ENTRIES;
    }

    /** An entry, if there is one of this name. */
    public static Optional<CatalogEntry> find(String id) {
        return ENTRIES.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
