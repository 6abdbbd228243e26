#!/bin/bash
# Runs the Nextflow and Snakemake workflows on a folder, and compares with a run of fastsam alone.
#
#     pip install snakemake
#     cluster/workflows-test.sh [FASTSAM]
#
# FASTSAM is the command, else this checkout's. NEXTFLOW=nextflow and SNAKEMAKE=snakemake are the commands; one
# that is not there is left out, and that is said.
set -euo pipefail

here=$(cd -- "$(dirname -- "$0")" && pwd -P)
checkout=$(dirname -- "$here")
fastsam=${1:-$checkout/fastsam}
work=$(mktemp -d -t fastsam-workflows-XXXXXX)
trap 'rm -rf -- "$work"' EXIT
cd "$work"

say() { echo "workflows-test: $*"; }

fail() {
    say "FAILED: $*" >&2
    exit 1
}

make_images() {
    local images=$checkout/src/test/resources/images
    mkdir -p "in/day's 1"
    cp "$images"/{nuclei.tif,coins.png} in
    cp "$images"/{ihc.png,coins.png} "in/day's 1"
    # NB: two with one name, whose results must keep apart.
    cp "$images/nuclei.tif" in/coins.tif
    # NB: one that cannot be read must be in the report, and stop nobody.
    head -c 1000 "$images/nuclei.tif" >in/broken.tif
    mkdir bin
    ln -s "$(realpath -- "$(command -v "$fastsam")")" bin/fastsam
    export PATH=$work/bin:$PATH
}

# A table without the folder of the images, its lines in order; of reports image, status and objects.
lines() {
    tr -d '\r' <"$1" | sed -E "s#^\"?($work/in|in|images)/##" |
        case $1 in *report.csv) cut -d, -f1-3 ;; *) cat ;; esac | LC_ALL=C sort
}

compare() {
    diff -rq --exclude='journal*' --exclude='report*' --exclude='objects.csv' --exclude='objects-*' one "$1" ||
        fail "$1: results differ"
    for table in objects.csv report.csv; do
        diff <(lines "one/$table") <(lines "$1/$table") || fail "$1: $table differs"
    done
    say "$1: results equal those of fastsam alone, $(($(lines one/report.csv | wc -l) - 1)) images"
}

nextflow_run() {
    "${NEXTFLOW:-nextflow}" -q run "$here/nextflow" --cpus 1 --memory 2.GB -ansi-log false "$@" >nextflow.log 2>&1 ||
        { cat nextflow.log && fail "nextflow $*"; }
}

try_nextflow() {
    nextflow_run -profile test -stub --results stub
    [ -e stub/nuclei-labels.tif ] || fail "the stub left no label image"
    say "nextflow: the stub runs"
    nextflow_run --images in --per_task 2 --results nextflow
    compare nextflow
}

try_snakemake() {
    "${SNAKEMAKE:-snakemake}" --snakefile "$here/snakemake/Snakefile" --cores 1 --quiet all --config images=in \
        results=snakemake shards=3 threads=1 memory=2000 options=--recursive >snakemake.log 2>&1 ||
        { cat snakemake.log && fail "snakemake"; }
    compare snakemake
}

make_images
fastsam segment in --recursive --out one >/dev/null 2>&1 && fail "the broken image passed"
for tool in nextflow snakemake; do
    name=${tool^^}
    if command -v "${!name:-$tool}" >/dev/null; then "try_$tool"; else say "$tool is not there: not tried"; fi
done
