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
import id.balairung.satisfaction.FollowUpKind;
import id.balairung.satisfaction.FollowUpOwner;
import id.balairung.satisfaction.SurveyPeriod;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private static final String KIND = "jenis";
    private static final String OWNER = "penanggung-jawab";
    private static final String NOBODY = "belum-ditunjuk";

    private final transient SatisfactionActs acts;
    private final Select<Standing> standing = new Select<>();
    private final Select<Optional<FollowUpKind>> kind = new Select<>();
    private final Select<Optional<Asked>> owner = new Select<>();
    private final TaskList list;
    private final EmptyState empty;
    private final EmptyState nothing;

    /** Who was asked to do a task; nobody has no id. */
    private record Asked(Optional<StaffId> person, String name) {

        private String code() {
            return person.map(id -> id.value().toString()).orElse(NOBODY);
        }
    }

    TasksView(SatisfactionServices services) {
        super(services);
        addClassName("bl-satisfaction-view");
        this.acts = new SatisfactionActs(services, words(), this::refresh);
        this.list = new TaskList(words(), acts.tasks());
        this.empty = new EmptyState(
                Icons.TASK, words().text("satisfaction.tasks.none"), words().text("satisfaction.tasks.none-next"));
        this.nothing = new EmptyState(
                Icons.SEARCH,
                words().text("satisfaction.tasks.not-found"),
                words().text("satisfaction.tasks.not-found-next"));
        nothing.add(new Button(words().text("satisfaction.tasks.clear"), click -> clear()));
        standing.setAriaLabel(words().text("satisfaction.task.state"));
        standing.setItems(Standing.PENDING, Standing.OVERDUE, Standing.OPEN, Standing.RUNNING, Standing.DONE);
        standing.setItemLabelGenerator(one -> words().text("satisfaction.tasks.standing." + code(one)));
        kind.setAriaLabel(words().text("satisfaction.tasks.kind"));
        kind.setItems(Stream.concat(
                        Stream.of(Optional.<FollowUpKind>empty()),
                        Stream.of(FollowUpKind.values()).map(Optional::of))
                .toList());
        TaskWords said = new TaskWords(words(), List.of());
        kind.setItemLabelGenerator(
                one -> one.map(said::kind).orElseGet(() -> words().text("satisfaction.tasks.any-kind")));
        owner.setAriaLabel(words().text("satisfaction.task.owner"));
        owner.setItemLabelGenerator(
                one -> one.map(Asked::name).orElseGet(() -> words().text("satisfaction.tasks.any-owner")));
        show(Standing.PENDING, Optional.empty());
        ask(List.of());
        Stream.of(standing, kind, owner)
                .forEach(select -> select.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        looked();
                    }
                }));
    }

    /** Where an agency's overdue follow-ups are. */
    static String overdue(SatisfactionAddress of) {
        return of.href(SatisfactionAddress.TASKS, STANDING, code(Standing.OVERDUE));
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
        show(
                parameters
                        .getSingleParameter(STANDING)
                        .flatMap(typed -> named(Standing.values(), typed))
                        .orElse(Standing.PENDING),
                parameters.getSingleParameter(KIND).flatMap(typed -> named(FollowUpKind.values(), typed)));
        agency().ifPresent(this::askOwners);
        owner.setValue(parameters
                .getSingleParameter(OWNER)
                .flatMap(typed -> owner.getListDataView()
                        .getItems()
                        .flatMap(Optional::stream)
                        .filter(one -> one.code().equals(typed))
                        .findFirst()));
    }

    private void show(Standing where, Optional<FollowUpKind> what) {
        standing.setValue(where);
        kind.setValue(what);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String typed) {
        return Stream.of(all).filter(one -> code(one).equals(typed)).findFirst();
    }

    private void askOwners(AgencySummary of) {
        ask(services().followUps().asked(of.id()));
    }

    /** What is chosen stays chosen. */
    private void ask(List<FollowUpOwner> people) {
        List<Optional<Asked>> items = Stream.concat(
                        Stream.of(
                                Optional.<Asked>empty(),
                                Optional.of(new Asked(Optional.empty(), words().text("satisfaction.task.nobody")))),
                        people.stream().map(one -> Optional.of(new Asked(Optional.of(one.id()), one.name()))))
                .toList();
        Optional<Asked> chosen = Optional.ofNullable(owner.getValue()).flatMap(one -> one);
        owner.setItems(items);
        owner.setValue(items.contains(chosen) ? chosen : Optional.empty());
    }

    @Override
    void draw(SatisfactionAddress address) {
        Header head = new Header(new H2(title()), standing, kind, owner);
        head.addClassName("bl-head");
        if (acts.possible()) {
            Button add = new Button(words().text("satisfaction.tasks.add"), click -> acts.add());
            add.addClassName("bl-push");
            head.add(add);
        }
        Section card = new Section(head, list, empty, nothing, more());
        card.addClassNames("bl-card", "bl-whole-list", "bl-tasks");
        card.setAriaLabel(title());
        Div main = new Div(wayBack(address), card);
        main.addClassName("bl-main");
        add(main);
    }

    @Override
    boolean read(AgencySummary of, SurveyPeriod in, int most) {
        askOwners(of);
        FollowUpFilter filter = new FollowUpFilter(
                Optional.of(standing.getValue()),
                kind.getValue(),
                owner.getValue().map(one -> new FollowUpFilter.Owner(one.person())));
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
        list.show(found.stream().map(task -> row(said, task, today)).toList());
        list.setVisible(!found.isEmpty());
        empty.setVisible(found.isEmpty() && parameters().isEmpty());
        nothing.setVisible(found.isEmpty() && !parameters().isEmpty());
        return more;
    }

    private TaskList.Task row(TaskWords said, FollowUpEntry task, LocalDate today) {
        return new TaskList.Task(
                task.id(),
                said.title(task),
                said.about(task),
                task.state(),
                task.due(),
                task.overdue(today),
                words().text(
                                "satisfaction.task.opened",
                                words().shortDay(LocalDate.ofInstant(task.openedAt(), words().zone()))),
                task.comment()
                        .map(words -> words().text("satisfaction.task.said", TaskWords.excerpt(words)))
                        .orElse(""),
                note(task));
    }

    private String note(FollowUpEntry task) {
        return Stream.of(
                        task.details(),
                        task.result().isEmpty() ? "" : words().text("satisfaction.task.result-was", task.result()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private void clear() {
        show(Standing.PENDING, Optional.empty());
        owner.setValue(Optional.empty());
        looked();
        standing.focus();
    }

    private void looked() {
        looked(parameters());
    }

    /** What is looked for, as it stands in the address; nothing for all that aren't done. */
    private Map<String, String> parameters() {
        Map<String, String> looked = new LinkedHashMap<>();
        if (standing.getValue() != Standing.PENDING) {
            looked.put(STANDING, code(standing.getValue()));
        }
        kind.getValue().ifPresent(what -> looked.put(KIND, code(what)));
        owner.getValue().ifPresent(who -> looked.put(OWNER, who.code()));
        return looked;
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
