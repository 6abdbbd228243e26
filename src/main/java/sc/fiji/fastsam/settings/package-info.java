/**
 * What a user can choose: each setting declared once ({@link sc.fiji.fastsam.settings.Setting}), a
 * value for each of them ({@link sc.fiji.fastsam.settings.Settings}), and immutable records that
 * the pipeline reads. Lengths and areas are in source pixels but where the name says network.
 */
package sc.fiji.fastsam.settings;
