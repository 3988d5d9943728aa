package id.balairung.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.i18n.I18NProvider;
import id.balairung.agency.ServiceCatalogue;
import id.balairung.agency.ServiceId;
import id.balairung.counter.CounterId;
import id.balairung.queue.CallReason;
import id.balairung.queue.EventType;
import id.balairung.queue.Outcome;
import id.balairung.queue.PastEvent;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.TicketStatus;
import id.balairung.security.StaffId;
import id.balairung.testing.BalairungTest;
import id.balairung.testing.Hall;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything that can happen to a ticket has words, in both languages. */
@BalairungTest
class TimelineWordsTest {

    private static final Instant BEGAN = Instant.parse("2026-11-24T02:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    @Autowired
    Hall hall;

    @Autowired
    I18NProvider texts;

    @Autowired
    ServiceCatalogue catalogue;

    Hall.TestAgency agency;
    CounterId counter;
    StaffId officer;

    @BeforeEach
    void anAgency() {
        agency = hall.agency(2, 1);
        counter = agency.counters().getFirst();
        officer = agency.officer().id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void everyEventHasWordsAnIconAndColours(String language) {
        TimelineWords words = words(Locale.of(language));
        List<PastEvent> events =
                Arrays.stream(EventType.values()).map(this::event).toList();
        List<TimelineStep> steps = TimelineStep.of(events);
        assertThat(steps).hasSameSizeAs(EventType.values());
        for (TimelineStep step : steps) {
            EventType type = step.event().type();
            assertThat(words.title(step.event())).as("%s", type).isNotBlank();
            assertThat(Stream.concat(Stream.of(words.title(step.event())), words.lines(step).stream()))
                    .as("%s", type)
                    .noneMatch(text -> text.startsWith("!") || text.contains("{") || text.contains("history."));
            assertThat(TimelineWords.icon(type)).isNotNull();
            assertThat(TimelineWords.colours(type)).isNotBlank();
        }
        assertThat(steps.stream().map(step -> words.title(step.event()))).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleOfTheCallOrderHasWordsOfItsOwn() {
        TimelineWords words = words(Locale.of("id"));
        List<String> told = Arrays.stream(CallReason.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .map(rule -> event(EventType.CALLED, Optional.empty(), Optional.of(rule), false))
                .map(event ->
                        words.lines(TimelineStep.of(List.of(event)).getFirst()).getFirst())
                .toList();
        assertThat(told).allMatch(line -> line.startsWith("Mengapa: ")).doesNotHaveDuplicates();
    }

    @Test
    void wordsWhoseTimeIsOverSaySo() {
        TimelineWords words = words(Locale.of("id"));
        PastEvent erased = event(EventType.NOTED, Optional.empty(), Optional.empty(), true);
        assertThat(words.lines(TimelineStep.of(List.of(erased)).getFirst()))
                .contains("Isinya sudah dihapus karena masa simpannya lewat");
    }

    private TimelineWords words(Locale language) {
        return new TimelineWords(
                new TicketPanelWords(texts, language, ZONE, catalogue),
                PriorityClass.ELDERLY,
                true,
                new TicketCounters(Map.of(counter, 7), Map.of()),
                Map.of(officer, "Nur Aisyah Rahim"));
    }

    private PastEvent event(EventType type) {
        return event(type, Optional.of("KK lama"), Optional.empty(), false);
    }

    private PastEvent event(EventType type, Optional<String> reason, Optional<String> rule, boolean erased) {
        ServiceId service = agency.service().id();
        Instant at = BEGAN.plusSeconds(60L * type.ordinal());
        return new PastEvent(
                type.ordinal(),
                type,
                at,
                1,
                service,
                Optional.of(counter),
                Optional.of(officer),
                reason,
                erased,
                Optional.of(Outcome.NOT_POSSIBLE),
                rule,
                Optional.of(agency.services().getLast().id()),
                Optional.of(at),
                Optional.of(new PastEvent.Before(
                        TicketStatus.COMPLETED,
                        service,
                        Optional.of(counter),
                        Optional.of(Outcome.FULFILLED),
                        Optional.of(BEGAN),
                        Optional.empty())));
    }
}
