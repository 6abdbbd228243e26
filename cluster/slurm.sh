#!/bin/bash
# Segments a folder on a Slurm cluster: an array job with a shard each task, then one job that merges the reports.
#
#     cluster/slurm.sh IMAGES RESULTS [options of fastsam segment]
#
# Run it where sbatch is. Images, results and FastSAM lie on a file system that all nodes see. Variables, with
# what they are if not set:
#
#     SHARDS=8                  parts, each a task of the array; as many as there may be nodes at work
#     CPUS=4  MEMORY=4G         of each task
#     TIME=4:00:00              of each task; what is not done by then is done in the next round (ROUNDS)
#     ROUNDS=10                 how often a task may begin again after its time was over
#     PARTITION=  ACCOUNT=      as your cluster wants them
#     FASTSAM=fastsam           the command: bin/fastsam's path, or "apptainer run fastsam.sif"
#     LOGS=RESULTS/logs         what the tasks say
#
# The same command again does what is missing: after a node died, a task was killed or images were added. Keep
# SHARDS for that; with another number images that are done are done again.
set -eu

shards=${SHARDS:-8}
fastsam=${FASTSAM:-fastsam}

complain() {
    echo "slurm.sh: $*" >&2
    exit 2
}

# Submits this script as the array and as the merging job.
submit() {
    [ $# -ge 2 ] || complain "usage: slurm.sh IMAGES RESULTS [options of fastsam segment]"
    [ -e "$1" ] || complain "there are no images at $1"
    case $shards in '' | *[!0-9]* | 0) complain "SHARDS must be a number from 1 on, but was '$shards'" ;; esac
    # shellcheck disable=SC2086
    set -- "$(realpath -- "$1")" "$(realpath -m -- "$2")" "${@:3}"
    logs=${LOGS:-$2/logs}
    mkdir -p -- "$2" "$logs"
    common=(--parsable --export=ALL --open-mode=append
        ${PARTITION:+"--partition=$PARTITION"} ${ACCOUNT:+"--account=$ACCOUNT"})
    export SHARDS=$shards FASTSAM=$fastsam ROUNDS=${ROUNDS:-10}
    # NB: the signal comes to this script alone, a minute or two before the time is over.
    array=$(FASTSAM_STEP=shard sbatch "${common[@]}" --job-name=fastsam --array="1-$shards" --requeue \
        --ntasks=1 --cpus-per-task="${CPUS:-4}" --mem="${MEMORY:-4G}" --time="${TIME:-4:00:00}" \
        --signal=B:USR1@60 --output="$logs/%A_%a.log" "$0" "$@")
    merge=$(FASTSAM_STEP=merge sbatch "${common[@]}" --job-name=fastsam-merge --dependency="afterany:${array%%;*}" \
        --ntasks=1 --cpus-per-task=1 --mem="${MEMORY:-4G}" --time=1:00:00 --output="$logs/%j-merge.log" "$0" "$@")
    echo "array job ${array%%;*} with $shards tasks, then job ${merge%%;*} merges; logs: $logs"
}

# Java's heap: half of the task's memory; the network and its libraries have the rest.
heap() {
    case ${SLURM_MEM_PER_NODE:-} in
        '' | *[!0-9]* | 0) ;;
        *) echo "-Xmx$((SLURM_MEM_PER_NODE / 2))m" ;;
    esac
}

# One shard; a task whose time is nearly over ends it and begins again behind the others.
segment() {
    local images=$1 results=$2 code=0 again=
    shift 2
    local java="-XX:ActiveProcessorCount=$SLURM_CPUS_PER_TASK"
    java+=" $(heap)"
    export FASTSAM_JAVA_OPTS="$java ${FASTSAM_JAVA_OPTS:-}"
    # shellcheck disable=SC2086
    $fastsam segment "$images" --out "$results" --shard "$SLURM_ARRAY_TASK_ID/$SHARDS" \
        --threads "$SLURM_CPUS_PER_TASK" "$@" &
    local child=$!
    trap 'again=1; kill -TERM $child' USR1
    trap 'kill -TERM $child' TERM INT
    # NB: a trap ends wait before the child has ended.
    while kill -0 $child 2>/dev/null; do wait $child && code=0 || code=$?; done
    if [ -n "$again" ] && [ "${SLURM_RESTART_COUNT:-0}" -lt "$ROUNDS" ]; then
        exec scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
    fi
    exit "$code"
}

case ${FASTSAM_STEP:-} in
    shard) segment "$@" ;;
    merge) exec $fastsam report merge "$2" ;;
    *) submit "$@" ;;
esac
