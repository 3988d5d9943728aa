package id.balairung.dashboard.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ui.AfterPaint;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.PrintedFrame;
import id.balairung.dashboard.DashboardReading;
import id.balairung.history.ui.HistoryLinks;
import id.balairung.rollup.PeriodFigures;
import id.balairung.satisfaction.AgencySatisfaction;
import id.balairung.satisfaction.MallSatisfaction;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.ui.IkmCard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All of a dashboard: the queues now, today, and below them the period. Each part is told what it shows, as it comes. */
class DashboardPage extends Div {

    /** Charts and tables cost the most to draw, and to send; they don't change faster than people read. */
    private static final Duration DRAWN_REST = Duration.ofSeconds(10);

    private final transient DashboardServices services;
    private final NowStrip strip;
    private final AttentionCard attention;
    private final TodayCard today;
    private final HeatCard heat;
    private final PeriodBar bar;
    private final PeriodStrip figures;
    private final TrendCard within;
    private final TrendCard waits;
    private final @Nullable AgenciesCard agencies;
    private final IkmCard ikm;
    private final ServicesCard compliance;
    private final CountersCard counters;
    private final SpreadCard spread;
    private final Div pending = new Div();
    private final Div later = new Div();
    private final PrintedFrame paper = new PrintedFrame();
    private final String reader;
    private final Paragraph note;
    private transient Queues queues = Queues.NONE;
    private transient Optional<DashboardReading> reading = Optional.empty();
    private transient Optional<MallSatisfaction> said = Optional.empty();
    private transient Instant comparedAt = Instant.EPOCH;
    private transient Instant drawnAt = Instant.EPOCH;
    private boolean whole;

    DashboardPage(
            DashboardServices services,
            DashboardAddress here,
            SurveyPeriod survey,
            BiConsumer<DashboardAddress, PeriodBar.Choice> goTo) {
        this.services = services;
        this.reader = services.currentStaff().require().displayName();
        DashboardWords words = services.words(getLocale());
        addClassNames("bl-main", "bl-dash");
        Links links = Links.of(new HistoryLinks(services.catalogue(), services.today()), here);
        Links now = links.between(services.today(), services.today());
        this.strip = new NowStrip(words, now);
        this.attention = new AttentionCard(words, now);
        this.today = new TodayCard(words);
        this.heat = new HeatCard(words, links);
        this.bar = new PeriodBar(services, words, here, goTo);
        this.figures = new PeriodStrip(words, links);
        this.within = TrendCard.within(words, links);
        this.waits = TrendCard.waits(words, links);
        this.ikm = new IkmCard(
                services.texts(),
                getLocale(),
                words.zone(),
                services.catalogue(),
                survey,
                here.agency().filter(agency -> here.reachesAll()).map(agency -> agency.id()),
                services.today());
        this.agencies = here.agency().isEmpty() ? new AgenciesCard(words, here, links, ikm) : null;
        this.compliance = new ServicesCard(words, links);
        this.counters = new CountersCard(words, links);
        this.spread = new SpreadCard(words);
        this.note = new Paragraph(words.text("dashboard.note"));
        note.addClassNames("bl-s", "bl-quiet", "bl-dash-note");
        pending.addClassName("bl-banner");
        pending.getElement().setAttribute("role", "status");
        pending.setVisible(false);
        paper.show(
                services.mall().rules().name(),
                words.text(
                        "dashboard.letterhead",
                        words.days(here.period().from(), here.period().to())),
                whose(here, words));
        later.addClassName("bl-dash-later");
        add(paper.head(), strip, attention, today, heat, bar, pending, figures);
        add(later);
        AfterPaint.of(this, this::complete);
    }

    /** What nobody sees before scrolling is most of the page, and would keep the rest waiting. */
    private void complete() {
        remove(later);
        AgenciesCard compared = agencies;
        if (compared != null) {
            add(compared, ikm, within, waits);
        } else {
            add(within, waits, ikm);
        }
        add(compliance, counters, spread, note, paper.foot());
        whole = true;
        reading.ifPresent(this::drawBelow);
        compare(services.clock().instant(), true);
    }

    private static String whose(DashboardAddress here, DashboardWords words) {
        String agency = here.agency().map(AgencySummary::name).orElseGet(() -> words.text("dashboard.every-agency"));
        return here.service()
                .map(service -> agency + ", " + service.name(words.language()))
                .orElse(agency);
    }

    /** Goes to where something was chosen. */
    void focus(PeriodBar.Choice choice) {
        bar.focus(choice);
    }

    void show(Queues newer) {
        queues = newer;
        Instant now = services.clock().instant();
        strip.show(queues, now);
        attention.show(queues, now);
        compare(now, false);
    }

    void show(DashboardReading newer) {
        boolean first = reading.isEmpty();
        reading = Optional.of(newer);
        strip.show(newer);
        figures.show(newer);
        pending(newer);
        printed(newer.asOf());
        Instant now = services.clock().instant();
        if (first || rested(drawnAt, now)) {
            drawnAt = now;
            today.show(newer);
            heat.show(newer);
            if (whole) {
                drawBelow(newer);
            }
        }
        compare(now, first);
    }

    private void drawBelow(DashboardReading newer) {
        within.show(newer);
        waits.show(newer);
        compliance.show(newer);
        counters.show(newer);
        spread.show(newer);
    }

    /** Also after a clock was set back. */
    private static boolean rested(Instant since, Instant now) {
        return Duration.between(since, now).abs().compareTo(DRAWN_REST) >= 0;
    }

    void show(MallSatisfaction newer) {
        said = Optional.of(newer);
        ikm.show(newer);
        compare(services.clock().instant(), true);
    }

    void show(AgencySatisfaction newer) {
        ikm.show(newer);
    }

    private void compare(Instant now, boolean atOnce) {
        AgenciesCard card = agencies;
        if (card != null && whole && reading.isPresent() && (atOnce || rested(comparedAt, now))) {
            comparedAt = now;
            card.show(reading.get(), queues, said, now);
        }
    }

    private void printed(Instant asOf) {
        DashboardWords words = services.words(getLocale());
        paper.printed(words.text("dashboard.printed", words.day(services.today()), words.time(asOf), reader));
    }

    /** What isn't reckoned yet is said, not left out silently. */
    private void pending(DashboardReading newer) {
        PeriodFigures figures = newer.figures();
        DashboardWords words = services.words(getLocale());
        Optional<String> told = figures.searchedFrom()
                .map(day -> words.text("dashboard.pending.before", words.day(day)))
                .or(() -> figures.pending() > 0
                        ? Optional.of(words.text("dashboard.pending", words.count(figures.pending())))
                        : Optional.empty());
        Optional<String> compared = Stream.of(newer.before(), newer.recent())
                .filter(days -> days.pending() > 0 || days.searchedFrom().isPresent())
                .map(days -> words.text("dashboard.pending.compared"))
                .findAny();
        List<String> sentences =
                Stream.of(told, compared).flatMap(Optional::stream).toList();
        pending.removeAll();
        if (!sentences.isEmpty()) {
            pending.add(Icons.INFO.create(), new Span(String.join(" ", sentences)));
        }
        pending.setVisible(!sentences.isEmpty());
    }
}
