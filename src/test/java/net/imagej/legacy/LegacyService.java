package net.imagej.legacy;

import org.scijava.service.Service;

/** Stand-in for the service by which Fiji's legacy layer is known. */
public interface LegacyService extends Service {}
