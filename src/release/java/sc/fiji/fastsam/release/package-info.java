/**
 * Makes a release out of the distribution: the downloads for plain ImageJ, for a Fiji by hand and
 * for a server, the update site, their checksums and the release's text. A tool of the build, in no
 * jar; {@code mvn -Prelease package} runs it.
 */
package sc.fiji.fastsam.release;
