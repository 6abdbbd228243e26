/**
 * What a run says of its files: a table, the same facts for programs, and a page to look at. Files
 * are told by the beginning of their results' names, relative to the output folder.
 */
package sc.fiji.fastsam.batch.report;
