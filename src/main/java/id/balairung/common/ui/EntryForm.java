package id.balairung.common.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.ValueContext;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.common.ChangedMeanwhile;
import id.balairung.common.InputFault;
import id.balairung.common.InvalidInput;
import java.io.Serializable;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form for one entry of a section of /kelola: its fields, save and cancel, and what went wrong. Faults are told at the
 * fields and counted over the buttons; what was typed stays in every case. When somebody else saved meanwhile the form says
 * who and when, and on request takes over what is stored now but for the fields that were changed here.
 *
 * @param <T> an entry, with the version it was read in
 */
public abstract class EntryForm<T> extends Section {

    private final H2 title = new H2();
    private final Div body = new Div();
    private final Div acts = new Div();
    private final Div refusal = new Div();
    private final Div meanwhile = new Div();
    private final Paragraph meanwhileText = new Paragraph();
    private final Button save = new Button();
    private final Button cancel = new Button();
    private final UnsavedGuard guard = new UnsavedGuard();
    private final Map<String, Bound> fields = new LinkedHashMap<>();
    private final transient Map<String, @Nullable Object> stored = new LinkedHashMap<>();
    private transient Optional<T> entry = Optional.empty();
    private transient @Nullable FormPlace<T> place;

    /** A form without fields. */
    protected EntryForm() {
        addClassNames("bl-card", "bl-entry");
        Button close = new Button(Icons.CLOSE.create(), click -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.addThemeName("icon");
        close.setAriaLabel(getTranslation("common.form.close"));
        close.addClassName("bl-push");
        Header head = new Header(title, close);
        head.addClassName("bl-head");
        Button reload = new Button(getTranslation("common.form.reload"), Icons.RECALL.create(), click -> {
            takeOver();
            focusFirst();
        });
        reload.addThemeVariants(ButtonVariant.SMALL);
        meanwhile.addClassName("bl-banner");
        meanwhile.getElement().setAttribute("role", "alert");
        meanwhile.add(Icons.INFO.create(), meanwhileText, reload);
        refusal.addClassNames("bl-banner", "b-breached", "bl-refused");
        refusal.getElement().setAttribute("role", "alert");
        body.addClassName("bl-fields");
        acts.addClassName("bl-entry-acts");
        save.setText(getTranslation("common.form.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClassName("bl-act");
        save.setDisableOnClick(true);
        save.addClickListener(click -> save());
        cancel.setText(getTranslation("common.form.cancel"));
        cancel.addClickListener(click -> close());
        Footer foot = new Footer(save, cancel, acts);
        foot.addClassName("bl-foot");
        add(head, meanwhile, body, refusal, foot, guard);
        quiet();
    }

    /** What stands over the form: the entry's name, or that it is a new one. */
    protected abstract String titleOf(Optional<T> shown);

    /** Fills the fields with an entry, or empties them for a new one. */
    protected abstract void fill(Optional<T> shown);

    /**
     * Stores what the fields hold.
     *
     * @param shown the entry as it was read; empty for a new one
     * @return its id, as {@link Entries#idOf} tells it
     * @throws BusinessRuleViolation when it can't be taken; {@link InvalidInput} tells which fields,
     *     {@link ChangedMeanwhile} that somebody else saved it
     */
    protected abstract String store(Optional<T> shown);

    /**
     * Makes a field one of the form's, so that leaving it changed is asked about and faults are told at it. It still has to
     * be put somewhere by {@link #ask}.
     *
     * @param name the name that faults call it by
     * @param field the field
     * @return the field
     */
    @SuppressWarnings("unchecked")
    protected final <F extends Component & HasValue<?, ?> & HasValidationProperties> F field(String name, F field) {
        field.setManualValidation(true);
        HasValue<?, @Nullable Object> content = (HasValue<?, @Nullable Object>) (HasValue<?, ?>) field;
        content.addValueChangeListener(change -> guard.unsaved(changed()));
        fields.put(name, new Bound(field, content, field));
        return field;
    }

    /** Puts fields and other parts under each other. */
    protected final void ask(Component... parts) {
        body.add(parts);
    }

    /** Puts fields beside each other where there is room. */
    protected final void askBeside(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("bl-beside");
        body.add(row);
    }

    /** Puts buttons beside save and cancel, for what else can be done with the entry. */
    protected final void offer(Component... buttons) {
        acts.add(buttons);
    }

    /** Whether what is shown may be saved at all, or only be read. */
    protected final void mayBeSaved(boolean may) {
        save.setVisible(may);
    }

    /**
     * Does something else with the entry, e.g. disables it, and says so. What was typed and not saved stays. A button that goes
     * then leaves the focus to the one in its place.
     *
     * @param act what; may throw a {@link BusinessRuleViolation}
     * @param done the sentence that says it was done, translated
     */
    protected final void perform(Runnable act, String done) {
        attempt(() -> {
            act.run();
            takeOver();
            Notifications.SUCCESS.show(done);
        });
    }

    /** Does something after which the entry is gone, and says so. */
    protected final void performAndClose(Runnable act, String done) {
        attempt(() -> {
            act.run();
            forget();
            place().close();
            Notifications.SUCCESS.show(done);
        });
    }

    /**
     * Asks the person something that an act needs before it can be done, e.g. who sits there.
     *
     * @param refused why it wasn't done
     * @param again does it, once that was answered
     * @return whether the person is asked; otherwise the form tells the refusal
     */
    protected boolean asks(BusinessRuleViolation refused, Runnable again) {
        return false;
    }

    /**
     * Tells a fault of something inside of a field, as of a row in a list. Its name begins with the field's, as in list.0.name.
     *
     * @param fault what is wrong
     * @param sentence what people read there, translated
     * @return whether it was told there; otherwise the form tells it over the buttons
     */
    protected boolean tellInside(InputFault fault, String sentence) {
        return false;
    }

    /** The entry that is shown; empty for a new one. */
    protected final Optional<T> shown() {
        return entry;
    }

    final void placeIn(FormPlace<T> layout) {
        place = layout;
    }

    final void show(Optional<T> shown) {
        entry = shown;
        quiet();
        title.setText(titleOf(shown));
        fill(shown);
        remember();
        if (shown.isEmpty()) {
            focusFirst();
        }
    }

    /** Whether something was typed that isn't saved. */
    final boolean changed() {
        return fields.entrySet().stream()
                .anyMatch(field -> !Objects.equals(field.getValue().value(), stored.get(field.getKey())));
    }

    /** Forgets what was typed. */
    final void forget() {
        remember();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Component[] single = fields.values().stream()
                .map(Bound::component)
                .filter(field ->
                        field instanceof TextField || field instanceof IntegerField || field instanceof PasswordField)
                .toArray(Component[]::new);
        if (single.length > 0) {
            ShortcutRegistration enter = save.addClickShortcut(Key.ENTER);
            enter.listenOn(single);
            enter.setResetFocusOnActiveElement(true);
        }
    }

    private void save() {
        save.setEnabled(true);
        attempt(() -> {
            List<InputFault> unreadable = unreadable();
            if (!unreadable.isEmpty()) {
                throw new InvalidInput(unreadable);
            }
            String id = store(entry);
            remember();
            place().stored(id);
        });
    }

    private void attempt(Runnable work) {
        quiet();
        try {
            work.run();
        } catch (InvalidInput faults) {
            tell(faults.faults());
        } catch (ChangedMeanwhile change) {
            meanwhileText.setText(getTranslation(
                    change.key(),
                    change.who(),
                    DateTimeFormatter.ofPattern("HH.mm").format(change.at()),
                    DateTimeFormatter.ofPattern(getTranslation("common.date.in-year"), getLocale())
                            .format(change.at())));
            meanwhile.setVisible(true);
        } catch (BusinessRuleViolation refused) {
            if (!asks(refused, () -> attempt(work))) {
                refuse(new Span(getTranslation(refused.key(), refused.arguments())));
            }
        }
        new LostFocus(acts.getChildren()
                        .filter(Component::isVisible)
                        .findFirst()
                        .orElse(save))
                .pass();
    }

    /** What stands in a field but is no number, time or date. */
    private List<InputFault> unreadable() {
        List<InputFault> faults = new ArrayList<>();
        fields.forEach((name, field) -> {
            if (field.isUnreadable()) {
                faults.add(new InputFault(name, "common.refused.unreadable", List.of()));
            }
        });
        return faults;
    }

    private void tell(List<InputFault> faults) {
        UnorderedList elsewhere = new UnorderedList();
        for (InputFault fault : faults) {
            String sentence = getTranslation(fault.key(), fault.arguments().toArray());
            Bound field = fields.get(fault.field());
            if (field != null) {
                field.validation().setErrorMessage(sentence);
                field.validation().setInvalid(true);
            } else if (!tellInside(fault, sentence)) {
                elsewhere.add(new ListItem(sentence));
            }
        }
        refuse(new Span(getTranslation("common.form.check", faults.size())), elsewhere);
        faults.stream()
                .map(fault -> fields.getOrDefault(
                        fault.field(), fields.get(fault.field().split("\\.", 2)[0])))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(Bound::focus);
    }

    private void refuse(Component... sentences) {
        Div text = new Div(sentences);
        refusal.removeAll();
        refusal.add(Icons.ALERT.create(), text);
        refusal.setVisible(true);
    }

    private void quiet() {
        refusal.setVisible(false);
        meanwhile.setVisible(false);
        fields.values().forEach(Bound::quiet);
    }

    /** Reads again what is stored. What was changed here stays in its field, which then tells what is stored now. */
    private void takeOver() {
        Map<String, @Nullable Object> typed = values();
        Map<String, @Nullable Object> before = new LinkedHashMap<>(stored);
        boolean known = entry.isPresent();
        entry = place().readAgain(entry);
        quiet();
        if (known && entry.isEmpty()) {
            remember();
            Notifications.ERROR.show(getTranslation("common.form.gone"));
            close();
            return;
        }
        title.setText(titleOf(entry));
        fill(entry);
        remember();
        fields.forEach((name, field) -> {
            if (!Objects.equals(typed.get(name), before.get(name))) {
                field.content().setValue(typed.get(name));
                if (!Objects.equals(stored.get(name), before.get(name))
                        && !Objects.equals(typed.get(name), stored.get(name))) {
                    field.help(getTranslation("common.form.stored-now", told(stored.get(name))));
                }
            }
        });
    }

    private String told(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof TemporalAccessor
                ? value.toString()
                : getTranslation("common.form.stored-otherwise");
    }

    private void remember() {
        stored.clear();
        stored.putAll(values());
        guard.unsaved(false);
    }

    private Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.value()));
        return values;
    }

