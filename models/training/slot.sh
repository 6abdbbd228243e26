#!/usr/bin/env bash
# One slot of a lent GPU:
#   bash slot.sh pack            here, before: training images as WebP into cache/real (the whole tree that travels: 64 MiB)
#   bash slot.sh try nano|large  there: says what the machine is, draws images, trains for $TRY_S (20) to see how fast a step is
#   bash slot.sh nano|large      there: draws images unless they are, tries meanwhile whether recorded passes are faster,
#                                trains from state/last.pt to the end of the slot, exports
# $OUT (default cache/out) gets the ONNX file, the resumable last.pt as halves, log.csv. $SLOT_S (default 560) is
# the time for all of it in seconds, of which $RESERVE_S (45) for reading and writing; $DRAWN the number of images
# drawn; $PYTHON the interpreter; $DEVICE_ARGS replaces batch, sizes, workers and reuse; $TRIAL_S (28) seconds of
# either trial; $TRAIN_ARGS goes to the training as well (a try prints after 40 steps where five steps' time goes).
set -euo pipefail
cd "$(dirname "$0")"
began=$SECONDS
python=${PYTHON:-python3} out=${OUT:-cache/out} slot=${SLOT_S:-560} cores=$(nproc)
kind=${1:?pack, try, nano or large}

case ${2:-$kind} in
    pack) exec "$python" -m fastsam_train.pack --data ../../../shared/data --out cache/real ;;
    nano) name=fastsam-microscopy version=1.5 size=() rates=(--rate 0.014 --adam-rate 1.4e-3) batch=208 ;;
    large) name=fastsam-microscopy-large version=1.5 size=(--widths 32 64 128 256 512 --hidden 128)
        rates=(--rate 0.02 --adam-rate 2e-3) batch=160 ;;
    *) echo "slot.sh: pack, try nano, try large, nano or large, not $*" >&2; exit 2 ;;
esac
mkdir -p "$out"
read -r -a device <<<"${DEVICE_ARGS:---batch $batch --size 448 320 640 --workers $((cores > 2 ? cores - 2 : cores)) --reuse 2}"

train() { # RUN SECONDS MORE...
    local run=$1 seconds=$2
    shift 2
    timeout $((seconds + 60)) "$python" -m fastsam_train.train --data cache/real --run "cache/run-$kind$run" --start-from state/last.pt \
        --seconds "$seconds" --save-every 60 "${rates[@]}" "${size[@]}" "${device[@]}" "$@"
}

pace() { # RUN: its steps a second after the first fifty, and the loss of the score in the second fifty
    awk -F, 'NR == 2 { step = $1; from = $2 } NR == 3 { loss = $4 } NR > 2 { pace = ($1 - step) / ($2 - from) }
        END { if (loss) print pace, loss }' "cache/run-$kind$1/log.csv" 2>/dev/null || true
}

drawn=(--synthetic cache/synth --synthetic-share 0.45)
mkdir -p cache/synth
if [ ! -e cache/synth/drawn ]; then
    (nice -n 10 "$python" -m fastsam_train.synth --out cache/synth --count "${DRAWN:-6000}" --seed 71 --jobs "$cores" &&
        touch cache/synth/drawn) &
fi
if [ "$kind" = try ]; then
    nvidia-smi || true
    wait
    read -r -a more <<<"${TRAIN_ARGS:-}"
    train "" "${TRY_S:-20}" "${drawn[@]}" --cooldown --profile 40 "${more[@]}"
    exit
fi

# While images are drawn: as many seconds with recorded passes and without, from the same state on the same crops
# (real ones); the second goes on, with recorded passes if they were a tenth faster and learnt the same.
rm -rf "cache/run-$kind" "cache/run-$kind-graphs"
trial=${TRIAL_S:-28}
(train -graphs "$trial" --graphs) || true
train "" "$trial"
wait
graphs=$(echo "$(pace -graphs) $(pace "")" |
    awk 'NF == 4 && $1 > 1.1 * $3 && $2 < 1.05 * $4 && $4 < 1.05 * $2 { print "--graphs" }')
echo "steps a second and loss with graphs: $(pace -graphs), without: $(pace ""); goes on ${graphs:-without}; drawn after $((SECONDS - began)) s"
train "" $((slot - SECONDS + began - ${RESERVE_S:-45})) "${drawn[@]}" --cooldown $graphs ${TRAIN_ARGS:-}
run=cache/run-$kind
# What can be exported anywhere comes first: a slot cut off loses the ONNX file only.
"$python" -m fastsam_train.shrink --checkpoint "$run/last.pt" --out "$out/last.pt"
cp "$run/log.csv" "$out/" || true
"$python" -m fastsam_train.export --checkpoint "$run/last.pt" --out "$out/$name.onnx" --version "$version"
echo "done after $((SECONDS - began)) s"
