package sc.fiji.fastsam.io.tiff;

/**
 * Where a plane's pixels lie.
 *
 * @param page that holds them
 * @param sample which of the page's samples; 0 for RGB
 * @param shift bytes from the page's own data on, 0 but for planes that follow a single page
 */
record PlaneData(Page page, int sample, long shift) {}