    private void focusFirst() {
        fields.values().stream()
                .filter(field -> field.isShown() && !field.content().isReadOnly())
                .findFirst()
                .ifPresent(Bound::beginAt);
    }

    private void close() {
        place().close();
    }

    private FormPlace<T> place() {
        return Objects.requireNonNull(place, "A form stands in a MasterDetail or SingleEntry");
    }

    /** A field in its three roles, and the help that it came with. */
    private static final class Bound implements Serializable {

        private final Component component;
        private final HasValue<?, @Nullable Object> content;
        private final HasValidationProperties validation;
        private @Nullable String ownHelp;
        private boolean helped;

        Bound(Component component, HasValue<?, @Nullable Object> content, HasValidationProperties validation) {
            this.component = component;
            this.content = content;
            this.validation = validation;
        }

        Component component() {
            return component;
        }

        HasValue<?, @Nullable Object> content() {
            return content;
        }

        HasValidationProperties validation() {
            return validation;
        }

        @Nullable
        Object value() {
            return content.getValue();
        }

        boolean isUnreadable() {
            return content.isEmpty() && content instanceof HasValidator<?> checked && isShown() && isError(checked);
        }

        private boolean isShown() {
            return Stream.iterate(
                            Optional.of(component), Optional::isPresent, part -> part.flatMap(Component::getParent))
                    .flatMap(Optional::stream)
                    .allMatch(Component::isVisible);
        }

        @SuppressWarnings("unchecked")
        private boolean isError(HasValidator<?> checked) {
            ValidationResult result = ((HasValidator<@Nullable Object>) checked)
                    .getDefaultValidator()
                    .apply(content.getEmptyValue(), new ValueContext(component));
            return result.isError();
        }

        void quiet() {
            validation.setInvalid(false);
            if (helped && component instanceof HasHelper helper) {
                helper.setHelperText(ownHelp);
                helped = false;
            }
        }

        void help(String text) {
            if (component instanceof HasHelper helper) {
                ownHelp = helper.getHelperText();
                helped = true;
                helper.setHelperText(text);
            }
        }

        /** A phone shows the calendar over the form as soon as the field has the focus. */
        void beginAt() {
            if (component instanceof DateField day) {
                day.getElement().executeJs("if (!matchMedia('(max-width: 720px)').matches) { this.focus(); }");
            } else {
                focus();
            }
        }

        void focus() {
            if (component instanceof Focusable<?> focusable) {
                focusable.focus();
            }
        }
    }
}
