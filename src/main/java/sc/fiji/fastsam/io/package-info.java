/** Image files in, result files out, each whole or not at all. */
package sc.fiji.fastsam.io;
