/**
 * Builds the Fiji update site: which jars of the distribution go into a Fiji ({@link
 * sc.fiji.fastsam.updatesite.Plan}), what the site's index says of each file and of those before
 * it, and the folder to upload. A tool of the build, in no jar; {@code update-site/build} runs it.
 */
package sc.fiji.fastsam.updatesite;
