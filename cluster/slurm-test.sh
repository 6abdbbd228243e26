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
work=$(mktemp -d -t fastsam-slurm-XXXXXX)
started=()

end() {
    for pid in "${started[@]}"; do kill -KILL "$pid" 2>/dev/null || true; done
    [ -n "${KEEP:-}" ] || rm -rf -- "$work"
}
trap end EXIT

say() { echo "slurm-test: $*"; }

fail() {
    say "FAILED: $*" >&2
    tail -n 2 "$work"/*.log "$work"/out/logs/*.log 2>/dev/null | cut -c 1-300 >&2 || true
    exit 1
}

until_true() {
    local what=$1
    shift
    for _ in $(seq 1 1800); do
        "$@" >/dev/null 2>&1 && return
        sleep 0.5
    done
    fail "waited in vain for $what"
}

# --- a cluster ---------------------------------------------------------------------------------------

configure() {
    chmod 711 "$work"
    mkdir -p "$work/state" "$work/n1" "$work/n2" "$work/munge"
    dd if=/dev/urandom of="$work/munge/key" bs=1024 count=1 2>/dev/null
    chmod 400 "$work/munge/key"
    export SLURM_CONF=$work/slurm.conf
    cat >"$SLURM_CONF" <<CONF
ClusterName=fastsamtest
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=16817
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/%n.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
SlurmdParameters=config_overrides
SlurmctldParameters=enable_configless
ReturnToService=2
SlurmdTimeout=10
SlurmctldDebug=info
SlurmdDebug=info
NodeName=n1 NodeHostname=localhost NodeAddr=127.0.0.1 Port=16818 CPUs=1 RealMemory=4000
NodeName=n2 NodeHostname=localhost NodeAddr=127.0.0.1 Port=16819 CPUs=1 RealMemory=4000
PartitionName=test Nodes=n1,n2 Default=YES MaxTime=60 State=UP
CONF
}

start() {
    "$@" &
    started+=($!)
    disown
}

# A node with a process tree of its own: when its first process dies, all of them do.
start_node() {
    start unshare --pid --fork --mount-proc --kill-child=KILL \
        slurmd -D -N "$1" -f "$SLURM_CONF" >>"$work/slurmd-$1.log" 2>&1
    node_pid=$!
}

node_is_up() { sinfo -h -N -n "$1" -o %T | grep -qE '^(idle|mixed|allocated)$'; }

start_cluster() {
    start munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge/socket" \
        --log-file="$work/munged.log" --pid-file="$work/munge/pid" --seed-file="$work/munge/seed" \
        >>"$work/munged.log" 2>&1
    until_true "munge" test -S "$work/munge/socket"
    start slurmctld -D -f "$SLURM_CONF" >>"$work/slurmctld.log" 2>&1
    start_node n1
    start_node n2
    second=$node_pid
    until_true "node n1" node_is_up n1
    until_true "node n2" node_is_up n2
    say "$(sinfo -h -o '%D nodes, %T')"
}

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

some_are_done() { [ "$(done_of)" -ge $((count / 6)) ]; }

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
until_true "the first results" some_are_done
sleep "${DELAY:-0}"
before=$(done_of)
running=$(squeue -h -n fastsam -w n2 -t R -o %K)
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
