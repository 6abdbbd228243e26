/** Chooses the reader of a file by what the file holds. */
package sc.fiji.fastsam.io.reader;
