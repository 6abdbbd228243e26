/**
 * What a user can choose, as immutable records that check their values. Lengths and areas are in
 * source pixels but where the name says network.
 */
package sc.fiji.fastsam.settings;
