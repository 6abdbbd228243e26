/**
 * Zarr v2 and v3 in a local folder: its JSON documents, its arrays, and their chunks one by one.
 * Axes are in the array's own order; chunks are counted from 0 along each. Messages of errors
 * follow the store's name ("has a damaged chunk ..."), which they do not repeat.
 */
package sc.fiji.fastsam.io.zarr.store;
