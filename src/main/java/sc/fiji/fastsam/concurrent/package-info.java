/**
 * Work on several threads: things made ahead, at once, or several at a time in their order, and
 * waiting for them; and how far it is. The threads are those that Java has for such; what work
 * throws, the one who waits for it gets as it is.
 */
package sc.fiji.fastsam.concurrent;
