package id.balairung.common;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** Makes ids (UUID version 7) that rise with time, so that inserts append to an index instead of scattering over it. */
public final class TimeOrderedId {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private TimeOrderedId() {}

    /** A new id, greater than any that this process made before. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
