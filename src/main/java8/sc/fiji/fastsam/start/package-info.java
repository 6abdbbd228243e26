/**
 * What every menu entry loads first, and what SciJava creates unasked. Compiled for Java 8, so that
 * an old Java is answered in words and not by an UnsupportedClassVersionError. Uses ImageJ, SciJava
 * and nothing of the other packages, which an old Java cannot load.
 */
package sc.fiji.fastsam.start;
