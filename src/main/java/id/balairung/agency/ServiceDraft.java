package id.balairung.agency;

import id.balairung.common.InputCheck;
import id.balairung.common.TypedText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service as it is typed in.
 *
 * @param letter its letter within the agency, A to Z; fixed once the service exists
 * @param nameIndonesian its name in Indonesian
 * @param nameEnglish its name in English
 * @param targetWait the published target wait in minutes; null where nothing was typed
 * @param targetService the published target service time in minutes; null where nothing was typed
 * @param dailyQuota how many numbers it gives out a day; null without a limit
 * @param requirements what a visitor has to bring, in the order in which it is told
 */
public record ServiceDraft(
        String letter,
        String nameIndonesian,
        String nameEnglish,
        @Nullable Integer targetWait,
        @Nullable Integer targetService,
        @Nullable Integer dailyQuota,
        List<Requirement> requirements) {

    /** The longest target, in minutes. */
    public static final int LONGEST_TARGET = 480;

    /** The highest quota. */
    public static final int HIGHEST_QUOTA = 9_999;

    /** How many things a visitor may have to bring. */
    public static final int MOST_REQUIREMENTS = 30;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REQUIREMENT = 200;
    private static final Pattern LETTER = Pattern.compile("[A-Z]");

    /** Strips what was typed. */
    public ServiceDraft {
        letter = letter.strip().toUpperCase(Locale.ROOT);
        nameIndonesian = nameIndonesian.strip();
        nameEnglish = nameEnglish.strip();
        requirements = List.copyOf(requirements);
    }

    /** Checks what can be told without knowing the other services. */
    InputCheck check() {
        InputCheck check = new InputCheck()
                .that(LETTER.matcher(letter).matches(), "letter", "agency.refused.letter")
                .words(new TypedText(nameIndonesian), LONGEST_NAME, "nameIndonesian")
                .words(new TypedText(nameEnglish), LONGEST_NAME, "nameEnglish")
                .that(between(targetWait, LONGEST_TARGET), "targetWait", "agency.refused.minutes", LONGEST_TARGET)
                .that(between(targetService, LONGEST_TARGET), "targetService", "agency.refused.minutes", LONGEST_TARGET)
                .that(
                        dailyQuota == null || between(dailyQuota, HIGHEST_QUOTA),
                        "dailyQuota",
                        "agency.refused.quota",
                        HIGHEST_QUOTA)
                .that(
                        requirements.size() <= MOST_REQUIREMENTS,
                        "requirements",
                        "agency.refused.requirements-many",
                        MOST_REQUIREMENTS);
        for (int index = 0; index < requirements.size(); index++) {
            Requirement requirement = requirements.get(index);
            check.that(
                            !requirement.indonesian().isEmpty(),
                            "requirements",
                            "agency.refused.requirement-missing",
                            index + 1)
                    .that(
                            requirement.indonesian().length() <= LONGEST_REQUIREMENT
                                    && requirement.english().length() <= LONGEST_REQUIREMENT,
                            "requirements",
                            "agency.refused.requirement-long",
                            index + 1,
                            LONGEST_REQUIREMENT)
                    .that(
                            new TypedText(requirement.indonesian()).printable()
                                    && new TypedText(requirement.english()).printable(),
                            "requirements",
                            "common.refused.unprintable");
        }
        return check;
    }

    /** The offer of a new service; only after {@link #check}. */
    NewService asNew() {
        return new NewService(
                letter,
                nameIndonesian,
                nameEnglish,
                Duration.ofMinutes(minutes(targetWait)),
                Duration.ofMinutes(minutes(targetService)));
    }

    static int minutes(@Nullable Integer checked) {
        if (checked == null) {
            throw new IllegalStateException("Not checked");
        }
        return checked;
    }

    private static boolean between(@Nullable Integer number, int most) {
        return number != null && number >= 1 && number <= most;
    }
}
