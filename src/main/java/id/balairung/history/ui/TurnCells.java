package id.balairung.history.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import id.balairung.common.ui.Icons;
import id.balairung.history.HistoryEntry;
import id.balairung.queue.TicketId;
import id.balairung.queue.ui.PriorityLook;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the list draws a turn's facts, drawn in the browser. */
final class TurnCells {

    private final HistoryWords words;
    private final Function<TicketId, String> addresses;

    /**
     * The cells.
     *
     * @param addresses where a ticket's page is
     */
    TurnCells(HistoryWords words, Function<TicketId, String> addresses) {
        this.words = words;
        this.addresses = addresses;
    }

    /** The time of the call; the day too, which the style sheet shows where there are several. */
    Renderer<HistoryEntry> called() {
        return LitRenderer.<HistoryEntry>of("""
                        <span class="bl-lines"><span>${item.time}</span><span class="day">${item.day}</span></span>""")
                .withProperty("time", turn -> words.clock(turn.calledAt()))
                .withProperty("day", turn -> words.day(turn.key().at()));
    }

    /** The number, with an icon of a vulnerable class, which the style sheet shows where the class has no column. */
    Renderer<HistoryEntry> number() {
        return LitRenderer.<HistoryEntry>of("""
                        <a class="number" href=${item.address} router-link tabindex="-1">${item.number}</a>${item.icon
                          ? html`<span class="class"><vaadin-icon class="bl-ico" src="icons.svg" symbol=${item.icon}
                              aria-hidden="true"></vaadin-icon><span class="bl-sr">${item.word}</span></span>`
                          : ''}""")
                .withProperty("address", turn -> addresses.apply(turn.key().ticket()))
                .withProperty("number", turn -> turn.number().toString())
                .withProperty("icon", TurnCells::classIcon)
                .withProperty("word", this::priorityWord);
    }

    /** What may take two lines. */
    Renderer<HistoryEntry> name(Function<HistoryEntry, String> name) {
        return LitRenderer.<HistoryEntry>of("""
                        <span class="bl-lines"><span class="name">${item.name}</span></span>""").withProperty("name", name::apply);
    }

    /** The service; its agency too, which the style sheet shows where the agency has no column. */
    Renderer<HistoryEntry> service() {
        return LitRenderer.<HistoryEntry>of("""
                        <span class="bl-lines"><span class="name">${item.name}</span><span
                          class="agency">${item.agency}</span></span>""")
                .withProperty("name", words::service)
                .withProperty("agency", words::agency);
    }

    Renderer<HistoryEntry> priority() {
        return LitRenderer.<HistoryEntry>of("""
                        ${item.icon
                          ? html`<span class="bl-badge bl-prio"><vaadin-icon class="bl-ico" src="icons.svg" symbol=${item.icon}
                              aria-hidden="true"></vaadin-icon><span>${item.word}</span></span>`
                          : html`<span class="bl-quiet">${item.word}</span>`}""")
                .withProperty("icon", TurnCells::classIcon)
                .withProperty("word", this::priorityWord);
    }

    Renderer<HistoryEntry> waiting() {
        return LitRenderer.<HistoryEntry>of("""
                        ${item.over
                          ? html`<span class="bl-over"><vaadin-icon class="bl-ico" src="icons.svg" symbol="alert"
                              aria-hidden="true"></vaadin-icon> <span class="bl-sr">${item.overWord}</span>${item.text}</span>`
                          : html`<span class=${item.quiet ? 'bl-quiet' : ''}>${item.text}</span>`}""")
                .withProperty("over", HistoryEntry::overTarget)
                .withProperty("overWord", turn -> words.text("history.list.over-target"))
                .withProperty("quiet", turn -> turn.waitingTime().isEmpty())
                .withProperty("text", turn -> lasted(turn, turn.waitingTime()));
    }

