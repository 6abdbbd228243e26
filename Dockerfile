# The command line in a container: docs/cluster.md says how to build and run it.
#   docker build -t fastsam .
#   docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/data" fastsam segment images --out results
FROM debian:bookworm-slim AS build

# NB: no versions: Debian has one at a time, and the newest is the one without known holes.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends maven openjdk-17-jdk-headless zip \
    && rm -rf /var/lib/apt/lists/*

# NB: only what the command line and ImageJ's core name; DockerfileTest compares. Beyond that elliptic
# curves (downloads), and character sets of old files.
RUN jlink --output /opt/java --strip-java-debug-attributes --no-man-pages --no-header-files --compress=2 \
    --add-modules java.base,java.compiler,java.datatransfer,java.desktop,java.logging,java.management,java.net.http,java.prefs,java.rmi,java.scripting,java.sql,java.xml,jdk.charsets,jdk.crypto.ec,jdk.unsupported,jdk.zipfs

WORKDIR /source
COPY . .
RUN mvn -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true package \
    && mv target/FastSAM_IJ-*-dist /opt/fastsam \
    && zip -q -d /opt/fastsam/plugins/jars/opencv-*.jar 'nu/pattern/opencv/osx/*' 'nu/pattern/opencv/windows/*' \
    && zip -q -d /opt/fastsam/plugins/jars/onnxruntime-*.jar 'ai/onnxruntime/native/osx-*' 'ai/onnxruntime/native/win-*' \
    && chmod -R u=rwX,go=rX /opt/fastsam

FROM debian:bookworm-slim

# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        ca-certificates libfreetype6 libharfbuzz0b libjpeg62-turbo liblcms2-2 libstdc++6 zlib1g \
    && rm -rf /var/lib/apt/lists/*

COPY --from=build /opt/java /opt/java
COPY --from=build /opt/fastsam /opt/fastsam
RUN ln -s /opt/fastsam/bin/fastsam /usr/local/bin/fastsam

ENV JAVA_HOME=/opt/java \
    LANG=C.UTF-8 \
    FASTSAM_CACHE=/var/cache/fastsam \
    FASTSAM_MODELS=/models

# NB: root puts native libraries and the archive of Java's classes here, so a container that may write nowhere
# has them, and any user's trusts what root alone can change. The folder is as /tmp: each file its owner's.
RUN mkdir -m 1777 "$FASTSAM_CACHE" \
    && FASTSAM_ARCHIVE=now fastsam info --check \
    && chmod -R go+rX "$FASTSAM_CACHE"/*

RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin fastsam
USER 10001
# NB: writable with --read-only too. ONNX Runtime makes a folder there at its start, OpenCV unpacks itself there.
VOLUME /tmp
WORKDIR /data
ENTRYPOINT ["fastsam"]
CMD ["--help"]
