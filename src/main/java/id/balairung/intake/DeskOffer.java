package id.balairung.intake;

import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceState;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ServiceDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A service as the front desk offers it on a day.
 *
 * @param service the service
 * @param agency its agency
 * @param state whether it takes new tickets today
 * @param opensNext when its agency opens next, where it is closed today; empty when it doesn't within a week
 */
public record DeskOffer(
        ServiceSummary service, AgencySummary agency, ServiceState state, Optional<ServiceDay> opensNext) {

    /** Whether a ticket can be issued. */
    public boolean open() {
        return state == ServiceState.OPEN;
    }

    /**
     * How well it fits what was typed. Every word typed must begin a word of the service's name in either language, of
     * its agency's name, of the agency's code, or the prefix; a word's inner part fits, but less.
     *
     * @param typed what was typed
     * @return 0 for the best fit, rising; empty when it doesn't fit
     */
    public OptionalInt rank(String typed) {
        String query = simplified(typed);
        if (query.isEmpty()) {
            return OptionalInt.of(0);
        }
        int worst = 0;
        for (String word : query.split(" ")) {
            OptionalInt rank = rankOfWord(word);
            if (rank.isEmpty()) {
                return rank;
            }
            worst = Math.max(worst, rank.getAsInt());
        }
        return OptionalInt.of(worst);
    }

    private OptionalInt rankOfWord(String word) {
        if (service.prefix().equalsIgnoreCase(word)) {
            return OptionalInt.of(0);
        }
        if (begins(word, service.nameIndonesian(), service.nameEnglish())) {
            return OptionalInt.of(1);
        }
        if (begins(word, service.prefix(), agency.code(), agency.name())) {
            return OptionalInt.of(2);
        }
        boolean within = Stream.of(service.nameIndonesian(), service.nameEnglish(), agency.code(), agency.name())
                .anyMatch(text -> simplified(text).contains(word));
        return within ? OptionalInt.of(3) : OptionalInt.empty();
    }

    private static boolean begins(String word, String... texts) {
        List<String> words = Arrays.stream(texts)
                .flatMap(text -> Arrays.stream(simplified(text).split(" ")))
                .toList();
        return words.stream().anyMatch(known -> known.startsWith(word));
    }

    /** Lower case, and only letters and digits with single blanks between: KTP-el and "ktp el" are the same. */
    private static String simplified(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
