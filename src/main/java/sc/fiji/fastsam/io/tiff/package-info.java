/**
 * TIFF and BigTIFF, read block by block and written tile by tile. Pages count from 1 in messages
 * and from 0 in code; blocks are strips or tiles. Every declared plane is there or the file is
 * refused; sizes are checked against the file and the memory before anything is allocated.
 *
 * <p>Sources: TIFF 6.0 with its supplements 1 and 2, BigTIFF, the OME-TIFF specification 6, and
 * what ImageJ, tifffile and libtiff write.
 */
package sc.fiji.fastsam.io.tiff;
