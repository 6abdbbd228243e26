package net.imagej.legacy;

import org.scijava.service.AbstractService;

/** Stand-in; no plugin, so it is only in contexts that name it. */
public final class StandInLegacyService extends AbstractService implements LegacyService {}
