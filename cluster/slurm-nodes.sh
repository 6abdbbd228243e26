# A Slurm of two nodes on this machine, for the tests beside this file, which read it. They set "name" before.
# Needs root, and: apt-get install slurmctld slurmd slurm-client munge

work=$(mktemp -d -t "fastsam-$name-XXXXXX")
started=()

end() {
    for pid in "${started[@]}"; do kill -KILL "$pid" 2>/dev/null || true; done
    [ -n "${KEEP:-}" ] || rm -rf -- "$work"
}
trap end EXIT

say() { echo "$name: $*"; }

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
# NB: Snakemake takes SLURM_CONF from the steps of its jobs, which then look in /run; so each node has its own.
start_node() {
    start unshare --pid --fork --mount-proc --kill-child=KILL \
        sh -c 'mount -t tmpfs none /run && mkdir -p /run/slurm/conf && cp "$SLURM_CONF" /run/slurm/conf &&
            exec slurmd -D -N "$1" -f "$SLURM_CONF"' sh "$1" >>"$work/slurmd-$1.log" 2>&1
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
