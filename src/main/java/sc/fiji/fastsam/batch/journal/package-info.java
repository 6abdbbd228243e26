/**
 * What killed runs have done: a journal with a line a finished file, which later runs and other
 * processes read, and claims, so that no two processes do a file at a time.
 */
package sc.fiji.fastsam.batch.journal;
