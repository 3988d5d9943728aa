package id.balairung.agency;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A service as its agency administers it.
 *
 * @param id the service
 * @param letter its letter
 * @param prefix its number prefix
 * @param nameIndonesian its name in Indonesian
 * @param nameEnglish its name in English
 * @param targetWait the target wait in minutes
 * @param targetService the target service time in minutes
 * @param dailyQuota how many numbers it gives out a day; empty without a limit
 * @param requirements what a visitor has to bring
 * @param withdrawn whether it isn't offered any more
 * @param pausedReason why it takes no new tickets at present; empty when it takes them
 * @param pausedUntil when it takes them again by itself, UTC
 * @param version the version that was read, to be given back with a change
 */
public record ServiceDetails(
        ServiceId id,
        String letter,
        String prefix,
        String nameIndonesian,
        String nameEnglish,
        int targetWait,
        int targetService,
        Optional<Integer> dailyQuota,
        List<Requirement> requirements,
        boolean withdrawn,
        Optional<String> pausedReason,
        Optional<Instant> pausedUntil,
        int version) {

    /** Its name in a person's language; Indonesian unless the language is English. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEnglish : nameIndonesian;
    }

    /** Prefix and name, as the trail tells it. */
    String label() {
        return prefix + " " + nameIndonesian;
    }

    /** What the trail compares. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("nameIndonesian", nameIndonesian);
        facts.put("nameEnglish", nameEnglish);
        facts.put("targetWaitMinutes", String.valueOf(targetWait));
        facts.put("targetServiceMinutes", String.valueOf(targetService));
        facts.put("dailyQuota", dailyQuota.map(String::valueOf).orElse(""));
        facts.put(
                "requirements",
                requirements.stream()
                        .map(one ->
                                one.english().isEmpty() ? one.indonesian() : one.indonesian() + " / " + one.english())
                        .collect(Collectors.joining("; ")));
        facts.put("withdrawn", String.valueOf(withdrawn));
        facts.put("pausedReason", pausedReason.orElse(""));
        facts.put("pausedUntil", pausedUntil.map(Instant::toString).orElse(""));
        return facts;
    }
}
