package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.AgencySatisfaction;
import id.balairung.satisfaction.FollowUpEntry;
import id.balairung.satisfaction.FollowUpId;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.satisfaction.Tally;
import id.balairung.satisfaction.UnsurCode;
import id.balairung.satisfaction.WaitStep;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An agency's satisfaction, for its admin and the head. */
class AgencyPage extends Div implements LivePage<AgencySatisfaction> {

    private final transient SatisfactionServices services;
    private final transient SatisfactionWords words;
    private final transient SurveyPeriod period;
    private transient Map<UnsurCode, FollowUpId> plans = Map.of();
    private final IndexCard index;
    private final UnsurCard unsur;
    private final NewestCard newest;
    private final CommentsCard comments;
    private final TasksCard tasks;
    private final ServicesCard byService;
    private final RatingsCard byHour;
    private final RatingsCard byWait;

    AgencyPage(SatisfactionServices services, SatisfactionAddress here, PeriodChoice periods) {
        this.services = services;
        this.words = services.words(getLocale());
        addClassNames("bl-main", "bl-satisfaction");
        this.index = new IndexCard(words, periods, services.report(here));
        SatisfactionActs acts = new SatisfactionActs(services, words, () -> {});
        this.period = here.period();
        this.unsur = new UnsurCard(words, 0, acts.plans(period, unsur -> Optional.ofNullable(plans.get(unsur))));
        this.newest = new NewestCard(words);
        this.comments = new CommentsCard(acts, here);
        this.tasks = new TasksCard(acts, here);
        this.byService = new ServicesCard(words);
        this.byHour = new RatingsCard(words, Icons.CLOCK, "satisfaction.by-hour", "satisfaction.by-hour.column");
        this.byWait = new RatingsCard(words, Icons.CLOCK, "satisfaction.by-wait", "satisfaction.by-wait.column");
        if (here.agency().isPresent()) {
            add(wayBack());
        }
        add(index, unsur, newest, comments, tasks, byService, byHour, byWait);
    }

    @Override
    public void show(AgencySatisfaction now) {
        LocalDate today = services.today();
        Standing standing = Standing.of(now, today);
        index.show(standing);
        unsur.show(standing);
        plans = plans(now);
        unsur.show(plans.keySet());
        newest.show(now, today);
        comments.show(now);
        tasks.show(now, today);
        byService.show(now);
        byHour.show(hours(now));
        byWait.show(now.byWait().entrySet().stream()
                .map(step -> new RatingsCard.Line(waited(step.getKey()), step.getValue()))
                .toList());
    }

    /** What is being done for which unsur; of two months' plans the newer. */
    private Map<UnsurCode, FollowUpId> plans(AgencySatisfaction now) {
        return now.followUps().stream()
                .filter(task -> task.month()
                        .filter(month -> period.contains(month.atDay(1)))
                        .isPresent())
                .sorted(Comparator.comparing(task -> task.month().orElseThrow()))
                .collect(Collectors.toMap(
                        task -> task.unsur().orElseThrow(), FollowUpEntry::id, (older, newer) -> newer));
    }

    /** From the first hour in which anything was rated to the last one. */
    private List<RatingsCard.Line> hours(AgencySatisfaction now) {
        List<Integer> rated = now.byHour().keySet().stream().sorted().toList();
        return rated.isEmpty()
                ? List.of()
                : IntStream.rangeClosed(rated.getFirst(), rated.getLast())
                        .mapToObj(hour -> new RatingsCard.Line(
                                words.hour(hour), now.byHour().getOrDefault(hour, Tally.NONE)))
                        .toList();
    }

    private String waited(WaitStep step) {
        return words.text(
                "satisfaction.waited." + step.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Div wayBack() {
        RouterLink back = new RouterLink(SatisfactionView.class);
        back.add(Icons.RIGHT.create(), new Span(words.text("satisfaction.all-agencies")));
        back.addClassName("bl-board-back");
        Span note = new Span(words.text("satisfaction.read-only"));
        note.addClassNames("bl-quiet", "bl-s");
        Div way = new Div(back, note);
        way.addClassNames("bl-row", "wrap", "bl-satisfaction-way");
        return way;
    }
}
