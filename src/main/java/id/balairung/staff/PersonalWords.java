package id.balairung.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What everybody knows of a person, and tries first.
 *
 * @param words the words of their names and their agency's, in lower case, of three letters or more
 */
record PersonalWords(Set<String> words) {

    private static final int SHORTEST = 3;

    /** The words in some names, and each name as one word. */
    static PersonalWords of(String... names) {
        return new PersonalWords(Arrays.stream(names)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(name -> Stream.concat(
                        Arrays.stream(name.split("[^\\p{L}\\p{N}]+")),
                        Stream.of(name.replaceAll("[^\\p{L}\\p{N}]", ""))))
                .filter(word -> word.length() >= SHORTEST)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
