package id.balairung.demo;

import java.util.List;

/** Made-up names, in a fixed order, each once. */
class DemoNames {

    private static final List<String> GIVEN = List.of(
            "Nur Aisyah",
            "La Ode Karim",
            "Wa Ode Sariani",
            "Muhammad Iqbal",
            "Sitti Hardiyanti",
            "Andi Faisal",
            "Rahmatia",
            "Asrul",
            "Nining",
            "Hasanuddin",
            "Fitriani");
    private static final List<String> FAMILY =
            List.of("Rahim", "Saputra", "Tamrin", "Hamid", "Lestari", "Mokodompit", "Sahrul");

    private int given;

    /** The next name: the lists' lengths share no divisor, so 77 names come before one repeats. */
    String next() {
        return at(given++);
    }

    /** The name at a place of the order, from 0. */
    static String at(int place) {
        return GIVEN.get(place % GIVEN.size()) + " " + FAMILY.get(place % FAMILY.size());
    }

    /** How many there are before one repeats. */
    static int count() {
        return GIVEN.size() * FAMILY.size();
    }
}
