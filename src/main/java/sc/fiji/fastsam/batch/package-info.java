/**
 * Many files: finds them, segments each, writes its results whole or not at all, and reports what
 * became of every file. Source pixels throughout.
 */
package sc.fiji.fastsam.batch;
