package id.balairung.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.balairung.agency.AgencySummary;
import id.balairung.agency.ServiceSummary;
import id.balairung.common.ui.DateField;
import id.balairung.common.ui.Icons;
import id.balairung.common.ui.Shortcut;
import id.balairung.history.FigureFilter;
import id.balairung.history.HistoryFilter;
import id.balairung.history.NumberSearch;
import id.balairung.history.ServiceTimeFigure;
import id.balairung.history.TurnResult;
import id.balairung.history.WaitFigure;
import id.balairung.queue.PriorityClass;
import id.balairung.queue.ui.PriorityLook;
import id.balairung.security.Role;
import id.balairung.security.StaffId;
import id.balairung.security.StaffPrincipal;
import id.balairung.tenancy.AgencyId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is looked for. Each change is handed on as a whole; what can't be taken is said at its field and changes nothing. */
class HistoryFilters extends Section {

    private static final int TYPING_PAUSE_MS = 400;

    private final transient HistoryServices services;
    private final transient StaffPrincipal reader;
    private final transient Consumer<HistoryQuery> changed;
    private final Locale language = getLocale();

    private final ComboBox<AgencySummary> agency = new ComboBox<>(getTranslation("history.filter.agency"));
    private final DateField from = new DateField(getTranslation("history.filter.from"));
    private final DateField to = new DateField(getTranslation("history.filter.to"));
    private final ComboBox<ServiceSummary> service = new ComboBox<>(getTranslation("history.filter.service"));
    private final ComboBox<Integer> counter = new ComboBox<>(getTranslation("history.filter.counter"));
    private final ComboBox<StaffId> officer = new ComboBox<>(getTranslation("history.filter.officer"));
    private final ComboBox<TurnResult> result = new ComboBox<>(getTranslation("history.filter.result"));
    private final TextField number = new TextField(getTranslation("history.filter.number"));
    private final ComboBox<PriorityClass> priorityClass = new ComboBox<>(getTranslation("history.filter.class"));
    private final ComboBox<Integer> rating = new ComboBox<>(getTranslation("history.filter.rating"));
    private final Checkbox arrivals = new Checkbox(getTranslation("history.filter.arrivals"));
    private final ComboBox<WaitFigure> wait = new ComboBox<>(getTranslation("history.filter.wait"));
    private final ComboBox<ServiceTimeFigure> serviceTime =
            new ComboBox<>(getTranslation("history.filter.service-time"));
    private final ComboBox<DayOfWeek> weekday = new ComboBox<>(getTranslation("history.filter.weekday"));
    private final ComboBox<Integer> hour = new ComboBox<>(getTranslation("history.filter.hour"));
    private final TextField note = new TextField(getTranslation("history.filter.note"));
    private final Map<HistoryPeriod.Quick, Button> quick = new EnumMap<>(HistoryPeriod.Quick.class);
    private final Button further = new Button(Icons.CHEVRON.create());
    private final Button clear = new Button(getTranslation("history.filter.clear"));
    private final Button unfold = new Button(getTranslation("history.filter.show"), Icons.SETTINGS.create());
    private final Div first = new Div();
    private final Div second = new Div();
    private final FigureChips figure;

    private transient @Nullable HistoryQuery shown;
    private transient Map<StaffId, String> officers = Map.of();

    /**
     * The filters.
     *
     * @param changed is told what is looked for now
     */
    HistoryFilters(HistoryServices services, Consumer<HistoryQuery> changed) {
        this.services = services;
        this.reader = services.currentStaff().require();
        this.changed = changed;
        this.figure = new FigureChips(figureLeft -> changed.accept(query().counted(figureLeft)));
        addClassNames("bl-card", "bl-history-filters");
        setAriaLabel(getTranslation("history.filter.label"));
        prepareFields();
        first.add(from, to, agency, service, counter, officer, result, number);
        first.addClassName("bl-history-fields");
        Div periods = new Div();
        periods.addClassName("bl-history-periods");
        periods.getElement().setAttribute("role", "group");
        periods.getElement().setAttribute("aria-label", getTranslation("history.period"));
        for (HistoryPeriod.Quick period : HistoryPeriod.Quick.values()) {
            Button button = new Button(getTranslation(period.key()), click -> goTo(period));
            button.addThemeVariants(ButtonVariant.SMALL);
            quick.put(period, button);
            periods.add(button);
        }
        second.add(periods, furtherFilters(), clear);
        second.addClassName("bl-history-second");
        unfold.getElement().setAttribute("aria-expanded", "false");
        unfold.addClickListener(click -> unfold());
        clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        clear.addClickListener(click -> changed.accept(query().widened()));
        Div onPhone = new Div(unfold);
        onPhone.addClassName("bl-phone-only");
        add(first, onPhone, figure, second);
    }

    /** Puts something at the right edge of the filters. */
    void offer(Component tool) {
        first.add(tool);
    }

    /** The same below it. */
    void offerBelow(Component tool) {
        second.add(tool);
    }

