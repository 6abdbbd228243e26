/**
 * Reads Python pickles without Python: into inert values, of a fixed list of opcodes, within fixed
 * limits. No class is looked up, nothing is called.
 */
package sc.fiji.fastsam.model.pickle;
