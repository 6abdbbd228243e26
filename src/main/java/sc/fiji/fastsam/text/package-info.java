/**
 * Words choose objects: CLIP's tokens, its image input, embeddings of texts and of objects, their
 * similarity and ranking. Objects and planes are in source pixels.
 */
package sc.fiji.fastsam.text;
