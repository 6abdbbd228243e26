#!/bin/bash
# Runs the Nextflow and Snakemake workflows on a folder, and compares with a run of fastsam alone.
#
#     pip install snakemake snakemake-executor-plugin-slurm
#     cluster/workflows-test.sh [FASTSAM]
#     SLURM=yes cluster/workflows-test.sh [FASTSAM]      (as root, by the executors for Slurm: see slurm-nodes.sh)
#
# FASTSAM is the command, else this checkout's. NEXTFLOW=nextflow and SNAKEMAKE=snakemake are the commands; one
# that is not there is left out, and that is said.
set -euo pipefail

here=$(cd -- "$(dirname -- "$0")" && pwd -P)
checkout=$(dirname -- "$here")
fastsam=${1:-$checkout/fastsam}
name=workflows-test
# shellcheck source=cluster/slurm-nodes.sh
. "$here/slurm-nodes.sh"
cd "$work"

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
    "${NEXTFLOW:-nextflow}" -q run "$here/nextflow" --cpus 1 --memory 2.GB --time 30.min -ansi-log false "$@" >nextflow.log 2>&1 ||
        { cat nextflow.log && fail "nextflow $*"; }
}

try_nextflow() {
    nextflow_run -profile test -stub --results stub
    [ -e stub/nuclei-labels.tif ] || fail "the stub left no label image"
    say "nextflow: the stub runs"
    nextflow_run ${SLURM:+-profile slurm} --images in --per_task 2 --results nextflow
    compare nextflow
}

try_snakemake() {
    local where=(--cores 1)
    [ -z "${SLURM:-}" ] || where=(--executor slurm --jobs 2 --slurm-status-command squeue --slurm-no-account)
    "${SNAKEMAKE:-snakemake}" --snakefile "$here/snakemake/Snakefile" "${where[@]}" --quiet all --config images=in \
        results=snakemake shards=3 threads=1 memory=2000 options=--recursive >snakemake.log 2>&1 ||
        { cat snakemake.log && fail "snakemake"; }
    compare snakemake
}

# On which of the two nodes how many jobs ran.
say_nodes() {
    say "$(grep -oE 'Allocate JobId=[0-9]+ NodeList=n[12]' slurmctld.log | sed 's/.*=//' | sort | uniq -c | xargs)"
}

make_images
if [ -n "${SLURM:-}" ]; then
    configure
    start_cluster
fi
fastsam segment in --recursive --out one >/dev/null 2>&1 && fail "the broken image passed"
for tool in nextflow snakemake; do
    command=${tool^^}
    if command -v "${!command:-$tool}" >/dev/null; then "try_$tool"; else say "$tool is not there: not tried"; fi
done
[ -z "${SLURM:-}" ] || say_nodes