    Renderer<HistoryEntry> lasted(Function<HistoryEntry, Optional<Duration>> lasted) {
        return LitRenderer.<HistoryEntry>of("<span class=${item.quiet ? 'bl-quiet' : ''}>${item.text}</span>")
                .withProperty("quiet", turn -> lasted.apply(turn).isEmpty())
                .withProperty("text", turn -> lasted(turn, lasted.apply(turn)));
    }

    Renderer<HistoryEntry> state() {
        return LitRenderer.<HistoryEntry>of("""
                        <span class=${'bl-badge b-' + item.look}><vaadin-icon class="bl-ico" src="icons.svg" symbol=${item.icon}
                          aria-hidden="true"></vaadin-icon><span>${item.word}</span></span>""")
                .withProperty("look", turn -> TurnLook.of(turn).state())
                .withProperty("icon", turn -> TurnLook.of(turn).icon().symbol())
                .withProperty("word", turn -> words.text(TurnLook.of(turn).key()));
    }

    /**
     * All of a turn in one cell.
     *
     * @param withDate whether the day is told
     */
    Renderer<HistoryEntry> onPhone(BooleanSupplier withDate) {
        return LitRenderer.<HistoryEntry>of("""
                        <div class="bl-turn"><div><b>${item.number}</b><span
                          class=${'bl-badge b-' + item.look}><vaadin-icon class="bl-ico" src="icons.svg" symbol=${item.icon}
                          aria-hidden="true"></vaadin-icon><span>${item.word}</span></span></div><div
                          class="what"><span>${item.service}</span><span class="agency">${item.agency}</span></div><div
                          class="bl-sec"><span class="facts">${item.facts}</span><span
                          class=${item.over ? 'bl-over wait' : 'wait'}>${item.over
                            ? html`<vaadin-icon class="bl-ico" src="icons.svg" symbol="alert" aria-hidden="true"></vaadin-icon> `
                            : ''}${item.wait}</span></div></div>""")
                .withProperty("number", turn -> turn.number().toString())
                .withProperty("look", turn -> TurnLook.of(turn).state())
                .withProperty("icon", turn -> TurnLook.of(turn).icon().symbol())
                .withProperty("word", turn -> words.text(TurnLook.of(turn).key()))
                .withProperty("service", words::service)
                .withProperty("agency", words::agency)
                .withProperty("facts", turn -> facts(turn, withDate.getAsBoolean()))
                .withProperty("over", HistoryEntry::overTarget)
                .withProperty(
                        "wait",
                        turn -> turn.waitingTime()
                                .map(words::minutes)
                                .map(minutes -> words.text("history.list.waited", minutes))
                                .orElse(""));
    }

    /** What a vulnerable class is called; nothing of the general one. */
    @Nullable
    String vulnerableClass(HistoryEntry turn) {
        return turn.priorityClass().vulnerable()
                ? words.text(PriorityLook.of(turn.priorityClass()).key())
                : null;
    }

    private String facts(HistoryEntry turn, boolean withDate) {
        return Stream.of(
                        withDate ? words.day(turn.key().at()) : "",
                        turn.calledAt().isPresent()
                                ? words.clock(turn.calledAt())
                                : words.clock(Optional.of(turn.queuedAt())),
                        turn.counter()
                                .map(number -> words.text("history.at-counter", words.counter(turn)))
                                .orElse(""),
                        turn.priorityClass().vulnerable() ? priorityWord(turn) : "")
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String classIcon(HistoryEntry turn) {
        return PriorityLook.of(turn.priorityClass()).icon().map(Icons::symbol).orElse("");
    }

    /** A long word may break where it has a stroke. */
    private String priorityWord(HistoryEntry turn) {
        return words.text(PriorityLook.of(turn.priorityClass()).key()).replace("/", "/\u200b");
    }

    /** What isn't over yet may still come. */
    private String lasted(HistoryEntry turn, Optional<Duration> lasted) {
        return lasted.map(words::minutes)
                .orElseGet(() -> words.text(turn.endedAt().isPresent() ? "history.none" : "history.not-yet"));
    }
}
