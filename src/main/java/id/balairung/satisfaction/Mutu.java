package id.balairung.satisfaction;

import java.math.BigDecimal;

/** The quality of service that an IKM stands for, by the bands of Permenpan RB 14/2017. The worst comes last. */
public enum Mutu {
    /** 88.31 to 100.00, sangat baik. */
    A("88.31"),
    /** 76.61 to 88.30, baik. */
    B("76.61"),
    /** 65.00 to 76.60, kurang baik. */
    C("65.00"),
    /** 25.00 to 64.99, tidak baik. */
    D("25.00");

    private final BigDecimal least;

    Mutu(String least) {
        this.least = new BigDecimal(least);
    }

    /** The smallest IKM of this quality. */
    public BigDecimal least() {
        return least;
    }

    /**
     * The quality of an IKM.
     *
     * @param ikm rounded to two places: the published bands have gaps between them
     */
    static Mutu of(BigDecimal ikm) {
        for (Mutu mutu : values()) {
            if (ikm.compareTo(mutu.least) >= 0) {
                return mutu;
            }
        }
        throw new IllegalArgumentException("No IKM: " + ikm);
    }
}
