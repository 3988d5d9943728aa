package id.balairung.agency;

import id.balairung.tenancy.AgencyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A service as other modules know it.
 *
 * @param id the service
 * @param agency its agency
 * @param prefix its number prefix, the agency's letters and its own, e.g. DA
 * @param nameIndonesian its name in Indonesian
 * @param nameEnglish its name in English
 * @param targetWait the published target wait
 * @param targetService the published target service time
 * @param pausedReason why it takes no new tickets at present; empty when it takes them
 * @param pausedUntil when it takes them again by itself, UTC; empty when somebody has to reopen it
 * @param dailyQuota how many numbers it gives out a day; empty without a limit
 * @param withdrawn whether it isn't offered any more: it gives out no numbers, and who waits is still called
 * @param requirements what a visitor has to bring, in the order in which it is told
 */
public record ServiceSummary(
        ServiceId id,
        AgencyId agency,
        String prefix,
        String nameIndonesian,
        String nameEnglish,
        Duration targetWait,
        Duration targetService,
        Optional<String> pausedReason,
        Optional<Instant> pausedUntil,
        Optional<Integer> dailyQuota,
        boolean withdrawn,
        List<Requirement> requirements) {

    /** Its name in a person's language; Indonesian unless the language is English. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEnglish : nameIndonesian;
    }

    /** Whether it takes no new tickets at present. */
    public boolean paused() {
        return pausedReason.isPresent();
    }
}
