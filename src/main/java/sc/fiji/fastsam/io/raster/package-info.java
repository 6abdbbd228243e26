/**
 * Everyday image formats: PNG, JPEG, GIF and BMP through the JDK's readers, behind checks of their
 * own that nothing is missing or damaged; PNM, FITS and DICOM. Values are those that are stored: no
 * gamma, no color profile.
 */
package sc.fiji.fastsam.io.raster;
