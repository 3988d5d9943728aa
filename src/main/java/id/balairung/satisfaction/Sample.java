package id.balairung.satisfaction;

/**
 * How many answered, of how many, and how many would be needed.
 *
 * @param population how many services were finished
 * @param responses how many SKM responses there are
 */
public record Sample(long population, long responses) {

    /** How many responses the population needs (Krejcie and Morgan). */
    public long needed() {
        return SampleSize.needed(population);
    }

    /** How many are missing; 0 when there are enough. */
    public long missing() {
        return Math.max(0, needed() - responses);
    }

    /** Whether there are enough, and anything to be asked about at all. */
    public boolean sufficient() {
        return population > 0 && missing() == 0;
    }

    /** Both together: the need of the sum is not the sum of the needs. */
    public Sample plus(Sample other) {
        return new Sample(population + other.population, responses + other.responses);
    }
}
