/**
 * Objects as ImageJ knows them: regions of interest, sets of them in files, overlays and tables of
 * measures. All coordinates are source pixels, calibrated where a name says so.
 */
package sc.fiji.fastsam.roi;
