/**
 * Which models there are, which of them are installed, and how they are: one folder, one subfolder
 * a model. Nothing is fetched before its license is accepted.
 */
package sc.fiji.fastsam.model.catalog;
