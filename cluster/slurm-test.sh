#!/bin/bash
# Tries slurm.sh on a real Slurm: two nodes on this machine, one of which loses its power in the middle.
#
#     apt-get install slurmctld slurmd slurm-client munge
#     cluster/slurm-test.sh [FASTSAM]
#
# As root, for each node is a process tree of its own that dies as a whole. Nothing is left behind, and a Slurm
# of the machine's own is not touched. FASTSAM is the command, else this checkout's. IMAGES=48 is how many
# images are done, DELAY=0 by how many seconds a node dies later.
set -euo pipefail

here=$(cd -- "$(dirname -- "$0")" && pwd -P)
checkout=$(dirname -- "$here")
export FASTSAM=${1:-$checkout/fastsam}
count=${IMAGES:-48}
name=slurm-test
# shellcheck source=cluster/slurm-nodes.sh
. "$here/slurm-nodes.sh"

# --- images ------------------------------------------------------------------------------------------

make_images() {
    local sources=("$checkout"/src/test/resources/images/{nuclei.tif,coins.png,ihc.png})
    mkdir -p "$work/in/day 2"
    for i in $(seq 1 "$count"); do
        local source=${sources[$((i % 3))]} folder=$work/in
        [ $((i % 4)) -eq 0 ] && folder="$work/in/day 2"
        cp "$source" "$folder/image-$i.${source##*.}"
    done
    # NB: one that cannot be read must be in the merged report, and stop nobody.
    head -c 1000 "$checkout/src/test/resources/images/nuclei.tif" >"$work/in/broken.tif"
}

done_of() { cat "$work"/out/journal-*-of-*.jsonl 2>/dev/null | grep -c '"done"' || true; }

running_on_n2() { squeue -h -n fastsam -w n2 -t R -o %K; }

# NB: between two tasks a node does nothing for a moment.
some_are_done_while_n2_works() { [ "$(done_of)" -ge $((count / 6)) ] && [ -n "$(running_on_n2)" ]; }

array_is_over() { [ -z "$(squeue -h -n fastsam)" ]; }

all_is_over() { [ -z "$(squeue -h)" ]; }

# --- what must hold ----------------------------------------------------------------------------------

compare() {
    say "the same on one machine"
    $FASTSAM segment "$work/in" --recursive --out "$work/one" >/dev/null 2>&1 && fail "the broken image passed"
    diff -rq --exclude='report*' --exclude='journal*' --exclude='objects-*' --exclude=logs \
        "$work/one" "$work/out" || fail "results differ"
    outcomes "$work/one" >"$work/expected"
    outcomes "$work/out" >"$work/merged"
    [ "$(wc -l <"$work/merged")" -eq $((count + 2)) ] || fail "not all images are in the report"
    diff "$work/expected" "$work/merged" || fail "reports differ"
    find "$work/out" -name '.fastsam-*' | grep -q . && fail "temporary files stayed"
    say "results, objects.csv and the reports' outcomes are equal: $((count + 1)) images, $(grep -c failed "$work/merged") failed"
}

# File, status and objects of each line, and the heading.
outcomes() { tr -d '\r' <"$1/report.csv" | cut -d, -f1-3; }

configure
make_images
start_cluster
SHARDS=6 CPUS=1 MEMORY=1500M TIME=30:00 LOGS=$work/out/logs "$here/slurm.sh" "$work/in" "$work/out" --recursive
until_true "the first results" some_are_done_while_n2_works
sleep "${DELAY:-0}"
before=$(done_of)
running=$(running_on_n2)
[ -n "$running" ] || fail "nothing ran on n2"
kill -KILL "$second"
say "power of node n2 cut while it did shard $running; $before images were done"
until_true "Slurm to notice" bash -c 'sinfo -h -N -n n2 -o %T | grep -q down'
start_node n2
until_true "node n2 again" node_is_up n2
until_true "the array" array_is_over
until_true "the merging job" all_is_over
grep -q "requeue" "$work/slurmctld.log" || fail "no task was queued again"
say "$(grep -m 1 -i 'requeu' "$work/slurmctld.log" | sed 's/^\[[^]]*\] //')"
compare
say "PASSED"
