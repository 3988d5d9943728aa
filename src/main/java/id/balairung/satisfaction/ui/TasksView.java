package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import id.balairung.agency.AgencySummary;
import id.balairung.common.ui.EmptyState;
import id.balairung.common.ui.Icons;
import id.balairung.satisfaction.FollowUpEntry;
import id.balairung.satisfaction.FollowUpFilter;
import id.balairung.satisfaction.FollowUpFilter.Standing;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All follow-ups, of any period; those that aren't done unless others are asked for. */
@Route("kepuasan/tindak-lanjut")
@RolesAllowed({Role.AGENCY_ADMIN_ROLE, Role.MALL_HEAD_ROLE})
class TasksView extends SatisfactionListView {

    private static final String STANDING = "keadaan";

    private final transient SatisfactionActs acts;
    private final Select<Standing> standing = new Select<>();
    private final TaskList list;
    private final EmptyState empty;

    TasksView(SatisfactionServices services) {
        super(services);
        addClassName("bl-satisfaction-view");
        this.acts = new SatisfactionActs(services, words(), this::refresh);
        this.list = new TaskList(words(), acts.tasks());
        this.empty = new EmptyState(
                Icons.TASK, words().text("satisfaction.tasks.none"), words().text("satisfaction.tasks.none-next"));
        standing.setAriaLabel(words().text("satisfaction.task.state"));
        standing.setItems(Standing.PENDING, Standing.OVERDUE, Standing.OPEN, Standing.RUNNING, Standing.DONE);
        standing.setItemLabelGenerator(one -> words().text("satisfaction.tasks.standing." + code(one)));
        standing.setValue(Standing.PENDING);
        standing.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                looked(Map.of(STANDING, code(standing.getValue())));
            }
        });
    }

    @Override
    public String title() {
        return getTranslation("satisfaction.tasks");
    }

    @Override
    String path() {
        return SatisfactionAddress.TASKS;
    }

    @Override
    void look(QueryParameters parameters) {
        standing.setValue(parameters
                .getSingleParameter(STANDING)
                .flatMap(typed -> Stream.of(Standing.values())
                        .filter(one -> code(one).equals(typed))
                        .findFirst())
                .orElse(Standing.PENDING));
    }

    @Override
    void draw(SatisfactionAddress address) {
        Header head = new Header(new H2(title()), standing);
        head.addClassName("bl-head");
        if (acts.possible()) {
            Button add = new Button(words().text("satisfaction.tasks.add"), click -> acts.add());
            add.addClassName("bl-push");
            head.add(add);
        }
        Section card = new Section(head, list, empty, more());
        card.addClassNames("bl-card", "bl-whole-list", "bl-tasks");
        card.setAriaLabel(title());
        Div main = new Div(wayBack(address), card);
        main.addClassName("bl-main");
        add(main);
    }

    @Override
    boolean read(AgencySummary of, SurveyPeriod in, int most) {
        FollowUpFilter filter = new FollowUpFilter(Optional.of(standing.getValue()), Optional.empty());
        List<FollowUpEntry> found = new ArrayList<>();
        boolean more = true;
        while (more && found.size() < most) {
            List<FollowUpEntry> page = services()
                    .followUps()
                    .page(
                            of.id(),
                            filter,
                            found.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(found.getLast().key()),
                            STEP);
            found.addAll(page);
            more = page.size() == STEP;
        }
        LocalDate today = services().today();
        TaskWords said = new TaskWords(words(), services().questionnaires().all());
        list.show(found.stream()
                .map(task -> TasksCard.task(said, task, today, note(task)))
                .toList());
        list.setVisible(!found.isEmpty());
        empty.setVisible(found.isEmpty());
        return more;
    }

    private String note(FollowUpEntry task) {
        return Stream.of(
                        task.details(),
                        task.result().isEmpty() ? "" : words().text("satisfaction.task.result-was", task.result()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String code(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}
