package id.balairung.satisfaction;

import java.math.BigDecimal;

/**
 * An IKM, the index of public satisfaction, as it is published.
 *
 * @param value from 25.00 to 100.00, with two places, rounded half up once from the exact index
 * @param mutu the quality of service, by the rounded value
 */
public record Ikm(BigDecimal value, Mutu mutu) {

    /** The IKM of this value, which has two places. */
    static Ikm of(BigDecimal value) {
        return new Ikm(value, Mutu.of(value));
    }
}
