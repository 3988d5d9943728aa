package id.balairung.demo;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Chance about one thing: the same seed and the same thing always fall the same way, whatever else was decided before. */
final class Dice {

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /**
     * The dice for one thing.
     *
     * @param seed the day's seed
     * @param about what is decided, e.g. a visitor's key
     */
    static Dice of(long seed, String about) {
        long hash = FNV_START;
        for (int at = 0; at < about.length(); at++) {
            hash = (hash ^ about.charAt(at)) * FNV_PRIME;
        }
        return new Dice(new SplittableRandom(hash ^ seed).split());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    /** To the second. */
    Duration between(Duration least, Duration most) {
        return Duration.ofSeconds(Math.round(between((double) least.toSeconds(), (double) most.toSeconds())));
    }

    /** Around 1, with a tail: half of them are below 1. */
    double logNormal(double sigma) {
        return Math.exp(random.nextGaussian() * sigma);
    }

    /** How many come when so many are expected, by Knuth's product of uniforms. */
    int poisson(double expected) {
        double limit = Math.exp(-expected);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    <T> T pick(List<T> options, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * options.stream().mapToDouble(weight).sum();
        for (T option : options) {
            left -= weight.applyAsDouble(option);
            if (left < 0) {
                return option;
            }
        }
        return options.getLast();
    }
}
