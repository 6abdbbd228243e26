/**
 * The command line {@code fastsam}: options, progress, messages and exit codes. The only package
 * that prints.
 */
package sc.fiji.fastsam.cli;
