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
        String name = GIVEN.get(given % GIVEN.size()) + " " + FAMILY.get(given % FAMILY.size());
        given++;
        return name;
    }
}