    /** Shows what the address asks for. */
    void show(HistoryQuery query, LocalDate today, Map<StaffId, String> officersThere, List<Integer> countersThere) {
        shown = query;
        officers = officersThere;
        HistoryFilter filter = query.filter();
        from.setMax(today);
        to.setMax(today);
        set(from, query.period().from());
        set(to, query.period().to());
        choose(agency, filter.agency().map(services.catalogue()::agency));
        Optional<AgencyId> of = reader.agency().or(filter::agency);
        service.setItems(of.map(services.catalogue()::servicesOf)
                .orElseGet(() -> services.catalogue().services()));
        choose(service, filter.service().map(services.catalogue()::service));
        counter.setItems(Stream.concat(countersThere.stream(), filter.counter().stream())
                .distinct()
                .sorted()
                .toList());
        choose(counter, filter.counter());
        officer.setItems(Stream.concat(officers.keySet().stream(), filter.officer().stream())
                .distinct()
                .sorted(Comparator.comparing(this::name, String.CASE_INSENSITIVE_ORDER))
                .toList());
        choose(officer, filter.officer());
        choose(result, filter.result());
        set(number, filter.number().map(HistoryQuery::words).orElse(""));
        set(priorityClass, filter.priorityClass().orElse(null));
        set(rating, filter.rating().orElse(null));
        FigureFilter counted = filter.figure();
        arrivals.setValue(counted.arrivals());
        set(wait, counted.waiting().orElse(null));
        set(serviceTime, counted.serviceTime().orElse(null));
        set(weekday, counted.weekday().orElse(null));
        set(hour, counted.hour().orElse(null));
        figure.show(counted);
        set(note, filter.note());
        quick.forEach((period, button) -> {
            boolean on = query.period().is(period);
            button.getElement().setAttribute("aria-pressed", String.valueOf(on));
            button.getElement().getClassList().set("is-on", on);
        });
        further.setText(
                query.further() == 0
                        ? getTranslation("history.filter.further")
                        : getTranslation("history.filter.further-on", query.further()));
        further.getElement().getClassList().set("is-on", query.further() > 0);
        clear.setVisible(query.isNarrowed());
        unfold.setText(
                query.narrowings() == 0
                        ? getTranslation("history.filter.show")
                        : getTranslation("history.filter.show-on", query.narrowings()));
    }

    private void prepareFields() {
        agency.setItems(services.catalogue().agencies());
        agency.setItemLabelGenerator(AgencySummary::name);
        agency.setPlaceholder(all("history.filter.all-agencies"));
        agency.setVisible(reader.agency().isEmpty());
        service.setItemLabelGenerator(one -> one.prefix() + " " + one.name(language));
        service.setPlaceholder(all("history.filter.all-services"));
        counter.setItemLabelGenerator("%02d"::formatted);
        counter.setPlaceholder(getTranslation("history.filter.all"));
        counter.addClassName("short");
        officer.setItemLabelGenerator(this::name);
        officer.setPlaceholder(all("history.filter.all-officers"));
        officer.setVisible(reader.role() != Role.OFFICER);
        result.setItems(TurnResult.values());
        result.setItemLabelGenerator(one -> getTranslation(TurnLook.keyOf(one)));
        result.setPlaceholder(all("history.filter.all-results"));
        priorityClass.setItems(PriorityClass.values());
        priorityClass.setItemLabelGenerator(
                one -> getTranslation(PriorityLook.of(one).key()));
        priorityClass.setPlaceholder(getTranslation("history.filter.all-classes"));
        rating.setItems(IntStream.rangeClosed(1, HistoryQuery.BEST_RATING)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList());
        rating.setItemLabelGenerator(stars -> getTranslation("history.filter.rated", stars));
        rating.setPlaceholder(getTranslation("history.filter.all-ratings"));
        rating.setVisible(reader.role() != Role.OFFICER);
        prepareFigures();
        Stream.of(agency, service, counter, officer, result, priorityClass, rating, wait, serviceTime, weekday, hour)
                .forEach(choice -> choice.setClearButtonVisible(true));
        prepareTyped(number, HistoryQuery.LONGEST_NUMBER);
        number.setPlaceholder(getTranslation("history.filter.number-example"));
        Button find = new Button(Icons.SEARCH.create());
        // In the browser, for whoever presses the key goes on typing at once.
        find.getElement().executeJs("this.addEventListener('click', () => $0.focus())", number);
        find.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        find.setAriaLabel(getTranslation("history.keys.number"));
        find.getElement().setAttribute("tabindex", "-1");
        new Shortcut("/").bind(find);
        number.setSuffixComponent(find);
        prepareTyped(note, HistoryQuery.LONGEST_NOTE);
        Stream.of(from, to).forEach(day -> {
            day.setManualValidation(true);
            day.setRequired(false);
        });
        number.setManualValidation(true);
        note.setManualValidation(true);
        Stream.<HasValue<?, ?>>of(
                        from,
                        to,
                        agency,
                        service,
                        counter,
                        officer,
                        result,
                        number,
                        priorityClass,
                        rating,
                        arrivals,
                        wait,
                        serviceTime,
                        weekday,
                        hour,
                        note)
                .forEach(this::listen);
    }

