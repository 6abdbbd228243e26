#!/usr/bin/env bash
# One slot of a lent GPU:
#   bash slot.sh pack            here, before: training images as WebP into cache/real (the whole tree that travels: 64 MiB)
#   bash slot.sh try nano|large  there: says what the machine is, draws images, trains for $TRY_S (20) to see how fast a step is
#   bash slot.sh nano|large      there: draws images unless they are, trains from state/last.pt to the end of the slot, exports
# $OUT (default cache/out) gets the ONNX file, the resumable last.pt as halves, log.csv. $SLOT_S (default 560) is
# the time for all of it in seconds, of which $RESERVE_S (45) for reading and writing; $DRAWN the number of images
# drawn; $PYTHON the interpreter; $DEVICE_ARGS replaces batch, sizes, workers and reuse; $TRAIN_ARGS goes to the training
# as well (--graphs; a try prints after 40 steps where five steps' time goes). From the first minute of training on
# $OUT has the averaged weights of the last minute: every call of the machine ends with fetching $OUT, and the machine
# goes back when "done" and the files have been seen here, not before.
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
read -r -a more <<<"${TRAIN_ARGS:-}"

run=cache/run-$kind
train() { # SECONDS MORE...
    "$python" -m fastsam_train.train --data cache/real --synthetic cache/synth --synthetic-share 0.45 --run "$run" \
        --start-from state/last.pt --save-every 60 --cooldown "${rates[@]}" "${size[@]}" "${device[@]}" --seconds "$@"
}

if [ ! -e cache/synth/drawn ]; then
    mkdir -p cache/synth
    "$python" -m fastsam_train.synth --out cache/synth --count "${DRAWN:-6000}" --seed 71 --jobs "$cores"
    touch cache/synth/drawn
fi
echo "drawn after $((SECONDS - began)) s"
if [ "$kind" = try ]; then
    nvidia-smi || true
    train "${TRY_S:-20}" --profile 40 "${more[@]}"
    exit
fi

# NB: whatever ends the slot early (the machine taken back, its time spent) must not take the weights with it.
touch "$run.training"
trap 'rm -f "$run.training"' EXIT
(for ((second = 1; ; second++)); do
    sleep 1
    [ -e "$run.training" ] || break
    if ((second % 60 == 0)) && [ -e "$run/last.pt" ]; then
        nice "$python" -m fastsam_train.shrink --checkpoint "$run/last.pt" --out "$run/kept.pt" &&
            [ -e "$run.training" ] && mv "$run/kept.pt" "$out/last.pt" && cp "$run/log.csv" "$out/" || true
    fi
done) </dev/null >"$out/keeper.log" 2>&1 &
train $((slot - SECONDS + began - ${RESERVE_S:-45})) "${more[@]}"
rm "$run.training"
# What can be exported anywhere comes first: a slot cut off loses the ONNX file only.
"$python" -m fastsam_train.shrink --checkpoint "$run/last.pt" --out "$out/last.pt"
cp "$run/log.csv" "$out/" || true
"$python" -m fastsam_train.export --checkpoint "$run/last.pt" --out "$out/$name.onnx" --version "$version"
echo "done after $((SECONDS - began)) s"
