/**
 * Files from the network: resumed, checked, complete or absent. Knows nothing of models. Sizes are
 * bytes.
 */
package sc.fiji.fastsam.model.download;