    private void prepareFigures() {
        FigureWords words = new FigureWords(this);
        wait.setItems(WaitFigure.values());
        wait.setItemLabelGenerator(words::wait);
        serviceTime.setItems(ServiceTimeFigure.values());
        serviceTime.setItemLabelGenerator(words::serviceTime);
        weekday.setItems(DayOfWeek.values());
        weekday.setItemLabelGenerator(words::weekday);
        hour.setItems(IntStream.rangeClosed(0, HistoryQuery.LAST_HOUR).boxed().toList());
        hour.setItemLabelGenerator(words::hour);
        Stream.of(wait, serviceTime, weekday, hour)
                .forEach(choice -> choice.setPlaceholder(getTranslation("history.filter.all")));
    }

    /** The head has a field more, and so less room for words. */
    private String all(String key) {
        return getTranslation(reader.agency().isPresent() ? key : "history.filter.all");
    }

    private static void prepareTyped(TextField field, int longest) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MS);
        field.setMaxLength(longest);
        field.setClearButtonVisible(true);
        field.getElement().setAttribute("autocomplete", "off");
    }

    private Div furtherFilters() {
        Div fields = new Div(wait, serviceTime, arrivals, weekday, hour, priorityClass, rating, note);
        fields.addClassName("bl-history-further");
        Popover popover = new Popover(fields);
        popover.setTarget(further);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setOverlayRole("dialog");
        popover.setAriaLabel(getTranslation("history.filter.further"));
        popover.setModal(false);
        further.addThemeVariants(ButtonVariant.SMALL);
        further.setIconAfterText(true);
        return new Div(further, popover);
    }

    private void unfold() {
        boolean open = !getElement().getClassList().contains("is-open");
        getElement().getClassList().set("is-open", open);
        unfold.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    private void listen(HasValue<?, ?> field) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tell(field);
            }
        });
    }

    private void goTo(HistoryPeriod.Quick asked) {
        HistoryPeriod period = asked.on(services.mall().today().date());
        set(from, period.from());
        set(to, period.to());
        if (isRight()) {
            changed.accept(typed(period));
        }
    }

    private void tell(HasValue<?, ?> by) {
        if (by == agency) {
            service.clear();
            officer.clear();
            counter.clear();
        }
        if (isRight()) {
            boolean days = by == from || by == to;
            changed.accept(typed(days ? HistoryPeriod.fixed(from.getValue(), to.getValue()) : query().period()));
        }
    }

    /** Says at its field what can't be taken. */
    private boolean isRight() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        String typed = number.getValue().strip();
        String wrongEnd = first != null && last != null && last.isBefore(first) ? "history.refused.to-before-from" : "";
        boolean right = isRight(from, first == null ? "history.refused.no-day" : "");
        right &= isRight(to, last == null ? "history.refused.no-day" : wrongEnd);
        right &= isRight(
                number, !typed.isEmpty() && NumberSearch.of(typed).isEmpty() ? "history.refused.no-number" : "");
        return right;
    }

    private boolean isRight(HasValidation field, String key) {
        field.setInvalid(!key.isEmpty());
        field.setErrorMessage(key.isEmpty() ? "" : getTranslation(key));
        return key.isEmpty();
    }

    private HistoryQuery typed(HistoryPeriod period) {
        return new HistoryQuery(
                period,
                new HistoryFilter(
                        period.from(),
                        period.to(),
                        agency.getOptionalValue().map(AgencySummary::id),
                        service.getOptionalValue().map(ServiceSummary::id),
                        counter.getOptionalValue(),
                        officer.getOptionalValue(),
                        result.getOptionalValue(),
                        priorityClass.getOptionalValue(),
                        new FigureFilter(
                                arrivals.getValue(),
                                wait.getOptionalValue(),
                                serviceTime.getOptionalValue(),
                                weekday.getOptionalValue(),
                                hour.getOptionalValue()),
                        rating.getOptionalValue(),
                        NumberSearch.of(number.getValue()),
                        note.getValue().strip()),
                query().order());
    }

    private HistoryQuery query() {
        HistoryQuery query = shown;
        if (query == null) {
            throw new IllegalStateException("Nothing was asked for yet");
        }
        return query;
    }

    private String name(StaffId staff) {
        return officers.getOrDefault(staff, getTranslation("history.filter.unknown-officer"));
    }

    /** A field grows with what is chosen in it, so that nothing of that is cut. */
    private static <V> void choose(ComboBox<V> field, Optional<V> chosen) {
        set(field, chosen.orElse(null));
        field.getStyle()
                .set(
                        "--bl-chosen-length",
                        chosen.map(one -> field.getItemLabelGenerator().apply(one))
                                .map(label -> String.valueOf(label.length()))
                                .orElse(null));
    }

    private static <V, F extends HasValue<?, V> & HasValidation & HasEnabled> void set(F field, @Nullable V value) {
        field.setValue(value);
        field.setInvalid(false);
    }
}
