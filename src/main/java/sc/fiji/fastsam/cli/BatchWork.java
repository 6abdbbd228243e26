package sc.fiji.fastsam.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sc.fiji.fastsam.batch.Batch;
import sc.fiji.fastsam.batch.InputFile;
import sc.fiji.fastsam.segment.NetworkSegmenter;

/**
 * What a command does with image files.
 *
 * @param batch the work, once the network is loaded
 * @param remark what a user should know of the files before they are worked on
 */
record BatchWork(
        Function<NetworkSegmenter, Batch> batch,
        Function<List<InputFile>, Optional<String>> remark) {}
