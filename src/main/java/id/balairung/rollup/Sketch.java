package id.balairung.rollup;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How some quantities were spread, in few bytes: a DDSketch (Masson, Rim and Lee 2019). Sketches add up, in any order, to the sketch of
 * all the quantities, and a percentile of it is off by no more than {@value #ACCURACY} of itself, before it is rounded to a whole one.
 */
public final class Sketch {

    /** The relative error of a percentile. */
    public static final double ACCURACY = 0.01;

    static final Sketch EMPTY = new Sketch(new byte[0]);

    private static final double HALF = 0.5;
    private static final int WHOLE = 100;

    private final byte[] encoded;

    private Sketch(byte[] encoded) {
        this.encoded = encoded;
    }

    /** As it is kept. */
    static Sketch of(byte[] encoded) {
        return encoded.length == 0 ? EMPTY : new Sketch(encoded);
    }

    /** Of quantities that aren't negative. */
    static Sketch of(LongStream quantities) {
        DDSketch all = empty();
        quantities.forEach(all::accept);
        return of(all);
    }

    /** All of them together. */
    static Sketch sum(Stream<Sketch> sketches) {
        DDSketch all = empty();
        sketches.forEach(sketch -> sketch.addTo(all));
        return of(all);
    }

    /** For the database. */
    byte[] encoded() {
        return encoded.clone();
    }

    /**
     * By nearest rank: the least quantity that at least that share of them didn't exceed.
     *
     * @param percent which share, from 1 to 100
     * @return empty when there are none
     */
    public OptionalLong percentile(int percent) {
        DDSketch all = empty();
        addTo(all);
        long n = (long) all.getCount();
        if (n == 0) {
            return OptionalLong.empty();
        }
        long rank = Math.ceilDiv(n * percent, WHOLE) - 1;
        // The library looks for the rank floor(q (n - 1)): half a rank more keeps it from falling short of a whole one.
        double value = rank == n - 1 ? all.getMaxValue() : all.getValueAtQuantile((rank + HALF) / (n - 1));
        return OptionalLong.of(Math.round(value));
    }

    private void addTo(DDSketch sum) {
        if (encoded.length > 0) {
            try {
                sum.decodeAndMergeWith(ByteArrayInput.wrap(encoded));
            } catch (IOException broken) {
                throw new UncheckedIOException("A kept sketch can't be read", broken);
            }
        }
    }

    private static Sketch of(DDSketch sketch) {
        if (sketch.isEmpty()) {
            return EMPTY;
        }
        GrowingByteArrayOutput output = GrowingByteArrayOutput.withDefaultInitialCapacity();
        try {
            sketch.encode(output, false);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Sketch(output.trimmedCopy());
    }

    private static DDSketch empty() {
        return new DDSketch(new LogarithmicMapping(ACCURACY), UnboundedSizeDenseStore::new);
    }
}
