/**
 * Compressions of the chunks of a Zarr store, decoded within a limit that is known beforehand.
 * Messages of errors are clauses that follow the chunk's name ("is cut short"), without a period.
 */
package sc.fiji.fastsam.io.zarr.codec;
