package id.balairung.audit.ui;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.audit.AuditEntry;
import id.balairung.audit.AuditGroup;
import id.balairung.audit.AuditKind;
import id.balairung.audit.AuditedMall;
import id.balairung.security.Founder;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A trail in a person's language and the mall's zone. What has no word there, because another version recorded it, is shown as it
 * was recorded.
 */
final class AuditWords {

    /** Values that are the application's own words, unlike names that people typed. */
    private static final Set<String> CODED = Set.of(
            "act",
            "asked",
            "enabled",
            "group",
            "kind",
            "mayChooseTicket",
            "reason",
            "role",
            "state",
            "tag",
            "complaintClass");

    /** Those that stand also beside what people typed, or under many names. */
    private static final Set<String> CODES = Set.of("true", "false", "closed");

    private static final Map<String, DayOfWeek> WEEKDAYS =
            Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(DayOfWeek::name, Function.identity()));

    /** As the trail writes it; no account can have this sign-in name. */
    private static final String FOUNDER = Founder.NAME + " (" + Founder.USERNAME + ")";

    private final I18NProvider texts;
    private final Locale language;
    private final ZoneId zone;
    private final DateTimeFormatter dayAndMinute;
    private final DateTimeFormatter exact;

    AuditWords(I18NProvider texts, Locale language, AuditedMall mall) {
        this.texts = texts;
        this.language = language;
        this.zone = mall.zone();
        this.dayAndMinute = DateTimeFormatter.ofPattern(text("audit.date") + " HH.mm", language);
        this.exact = DateTimeFormatter.ofPattern(text("audit.date") + " HH.mm.ss,SSS", language);
    }

    String text(String key, Object... arguments) {
        return texts.getTranslation(key, language, arguments);
    }

    String kind(AuditKind kind) {
        return known("audit.kind." + kebab(kind.name()), kind.name());
    }

    String group(AuditGroup group) {
        return text("audit.group." + kebab(group.name()));
    }

    String name(String name) {
        DayOfWeek weekday = WEEKDAYS.get(name);
        return weekday != null
                ? weekday.getDisplayName(TextStyle.FULL_STANDALONE, language)
                : known("audit.name." + name, name);
    }

    String value(String name, String value) {
        return CODED.contains(name) || CODES.contains(value) ? known("audit.value." + kebab(value), value) : value;
    }

    String person(AuditEntry entry) {
        return isFounder(entry) ? text("audit.founder") : entry.person().orElseGet(() -> text("audit.nobody"));
    }

    String role(AuditEntry entry) {
        return entry.role()
                .filter(role -> !isFounder(entry))
                .map(role -> known("audit.value." + kebab(role), role))
                .orElse("");
    }

    /** To what. Some kinds have a code there that stands for a kind of data. */
    String subject(AuditEntry entry) {
        return switch (entry.kind()) {
            case READ_ACROSS, EXPORTED, IMPORTED, MALL_CHANGED, RETIRED, FOLLOW_UP_OPENED, FOLLOW_UP_CHANGED ->
                known("audit.data." + kebab(entry.subject()), entry.subject());
            default -> entry.subject();
        };
    }

    /** The values in one line, for a file. */
    String values(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> name(value.getKey()) + ": " + value(value.getKey(), value.getValue()))
                .collect(Collectors.joining("; "));
    }

    String dayAndMinute(Instant at) {
        return dayAndMinute.format(at.atZone(zone));
    }

    /** To the millisecond, with the zone. */
    String exact(Instant at) {
        return exact.format(at.atZone(zone)) + " " + zone.getId();
    }

    ZoneId zone() {
        return zone;
    }

    private static boolean isFounder(AuditEntry entry) {
        return entry.person().filter(FOUNDER::equals).isPresent();
    }

    private String known(String key, String otherwise) {
        String text = text(key);
        return text.startsWith("!") ? otherwise : text;
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
